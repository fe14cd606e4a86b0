"""Dates that belong to a name: they tell which one is meant, not when anything is done ("APBN 2015")."""

import re
from collections.abc import Sequence

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.claims.reach import ONE_MORE
from timeline.dates.timex import Timex
from timeline.language.act import AGREEMENT, SPOKEN, Trigger, act_words
from timeline.language.conjunction import clause_words, has_verb, tells_deed
from timeline.language.leading import is_under, links, shares_subject, takes_part_in
from timeline.language.marker import RELATIVE
from timeline.language.modality import compares
from timeline.names.title import begins_title

# A year right after a capitalised word is part of a name: "Pilkada 2018", "APBN 2015", "Gubernur 2018-2023".
YEARS = re.compile(r"\d{4}(?:\s?[-–/]\s?\d{4})?")
# On its own line, no sentence ending before it.
NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*[^\S\n]+)*[^\W\d_a-z](?:[\w.’'-]*[\w’'-])?[^\S\n]+\Z")
WORD = re.compile(r"\S+")
# How many digits a year has.
DIGITS = 4
# The deed of what ends by itself.
LAPSING = "lapse"
# Words after "perjanjian" that say of what kind it is ("militer"); characters behind a year in which a name follows.
LONGEST_KIND, LONGEST_LINK = 2, 24
# Characters looked back for the rest of such a name.
NAME_REACH = 60


def is_edition(text: str, date: Span) -> bool:
    """Say whether a date is years alone that belong to a name; then they date what is so named, not what is done."""
    years = YEARS.fullmatch(text, date.start, date.end)
    return years is not None and not is_under(text, date, "dating") and _name_before(text, date) != ""


def _name_before(text: str, date: Span) -> str:
    found = NAME.search(text, max(0, date.start - NAME_REACH), date.start)
    return found.group() if found else ""


def names_edition(view: Passage, date: Span) -> bool:
    """Say whether a year belongs to a name that is more than that of a place ("bertemu di |Vladivostok 2002|")."""
    name = Span(date.start - len(_name_before(view.text, date)), date.start)
    return is_edition(view.text, date) and not _is_name(view, name)


def named_deed(view: Passage, date: Span) -> Trigger | None:
    """Return the deed a name with a year names ("KTT Hanoi 2019"): a noun in or right before the name."""
    start = date.start - len(_name_before(view.text, date))
    nouns = [one for one in view.triggers if one.voice == "noun" and one.span.end <= date.start]
    return nouns[-1] if nouns and nouns[-1].span.end >= start - 1 else None


def names_its_noun(view: Passage, timex: Timex) -> bool:
    """Say whether a date only tells which one is meant by a noun under a verb ("mengganti perjanjian 1953").

    Or by its name ("menangguhkan Kesepakatan |Militer| 19 September 2018"). Who signs it does so then.
    """
    date = timex.span
    if _is_of_lapsed(view, date):
        return True
    index = view.index_at(date.start)
    before = [one for one in view.triggers if one.span.end <= date.start]
    nouns = [one for one in before if one.voice == "noun"]
    if not nouns or view.index_at(nouns[-1].span.start) != index:
        return False
    name = view.text[nouns[-1].span.end : date.start].split()
    named = nouns[-1].act.type == AGREEMENT and _is_titled(name)
    if (name and not named) or not (view.text[date.start].isdigit() or (name and _is_year(view, timex))):
        return False
    lead = view.text[view.clauses[index].span.start : nouns[-1].span.start]
    return has_verb(lead) and not (_is_signed(view, nouns[-1]) or shares_subject(lead))


def _is_signed(view: Passage, noun: Trigger) -> bool:
    """Say whether a verb right before an agreement makes it ("|meneken| perjanjian 1961")."""
    verbs = [one for one in view.triggers if one.voice == "active" and one.span.end <= noun.span.start]
    made = bool(verbs) and verbs[-1].act.type == noun.act.type == AGREEMENT
    return made and not has_verb(view.text[verbs[-1].span.end : noun.span.start])


def _is_titled(words: Sequence[str]) -> bool:
    """Say whether words are those of a name, and what joins them ("Persahabatan, Kerja Sama |dan| Bantuan")."""
    return all(word[0].isupper() or word in clause_words("coordinate") for word in words)


def _is_year(view: Passage, timex: Timex) -> bool:
    """Say whether a date is a year that no preposition makes the time of something ("perjanjian |tahun 1961|")."""
    return timex.value is not None and len(timex.value) == DIGITS and not is_under(view.text, timex.span, "dating")


def is_of_pact(view: Passage, timex: Timex, deed: Trigger | None) -> bool:
    """Say whether a year only tells which agreement a verb undoes or is about.

    The agreement is named ("memperingati Perjanjian Demak |tahun 1478|"), or another date or who made it comes
    besides ("mengakhiri perjanjian militer |tahun 2018| dengan Demak"), or what is done no table knows.
    """
    if (deed and (deed.voice == "noun" or deed.act.type == AGREEMENT)) or not _is_year(view, timex):
        return False
    clause = view.clause_at(timex.start).span
    start = deed.span.start if deed else clause.start
    lead = [word.strip(",") for word in view.text[start : timex.start].split()]
    heads = [number for number, word in enumerate(lead) if word.lower() in clause_words("paper")]
    kind = lead[heads[-1] + 1 :] if heads else []
    if not heads or has_verb(" ".join(kind)):
        return False
    if deed is None:
        return view.text[timex.start].isdigit() and len(kind) <= LONGEST_KIND and has_verb(" ".join(lead[: heads[-1]]))
    beside = any(one.span != timex.span and clause.covers(one.span) for one in view.timexes)
    following = view.text[timex.end : timex.end + LONGEST_LINK].split()[:2]
    made = len(following) > 1 and links(following[0]) and following[1][0].isupper()
    return bool(kind and _is_titled(kind)) or (len(kind) <= LONGEST_KIND and (beside or made))


def is_of_thing(view: Passage, timex: Timex, deed: Trigger | None) -> bool:
    """Say whether a bare year only tells which thing is meant that is no deed ("mengkritik anggaran |1998|").

    What is done at it is of that year ("terpuruk dalam krisis 1998"), and what it does itself; so is what follows a
    name ("di Beijing 2008"). Under a deed that words do any year is ("meminta X belajar dari krisis |tahun lalu|"), and
    beside another date ("dipulangkan pada Mei sesuai resolusi PBB |tahun 2017|").
    """
    date = timex.span
    clause = view.clause_at(date.start)
    beside = any(one.end <= date.start and clause.span.covers(one.span) for one in view.timexes)
    which = timex.value is not None and len(timex.value) == DIGITS
    which = which and (beside or (deed is not None and deed.act.type in SPOKEN))
    if not (which or YEARS.fullmatch(view.text, date.start, date.end)) or is_under(view.text, date, "dating"):
        return False
    lead = view.text[clause.span.start : date.start]
    if not lead.endswith(" ") or lead.endswith(", ") or tells_deed("".join(lead.split()[-1:])):
        return False
    governing = [found for found in WORD.finditer(lead) if links(found.group().lower()) or has_verb(found.group())]
    if not governing:  # "belajar dari krisis pada 1998 |dan krisis besar 2008|"
        return clause.kind == "coordinate" and len(lead.split()) > ONE_MORE
    thing = Span(clause.span.start + governing[-1].end(), date.start)
    told = any(one.voice == "noun" and one.span.overlaps(thing) for one in view.triggers)
    return not (told or _is_name(view, thing) or takes_part_in(governing[-1].group()))


def tells_tenure(view: Passage, timex: Timex) -> bool:
    """Say whether a date only tells since when somebody has a post ("X, lurah Demak |sejak 2011|, pulang")."""
    lead, comma, post = view.text[view.span.start : timex.start].rpartition(", ")
    if timex.latest is not None or not comma or not view.text.startswith(",", timex.end):
        return False
    return bool(lead) and begins_title("".join(post.lower().split()[:1])) and not has_verb(post)


def _is_name(view: Passage, thing: Span) -> bool:
    """Say whether words are no more than the name of somebody or of a place."""
    words = thing.of(view.text).strip()
    return any(thing.covers(one.span) and one.span.of(view.text) == words for one in view.mentions)


def _is_of_lapsed(view: Passage, date: Span) -> bool:
    """Say whether a date stands with the noun for what came to its end later ("perjanjian |tahun 1961| berakhir")."""
    nouns = [one for one in view.triggers if one.voice == "noun" and one.span.end <= date.start]
    if not nouns or nouns[-1].act.name != LAPSING or is_under(view.text, date, "dating"):
        return False
    return act_words("ending").isdisjoint(view.text[nouns[-1].span.end : date.start].split())


def is_of_topic(view: Passage, verb: Trigger, timex: Timex) -> bool:
    """Say whether a month or year that is no news tells what is spoken about ("menjelaskan |soal| utang 2023")."""
    after = view.text[verb.span.end : max(verb.span.end, timex.start)].lower().split()[:1]
    return timex.parts.day is None and not (view.is_news(timex.span) or clause_words("topic").isdisjoint(after))


def begins_a_count(view: Passage, timex: Timex) -> bool:
    """Say whether a date only begins the time over which something is counted ("kunjungan ketiga sejak 2019").

    A noun may stand before it that it is the date of ("serangan pertama sejak |perang| 1971").
    """
    if timex.when is None:
        return False
    clause = view.clause_at(timex.start)
    head = clause.governor if clause.kind in (RELATIVE, "subordinate") else None  # "presiden |yang berkunjung sejak …|"
    start = clause.span.start if head is None else view.clauses[head].span.start
    before = view.text[start : timex.start]
    return compares(before) if timex.latest is None else compares(before.rstrip().rpartition(" ")[0] + " ")
