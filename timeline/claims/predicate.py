"""Whether a name stands as the subject or the object of a deed: by word order and the words between."""

import re
from functools import cache

from timeline.claims.passage import Passage
from timeline.language.act import BIDDING, SPEECH, Trigger, glued
from timeline.language.conjunction import clause_words, is_object_verb
from timeline.language.leading import is_adverb, is_copula, links
from timeline.language.marker import RELATIVE, relative_words
from timeline.names.mention import Mention
from timeline.names.subject import CAPITALISED, may_name
from timeline.ruletable import rule_words

# Words of a title between a deed and who takes part; words of the thing that is given, before the one it is given to.
LONGEST_TITLE, LONGEST_THING = 8, 4
# Words, and characters, looked back for a word of kinship before a name ("adik pemimpin Korea Utara |Kim Jong-un|").
MOST_KIN, KIN_REACH = 6, 64
# Words looked back for an office before the name of a state.
MOST_OFFICE = 4
# Clauses that may leave out their subject and take the one of the clause they hang on.
SHARING = frozenset(["coordinate", "subordinate", "simultaneous", "contrast"])
WORD = re.compile(r"[^\s,;:.()“”\"]+|[,;:.()“”\"]")
# A name that follows another one directly, or after a comma.
FOLLOWING = re.compile(r"\s?,?\s{1,2}([^\W\d_a-z][\w’'-]*)")


def is_subject(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody stands before the deed, with no preposition that makes a circumstance of them.

    In a clause that names no subject of its own the one of an earlier clause is shared.
    """
    if one.span.start >= trigger.span.start or is_strangers(view, one, trigger) or _only_says(view, one, trigger):
        return False
    if is_kin_of(view, one):
        return False
    index = view.whole(view.index_at(one.span.start))
    own = view.whole(view.index_at(trigger.span.start))
    if index != own and view.clauses[own].kind == RELATIVE:
        told = heads_relative(view, one, view.clauses[own].span.start)
        return told and (trigger.act.mutual or not _is_last_of_several(view, one))
    if index != own and (view.clauses[own].kind not in SHARING or has_own_subject(view, own, trigger)):
        return False
    if index != own and _goes_on_with_another(view, own):
        return False
    start = view.clause_at(one.span.start).span.start
    if index != own and _is_acted_on(view, one, one.start - _phrase_start(view, start, one)):
        return False
    return not (is_beside(view, one, start) or _is_fronted(view, one, trigger) or _has_another_do(view, one, trigger))


def _goes_on_with_another(view: Passage, own: int) -> bool:
    """Say whether a clause joined by "and" goes on with the subject of one aside ("setelah massa datang |dan …|")."""
    aside = view.governor(own) if view.clauses[own].kind == "coordinate" else None
    if aside is None or view.clauses[aside].kind not in ("subordinate", "simultaneous"):
        return False
    first = next(iter(view.triggers_in(aside)), None)
    return first is not None and has_own_subject(view, aside, first)


def is_beside(view: Passage, one: Mention, start: int) -> bool:
    """Say whether a preposition makes a circumstance of somebody named in a clause that begins at `start`."""
    before = view.text[_phrase_start(view, start, one) : one.start]
    return links(before) and not heads(before)


def heads(before: str) -> bool:
    """Say whether what stands before a name makes it the head of those named there ("delegasi Y |yang dipimpin| X")."""
    words = before.split()
    opens = next((number for number, word in enumerate(words[:-1]) if word in relative_words()), None)
    if opens is None or words[opens + 1] not in role_words("heading") or links(" ".join(words[:opens])):
        return False
    return all(is_title(word) or word in clause_words("doer") for word in words[opens + 2 :])


def heads_relative(view: Passage, one: Mention, start: int) -> bool:
    """Say whether a relative clause that begins at `start` tells more of somebody: named before it, or one of those.

    "Budi, |yang tiba Senin|", "Budi termasuk satu dari lima lurah |yang menolak|"; not "sanksi PBB |yang didukung|".
    """
    between = view.text[one.span.end : start]
    if between.strip(" ,"):
        return "," not in between and is_copula(between.split(maxsplit=1)[0])
    nouns = (noun.span for noun in view.triggers if noun.voice == "noun" and noun.span.end <= one.start)
    return "," in between or all(view.text[noun.end : one.start].strip() for noun in nouns)


def _is_acted_on(view: Passage, one: Mention, reach: int) -> bool:
    """Say whether a verb, not of saying, stands within `reach` before a name ("mencuri peta |Y| setelah meretas Z")."""
    said = [verb.span.end for verb in view.triggers if verb.act.rank == SPEECH and verb.span.end <= one.span.start]
    start = max([one.span.start - reach, *said])
    return any(map(is_object_verb, view.text[start : one.span.start].split()))


def _is_last_of_several(view: Passage, one: Mention) -> bool:
    """Say whether a name is joined to another: a clause behind both tells of neither ("pakta X dan |Y|, yang …")."""
    before = [other for other in view.mentions if other.span.end <= one.span.start]
    return bool(before) and is_joined(view.text[before[-1].span.end : one.start])


def is_kin_of(view: Passage, one: Mention) -> bool:
    """Say whether a name only tells whose kin is spoken of ("saudara tiri |Kim Jong-un|, Kim Jong-nam, tewas")."""
    before = view.text[max(view.span.start, one.start - KIN_REACH) : one.start]
    words = before[before.rfind(",") + 1 :].split()[-MOST_KIN:]
    at = next((at for at in reversed(range(len(words))) if words[at].lower() in role_words("kin")), None)
    if at is None or not role_words("no_kin").isdisjoint(word.lower() for word in words[at + 1 : at + 2]):
        return False
    return all(word in role_words("of_kin") or is_title(word) for word in words[at + 1 :])


def _has_another_do(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody is the subject of an earlier verb, and who does the deed is named after that.

    "X menuduh |Y menyerang| Z", "X membantu |Y mengembangkan| rudal", "X mengundang |Y untuk mengunjungi| Z".
    """
    verbs = [other for other in view.triggers if other.voice == "active" and other.span.end <= trigger.span.start]
    verb = next((other for other in verbs if other.span.start >= one.span.end), None)
    if verb is None:
        return False
    nearer = [other.span.end for other in view.mentions if other.span.start >= verb.span.end and other.as_ == "actor"]
    last = max((end for end in nearer if end <= trigger.span.start), default=None)
    if last is None:
        return verb.act.rank == SPEECH and _is_of_others(view.text[verb.span.end : trigger.span.start])
    between = view.text[last : trigger.span.start].split()
    bidden = verb.act.type == BIDDING and not clause_words("purpose").isdisjoint(between[:1])
    return bidden or all(map(is_adverb, between))


def _is_of_others(said: str) -> bool:
    """Say whether what stands between a verb of saying and a deed names another ("mengatakan |polisi| menangkap")."""
    words = [word.strip(",") for word in said.split() if not is_adverb(word.strip(","))]
    return bool(words) and not links(said) and not any(word.endswith(glued()) for word in words)


def _is_fronted(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a comma sets a name apart from the one before the verb ("Usai jamu Raja, |Ratu| temui petani")."""
    comma = view.text.find(",", one.span.end, trigger.span.start)
    last = max((other.span.end for other in view.mentions if other.span.end <= trigger.span.start), default=0)
    if not 0 <= comma < last or view.text[last : trigger.span.start].strip():
        return False
    return role_words("joining").isdisjoint(view.text[comma + 1 : trigger.span.start].lower().split())


def is_strangers(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether a name only tells whose a stranger is that follows it ("penyair China Wang Daoming").

    Where an office stands before it, the stranger acts for it ("Menteri Pertahanan Oman Budi Lestari"). In a headline
    every word is capitalised, its deed too.
    """
    if view.text[trigger.span.start].isupper():
        return False
    following = FOLLOWING.match(view.text, one.span.end, view.span.end)
    if following is None or not may_name(following[1]) or _is_known(view, following.start(1)):
        return False
    before = view.text[view.span.start : one.span.start].lower().split()[-MOST_OFFICE:]
    return not role_words("title").intersection(before) or bool(role_words("private").intersection(before))


def _only_says(view: Passage, one: Mention, trigger: Trigger) -> bool:
    """Say whether somebody only says that a stranger did it ("Budi mengatakan |MSH| ditangkap")."""
    said = [verb.span for verb in view.triggers if verb.act.rank == SPEECH and verb.voice == "active"]
    between = [verb for verb in said if one.span.end <= verb.start and verb.end < trigger.span.start]
    words = WORD.findall(view.text[between[-1].end : trigger.span.start]) if between else []
    return bool(words) and words[0][0].isupper() and not _is_known(view, view.text.index(words[0], between[-1].end))


def has_own_subject(view: Passage, clause: int, trigger: Trigger) -> bool:
    """Say whether a clause has a subject of its own, which no gazetteer may know ("setelah |negara itu| menyerang")."""
    if names_stranger(view, clause, trigger):
        return True
    words = view.text[view.clauses[clause].span.start : trigger.span.start].split()
    words = words[1:] if view.clauses[clause].kind in SHARING else words  # without the word that opens it
    known = [*(one.span for one in view.mentions), *(one.span for one in view.timexes)]
    start = view.clauses[clause].span.start
    if any(start <= one.start < trigger.span.start for one in known) or links(" ".join(words)):
        return False
    no_subject = role_words("auxiliary") | clause_words("light")  # "kata X setelah |menggelar| rapat"
    return any(word[0].isalpha() and not is_adverb(word) and word not in no_subject for word in words)


def names_stranger(view: Passage, clause: int, trigger: Trigger) -> bool:
    """Say whether a capitalised word between the start of a clause and its deed may be a stranger's name."""
    start = view.clauses[clause].span.start
    return any(
        found.start() > start and may_name(found.group()) and not _is_known(view, found.start())
        for found in CAPITALISED.finditer(view.text, start, trigger.span.start)
    )


def _is_known(view: Passage, position: int) -> bool:
    return any(mention.span.start <= position < mention.span.end for mention in view.mentions)


def _phrase_start(view: Passage, start: int, one: Mention) -> int:
    """Return where the phrase that holds a name begins: after the last comma or date of its clause before it."""
    comma = view.text.rfind(",", start, one.span.start) + 1
    dates = [timex.end for timex in view.timexes if timex.end <= one.span.start]
    return max([start, comma, *dates])


def is_object(between: str, *, struck: bool = False) -> bool:
    """Say whether what stands between a deed and a name makes the name its object; with `struck` a house or ship does.

    "Menyerang |kapal patroli| X".
    """
    words = WORD.findall(between)
    last = max((number for number, word in enumerate(words) if word in role_words("link")), default=None)
    title = words if last is None else words[last + 1 :]
    thing = [] if last is None else words[:last]
    owned = role_words("joining").union(role_words("struck") if struck else ())
    return (
        len(title) <= LONGEST_TITLE
        and all(is_title(word) or word in owned for word in title)
        and len(thing) <= LONGEST_THING
        and not any(is_object_verb(word) or not word[0].isalnum() or word in relative_words() for word in thing)
    )


def is_linked(between: str) -> bool:
    """Say whether what stands between two names leads from who does it to whom it comes ("invasi X |ke| Y")."""
    words = WORD.findall(between)
    return bool(words) and words[0] in role_words("link") and all(is_title(word) for word in words[1:])


def is_joined(between: str) -> bool:
    """Say whether what stands between two names joins them: a comma or "and", and a title."""
    words = WORD.findall(between)
    joins = words and (words[0] == "," or words[0] in role_words("joining"))
    return bool(joins) and all(word == "," or word in role_words("joining") or is_title(word) for word in words)


def are_joined(text: str, one: Mention, other: Mention) -> bool:
    """Say whether the second of two names follows the first as one more of the same ("X dan Presiden Y")."""
    return one.span.end <= other.span.start and is_joined(text[one.span.end : other.span.start])


def is_title(word: str) -> bool:
    """Say whether a word may be of a title before a name."""
    return word[0].isupper() or word in role_words("title")


def is_reason(first: str, second: str) -> bool:
    """Say whether two words begin what a deed is done for, not whom it is done to ("atas insiden")."""
    return first in role_words("for") and second in role_words("reason")


@cache
def role_words(section: str) -> frozenset[str]:
    """Return the words of a section of `rules/role.toml`."""
    return rule_words("role.toml", section)
