"""A stretch of a sentence as a headline prints it: without dates, openers, pointers and stray marks, cut where long."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.dates.timex import Timex
from timeline.language.conjunction import tells_deed
from timeline.language.marker import RELATIVE, RESUMED
from timeline.names.mention import Mention
from timeline.ruletable import rule_table

LONGEST_GIST = 72
# A gist of fewer words says too little: the whole sentence is taken then.
FEWEST_WORDS = 2
LONGEST_PREPOSITION = 40
EDGES = " \t\n,;:–—-•·▪●*\"“”‘’'"
# What numbers a line of a list ("2. ", "3) ").
NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")
BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?)])")
# Marks left beside one another where a date was.
DOUBLED = re.compile(r"[,;]\s*(?:[,;]\s*|(?=[.:]))")
YEAR = re.compile(r"\d{4}")
EMPTY = re.compile(r"\(\s*[,;–-]?\s*\)")


def clip(text: str) -> str:
    """Return a text, cut where it is long: after a word that awaits no other, before a quotation it would not close."""
    plain = " ".join(text.split())
    if len(plain) <= LONGEST_GIST:
        return plain
    cut = plain[: max(plain.rfind(" ", 0, LONGEST_GIST), 1)]
    quote = cut.rfind("“")
    if quote > len(cut) // 2 and "”" not in cut[quote:]:
        cut = cut[:quote]
    while cut.count(" ") > FEWEST_WORDS and cut.split(" ")[-1].lower().strip(EDGES) in gist_words("awaiting"):
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,;:") + "…"


def plain(view: Passage, window: Span, *, quoted: bool = False, told: Span | None = None) -> str:
    """Return the words of `window` without dates, openers and stray marks, as a headline begins and ends.

    Nor does it point back, but where somebody is `quoted`. Where it is long, people go without their titles. What is
    told besides between commas ("X, |yang tiba Senin|, pulang") goes too, but for the clause `told`.
    """
    dated = (_date_phrase(view.text, window, timex) for timex in view.timexes if not _is_listed(view, timex))
    dates = [*(cut for cut in dated if cut is not None), *_asides(view, window, told)]
    text = _without(view.text, window, dates)
    if len(text) > LONGEST_GIST:
        titles = [Span(one.start, one.span.start) for one in view.mentions if _is_spare(view, one, window)]
        text = _without(view.text, window, [*dates, *titles])
    text = DOUBLED.sub(" ", BEFORE_MARK.sub("", EMPTY.sub("", text))).strip(EDGES)
    text = _openers().sub("", NUMBERED.sub("", text)).strip(EDGES).rstrip(". ")
    text = text if quoted else _pointers().sub(_unpointed, text)
    text = text.replace('"', "") if text.count('"') % 2 else text
    before, _, last = text.rpartition(" ")
    text = before.rstrip(EDGES) if last.lower() in gist_words("naming") else text
    return text[:1].upper() + text[1:]


def _is_spare(view: Passage, one: Mention, window: Span) -> bool:
    """Say whether a name says as much without its title; not where that is spoken of ("menjadi |bupati, X|")."""
    before = view.text[max(window.start, one.start - LONGEST_PREPOSITION) : one.start].lower().split()[-1:]
    return window.covers(one.span) and set(before).isdisjoint(gist_words("entitling"))


def _asides(view: Passage, window: Span, told: Span | None) -> list[Span]:
    """Return the relative clauses between commas after which the sentence goes on, each with its first comma.

    Of the clause `told` only the comma and the word that opens it go, and all behind ("X|, yang| tiba|, pulang|").
    """
    cuts = []
    for one, following in pairwise(view.clauses):
        before = view.text[window.start : one.span.start].rstrip()
        goes_on = following.kind == RESUMED and tells_deed(following.span.of(view.text).rstrip(EDGES + "."))
        if one.kind != RELATIVE or not goes_on or before[-1:] != "," or not window.covers(one.span):
            continue
        comma = window.start + len(before) - 1
        opened = view.text.find(" ", one.span.start, one.span.end)
        if one.span != told:
            cuts.append(Span(comma, one.span.end))
        elif any(name.span.end == comma for name in view.mentions) and not tells_deed(before):
            cuts += [Span(comma, opened), Span(one.span.end, window.end)]
    return cuts


def _without(text: str, window: Span, cuts: Sequence[Span]) -> str:
    """Return the words of `window` but for those of `cuts`."""
    kept, start = [], window.start
    for cut in sorted(cuts):
        if cut.start >= start and cut.end > cut.start:
            kept.append(text[start : cut.start])
            start = cut.end
    return " ".join(" ".join([*kept, text[start : window.end]]).split())


def _unpointed(found: re.Match[str]) -> str:
    """Return a noun without the word that points at it."""
    return found.group() if found.group(1).lower() in gist_words("unpointed") else found.group(1)


def _date_phrase(text: str, window: Span, timex: Timex) -> Span | None:
    """Return the span of a date with its preposition, or None where it says what the sentence is about.

    So goes how long before or after something else it was ("X mengaku|, dua hari| setelah Y menuduhnya").
    """
    if timex.type == "DURATION" and text[window.start : timex.start].endswith(", "):
        return timex.span if window.covers(timex.span) and not text[timex.end : window.end].strip() else None
    if timex.type not in ("DATE", "TIME") or not window.covers(timex.span):
        return None
    found = _prepositions().search(text, max(window.start, timex.start - LONGEST_PREPOSITION), timex.start)
    start = found.start() if found else timex.start
    last = "".join(text[window.start : start].split()[-1:])
    set_off = found is not None and "," in found.group() and text.startswith(",", timex.end)
    named_year = found is None and last[-1:].isalnum() and YEAR.search(timex.text) and timex.parts.day is None
    return None if named_year or last.lower() in gist_words("bound") else Span(start, timex.end + set_off)


def _is_listed(view: Passage, timex: Timex) -> bool:
    """Say whether a date is one of several joined to one another ("31 Mei |dan| 24 Agustus", "2006|,| 2009 dan …")."""
    at = view.timexes.index(timex)
    between = [_between(view, one, other) for one, other in pairwise(view.timexes)]
    sides = (between[:at][::-1], between[at:])
    return any(next((one for one in side if one != ""), None) is not None for side in sides)


def _between(view: Passage, one: Timex, other: Timex) -> str | None:
    """Return the word between two dates, which may be no more than a comma; None where there is more."""
    words = view.text[one.end : other.start].strip(" ,")
    return words if words in ("", *gist_words("joining")) else None


@cache
def gist_words(section: str) -> tuple[str, ...]:
    """Return the words of a section of `rules/gist.toml`, the longest first."""
    return tuple(sorted(rule_table("gist.toml")[section]["words"], key=len, reverse=True))


@cache
def _openers() -> re.Pattern[str]:
    opening, counting = ("|".join(gist_words(section)) for section in ("opening", "counting"))
    return re.compile(rf"^(?:(?:{opening})(?: pun)?(?:,\s*|\s+)|(?:{counting}),\s*)+", re.IGNORECASE)


@cache
def _pointers() -> re.Pattern[str]:
    return re.compile(rf"\b(\w+) (?:{'|'.join(gist_words('pointing'))})(?!\w)", re.IGNORECASE)


@cache
def _prepositions() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(gist_words('preposition'))}),?\s+$", re.IGNORECASE)
