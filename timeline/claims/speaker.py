"""Who says it: by the words that name the source, or as the subject of a verb of saying."""

from timeline.article import Span
from timeline.claims.agent import is_agent
from timeline.claims.passage import Passage
from timeline.claims.predicate import WORD, is_title, role_words
from timeline.language.act import Trigger
from timeline.language.leading import has_own_doer, links
from timeline.names.mention import Mention
from timeline.names.title import begins_title

# Words that may stand between a speaker and the verb (the rest of a name, a party in brackets).
WORDS_BEFORE_VERB = 2


def is_speaker(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is who says it: named as the source, as the doer, or right before the verb."""
    if trigger.voice == "noun":
        return has_own_doer(view.text, trigger.span, one.span)
    if trigger.voice == "passive":
        return is_agent(view, one, trigger)
    if view.attribution and view.attribution.span.covers(one.span):
        return True
    between = Span(one.span.end, max(one.span.end, trigger.span.start))
    named = any(between.covers(other.span) for other in view.mentions)  # "Gubernur BI |Agus Martowardojo| mengatakan"
    dates = sum(len(time.text.split()) for time in view.timexes if between.covers(time.span))
    near = len(between.of(view.text).split()) - dates <= WORDS_BEFORE_VERB
    return one.span.end <= trigger.span.start and near and not named


def speaks(view: Passage, one: Mention) -> bool:
    """Say whether a name in the words that tell who says so is a speaker's: a state speaks through an office."""
    said = view.attribution
    if said is None or said.verb is None:
        return False
    if one.span == said.verb:  # "katanya"
        return True
    if one.span.start < said.named:
        return False
    if one.led is not None and not view.text[said.named : max(one.led, said.named)].strip():
        return True
    start = said.named if said.span.covers(one.span) else said.span.end
    lead = [word for word in WORD.findall(view.text[start : one.span.start]) if word != ","]
    office = any(word.lower() in role_words("title") or begins_title(word.lower()) for word in lead)
    apart = bool(lead) and links(lead[0])  # "kata X |dalam Forum| ASEAN"
    return not apart and all(is_title(word) for word in lead) and (office or (not lead and said.span.covers(one.span)))
