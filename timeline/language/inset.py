"""Clauses that stand inside another: where they begin and end, and where the other goes on."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise

from timeline.article import Span
from timeline.language.conjunction import clause_words, opens_with_verb, tells_deed, verbs_in
from timeline.language.coordination import COORDINATE, dates_verb
from timeline.language.marker import CONTRAST, FRONTED, ONLOOKERS, RELATIVE, RESUMED, Opening
from timeline.ruletable import rule_words

# Words of a relative clause that no comma sets apart, up to its date, unless all it has is one verb.
LONGEST_RELATIVE = 6
# Clauses that may stand between a subject and its verb.
INTERPOSED = frozenset([*FRONTED, "conditional", CONTRAST, ONLOOKERS])


def with_relatives(
    text: str, sentence: Span, dates: Sequence[Span], openings: list[Opening], starts: Sequence[int]
) -> list[Opening]:
    """Return `openings` with the relative clauses that begin at `starts` and what resumes after them."""
    found = list(openings)
    done = sentence.start
    for start in starts:
        stop = next((one.start for one in openings if one.start > start), sentence.end)
        host = next((one for one in reversed(openings) if one.start < start), None)
        end = _relative_end(text, Span(start, stop), dates)
        if end and host and _is_all_told(text, Span(host.start, start), host.kind, Span(start, stop), dates):
            end = stop
        if end is None or start <= done:
            continue
        closing = next((one for one in found if one.start == end and one.kind == COORDINATE), None)
        # "X, yang tiba Senin|,| akan bertolak": the comma only closes it
        if closing and text[start - 2 : start] == ", ":
            found.remove(closing)
            stop = next((one.start for one in openings if one.start > end), sentence.end)
        found += _set_apart(text, Span(start, end), RELATIVE, stop)
        done = end
    return sorted(found, key=lambda one: one.start)


def _relative_end(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return where the relative clause that begins `span` ends: at its comma, or right after the date it is short of.

    None where neither shows: it is then no clause of its own.
    """
    if text[max(span.start - 2, 0) : span.start].rstrip().endswith(","):
        return comma_in(text, span, dates) or span.end
    date = next((date for date in dates if span.start < date.start < span.end), None)
    between = text[span.start : date.start] if date else ""
    if date is None or "," in between or _is_adjective(between) or _is_past_name(between):
        return None
    if len(between.split()) > LONGEST_RELATIVE and verbs_in(between) != 1:
        return None
    return date.end


def _is_all_told(text: str, before: Span, kind: str, span: Span, dates: Sequence[Span]) -> bool:
    """Say whether a clause tells nothing but by its relative one ("sejak Budi, |yang menemui lurah, Siti, pada 2011|").

    It has no more than somebody before that, and no verb behind.
    """
    _, who, *_ = [*before.of(text).split(), "", ""]
    somebody = who[:1].isupper() or who in rule_words("role.toml", "kin")
    told = tells_deed(before.of(text)) or _resumes(text, span, dates) is not None
    return kind in FRONTED and somebody and not told


def describes(words: str) -> bool:
    """Say whether a relative clause says what something is or can do, which has no day ("yang |mampu| mencapai Y")."""
    told = dropwhile(clause_words("coordinate", "before_verb").__contains__, words.lower().split()[1:])
    return next(told, "") in clause_words("describing")


def _is_past_name(words: str) -> bool:
    """Say whether a verb behind a name goes on past what a relative clause tells ("yang didukung X |menyerang| Y")."""
    told = words.split()
    return describes(words) and any(one[0].isupper() and tells_deed(other) for one, other in pairwise(told[2:]))


def _is_adjective(words: str) -> bool:
    """Say whether a relative clause is but an adjective: the date after it is not its own then ("yang baru pada …")."""
    _, adjective, *rest = [*words.lower().split(), ""]
    return adjective in clause_words("adjective") and all(word in clause_words("dating") for word in rest if word)


def is_apposition(text: str, begun: Span, rest: Span, dates: Sequence[Span]) -> bool:
    """Say whether what follows a comma only tells since when somebody is what ("X, |lurah Demak sejak 2019,| tiba").

    It stands between the subject and its verb, ends in a date, and has words besides that are no preposition's.
    """
    end = comma_in(text, rest, dates)
    date = next((one for one in dates if end is not None and one.end == end - 1), None)
    if end is None or date is None or date.start < rest.start or tells_deed(text[begun.start : end]):
        return False
    first, *words = text[rest.start : date.start].split() or [""]
    told = len(words) > 1 and all(word[0].isalnum() for word in words) and first not in clause_words("linked")
    return told and _goes_on(text, Span(end, rest.end), dates)


def with_interposed(text: str, sentence: Span, dates: Sequence[Span], openings: list[Opening]) -> list[Opening]:
    """Return `openings` with what resumes after a clause between commas before any verb ("X, |usai rapat,| pulang")."""
    found = list(openings)
    for number, opening in enumerate(openings):
        host = Span(openings[number - 1].start if number else sentence.start, opening.start)
        length = next((one.start for one in dates if host.start < one.start and one.end + 1 == host.end), host.end)
        before = text[host.start : length].rstrip()  # "X, |sehari| usai rapat, pulang"
        joined = number > 0 and openings[number - 1].kind == COORDINATE  # "pada 2001 |dan 2011|, sedangkan …"
        if joined or opening.kind not in INTERPOSED or not before.endswith(",") or tells_deed(before):
            continue
        end = _resumes(text, Span(opening.start, sentence.end), dates)
        if _is_date(text, Span(host.start, host.start + len(before)), dates):  # "Senin, |usai rapat,| X pulang"
            end = comma_in(text, Span(opening.start, sentence.end), dates)
        if end is not None and not any(one.start in (end, end + 1) and one.kind != COORDINATE for one in openings):
            found = [one for one in found if one.start != end]
            found += _set_apart(text, Span(opening.start, end), opening.kind, sentence.end)[1:]
    return sorted(found, key=lambda one: one.start)


def _resumes(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return the position after the first comma of `span` behind which a verb goes on, maybe after a date; or None."""
    end = comma_in(text, span, dates)
    while end is not None and not _goes_on(text, Span(end, span.end), dates):
        end = comma_in(text, Span(end, span.end), dates)
    return end


def _goes_on(text: str, rest: Span, dates: Sequence[Span]) -> bool:
    """Say whether a verb follows, or a date and a verb."""
    return opens_with_verb(rest.of(text).lstrip()) or dates_verb(text, rest, dates)


def _is_date(text: str, front: Span, dates: Sequence[Span]) -> bool:
    """Say whether what stands in front is nothing but a date."""
    date = next((one for one in dates if front.covers(one)), None)
    rest = text[front.start : date.start] + text[date.end : front.end] if date else ""
    return date is not None and all(word.lower() in clause_words("dating") for word in rest.strip(" ,").split())


def _set_apart(text: str, inner: Span, kind: str, stop: int) -> list[Opening]:
    """Return where a clause opens inside another, and where that one goes on after it."""
    goes_on = bool(text[inner.end : stop].strip(' .,)”"'))
    return [Opening(inner.start, kind), *([Opening(inner.end, RESUMED, inner.start)] if goes_on else [])]


def comma_in(text: str, span: Span, dates: Sequence[Span]) -> int | None:
    """Return the position after the first comma of `span` that lies in no date or number ("3,6 juta"), or None."""
    position = text.find(",", span.start, span.end)
    while position >= 0:
        in_number = text[position + 1 : position + 2].isdigit()
        if not in_number and not any(date.start <= position < date.end for date in dates):
            return position + 1
        position = text.find(",", position + 1, span.end)
    return None
