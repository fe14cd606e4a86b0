"""Who is only named beside a deed: its reason, scene or matter, who tells of it, and of whom more is told besides."""

from collections.abc import Collection
from itertools import pairwise

from timeline.article import Span
from timeline.claims.charge import charges
from timeline.claims.claim import MEETING
from timeline.claims.passage import Passage
from timeline.claims.predicate import WORD, heads, is_kin_of, is_reason, role_words
from timeline.language.act import Trigger, act_words
from timeline.language.conjunction import clause_words, has_verb
from timeline.language.leading import is_under, links
from timeline.language.marker import relative_words
from timeline.names.mention import Mention

HYPHENS = ("-", "–")
# PLOVER types of what is done to help another.
HELPING = ("AID", "SUPPORT")


def without_bystanders(
    view: Passage, actors: list[Mention], trigger: Trigger | None, told_more: Collection[Mention]
) -> list[Mention]:
    """Return `actors` without those only named beside the deed; where a test leaves nobody, most keep everybody.

    `told_more` are those named in the relative clause of the date: they do not stand aside.
    """
    if trigger and trigger.act.mutual:
        beside = (_asked_for, _is_matter, _sent_for_it, _is_told_of_it)
        actors = [one for one in actors if not any(test(view, one, trigger) for test in beside)]
        actors = [one for one in actors if not _holds_it(view, one)] or actors
    if view.attribution:
        actors = [one for one in actors if not view.attribution.span.covers(one.span)]
    if trigger:
        actors = [one for one in actors if one in told_more or not stands_aside(view, one, trigger)] or actors
        for test in (_is_reason, _is_aimed_at, charges, _looks_on):
            actors = [one for one in actors if not test(view, one, trigger)] or actors
    return [one for one in actors if not is_kin_of(view, one)] or actors


def _holds_it(view: Passage, one: Mention) -> bool:
    """Say whether a body is named only as whose summit it is ("menghadiri |KTT G20|", "bertemu selama KTT ASEAN")."""
    before = view.text[view.span.start : one.start].lower().rstrip()
    if view.text[one.span.end : one.span.end + 1] in HYPHENS:
        return False  # "KTT |ASEAN|-Jepang" is of both
    return view.gazetteer.actors[one.id].kind == "organisation" and before.endswith(tuple(act_words("summits")))


def _is_told_of_it(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is only told of a meeting ("memberi tahu X |terkait| pembicaraan dengan Y")."""
    if trigger.voice != "noun" or one.span.end > trigger.span.start:
        return False
    words = view.text[one.span.end : trigger.span.start].lower().split()[:1]
    topic = clause_words("topic").union(clause_words("cause"))
    return not topic.isdisjoint(words) and has_verb(view.text[view.clause_at(one.start).span.start : one.start])


def stands_aside(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is only named where more is told of another ("mengakui wilayah |yang diduduki Y|").

    Before the deed it is so after a preposition ("X, dalam rapat |yang didukung Y|, mengatakan …"). Behind a noun it
    is not so of whoever is told to be part of the deed ("rapat |yang mempertemukan X| dan Y").
    """
    start = trigger.span.end
    if one.span.end <= trigger.span.start:
        start = view.clause_at(one.span.start).span.start
        if heads(view.text[start : one.start]):
            return False
    words = view.text[start : one.span.start].split()
    opens = [number for number, word in enumerate(words) if word in relative_words()]
    verbs = [word for word in words[opens[-1] + 1 :] if has_verb(word)] if opens else []
    part = trigger.voice == "noun" and clause_words("involving").issuperset(verbs)
    return bool(verbs) and not part and "," not in " ".join(words[opens[-1] + 1 :])


def is_told_beside(view: Passage, one: Mention) -> bool:
    """Say whether somebody is named behind the verb of a relative clause ("menjatuhkan bom |yang menewaskan Y| …")."""
    words = view.text[view.clause_at(one.span.start).span.start : one.span.start].split()
    opens = [number for number, word in enumerate(words) if number and word in relative_words()]
    aside = words[opens[-1] + 1 :] if opens else []
    return any(map(has_verb, aside)) and "," not in " ".join(aside)


def _is_reason(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is only named in what a deed is done for or about, or what goes on around it.

    "meminta maaf atas |insiden| di kapal X", "memanggil Y |soal| pasukan X", "menggelar latihan di |tengah| ancaman X".
    """
    words = WORD.findall(view.text[trigger.span.end : one.span.start].lower())
    around = words[len(words) - words[::-1].index(",") :] if "," in words else words
    aside = not (clause_words("circumstance") | clause_words("topic")).isdisjoint(around)
    return aside or any(is_reason(first, second) for first, second in pairwise(words))


def _is_aimed_at(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is only named in what a deed is done for ("tiba untuk |mendesak X|").

    Not whom it is done to meet or to help.
    """
    if trigger.voice != "active":
        return False
    between = Span(trigger.span.end, max(trigger.span.end, one.span.start))
    verbs = [it for it in view.triggers if between.covers(it.span) and it.voice == "active"]
    aims = [it for it in verbs if is_under(view.text, it.span, "purpose")]
    return bool(aims) and (aims[0].act.type not in (MEETING, *HELPING) or aims[0].act.matter)


def _looks_on(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only watches what others do ("X |menyaksikan| Y dan Z menandatangani perjanjian")."""
    return not role_words("watching").isdisjoint(view.text[one.span.end : trigger.span.start].lower().split())


def _asked_for(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only asked for what others do ("bersidang atas permintaan X")."""
    nouns = [other for other in view.triggers if other.voice == "noun" and other.span.end <= one.span.start]
    last = nouns[-1] if nouns else None
    return last is not None and last.span > trigger.span and is_under(view.text, last.span, "occasion")


def _sent_for_it(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether behind a comma something is only told to come from somebody ("X Temui Y, Bawa Surat |dari Z|")."""
    between = view.text[trigger.span.end : max(trigger.span.end, one.start)]
    return "," in between and is_under(view.text, Span(one.start, one.span.end), "origin")


def _is_matter(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is only talked about: named after the verb and not as whom one talks with."""
    between = view.text[trigger.span.end : one.span.start]
    if not trigger.act.matter or trigger.voice != "active" or one.span < trigger.span:
        return False
    deeds = any(verb.voice == "noun" and trigger.span < verb.span < one.span for verb in view.triggers)
    return role_words("with").isdisjoint(between.split()) if deeds else not links(between)
