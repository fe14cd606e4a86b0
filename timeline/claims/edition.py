"""Dates that belong to a name: they tell which one is meant, not when anything is done ("APBN 2015")."""

import re

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


def names_its_noun(view: Passage, date: Span) -> bool:
    """Say whether a date only tells which one is meant by a noun under a verb ("mengganti perjanjian 1953").

    Or by its name ("menangguhkan Kesepakatan |Militer| 19 September 2018").
    """
    if _is_of_lapsed(view, date):
        return True
    if not view.text[date.start].isdigit():
        return False
    index = view.index_at(date.start)
    nouns = [one for one in view.triggers if one.voice == "noun" and one.span.end <= date.start]
    if not nouns or view.index_at(nouns[-1].span.start) != index:
        return False
    name = view.text[nouns[-1].span.end : date.start].split()
    if name and (nouns[-1].act.type != AGREEMENT or not all(word[0].isupper() for word in name)):
        return False
    before = view.text[view.clauses[index].span.start : nouns[-1].span.start]
    return has_verb(before) and not shares_subject(before)


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
