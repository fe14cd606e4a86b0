"""What an expression is counted from: the article's days, a date spoken of before, the direction of its sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

import re2

from timeline.article import Span
from timeline.edtf import DateValue
from timeline.parts import Parts
from timeline.reading import Expression
from timeline.rulebook import table
from timeline.sentence import split_sentences

MOST_DAYS = 31  # of an article's interval that expressions are resolved against one by one
LONGEST_WORD = 20
SHORTEST_WORD = 3
SIGHT = 600  # characters either side of an expression in which its sentence is looked for
REPORT_REACH = 90  # characters between "dilansir" and its date
CLAUSE_REACH = 240  # characters in which a word of direction is looked for
FEW_WORDS = 3  # before an expression that opens its sentence


def anchor_days(published: DateValue | None) -> tuple[date, ...]:
    """Return the days to resolve against: each day of a short interval, both ends of a longer one, none if open."""
    if published is None or published.earliest is None or published.latest is None:
        return ()
    if published.earliest == published.latest:
        return (published.earliest,)
    if (published.latest - published.earliest).days < MOST_DAYS:
        return tuple(published.days())
    return published.earliest, published.latest


def is_wide(published: DateValue | None) -> bool:
    """Say whether only expressions that mean the same on the first and the last day can be resolved."""
    return bool(
        published
        and published.earliest
        and published.latest
        and (published.latest - published.earliest).days >= MOST_DAYS
    )


class Surroundings:
    """The text around expressions: its sentences are found when first asked for."""

    def __init__(self, text: str, sentences: tuple[Span, ...] | None) -> None:
        # What cannot be written as UTF-8 (half of a pair of surrogates) is one "?" here, so offsets stay.
        self.text = text if text.isascii() else text.encode("utf-8", "replace").decode()
        self._given = sentences
        self._seen = Span(0, -1)
        self._sentences: tuple[Span, ...] = ()
        self._reports: list[int] | None = None

    def sentence(self, start: int) -> Span:
        """Return the sentence that holds the character at `start`, or the last before it."""
        line = self._given if self._given is not None else self._sentences_around(start)
        at = bisect_right(line, start, key=lambda sentence: sentence.start) - 1
        return line[at] if at >= 0 else Span(0, line[0].start if line else len(self.text))

    def _sentences_around(self, start: int) -> tuple[Span, ...]:
        """Return the sentences around `start`, cut at line breaks and out of sight; most are never asked for."""
        if not self._seen.start <= start < self._seen.end:
            first = max(self.text.rfind("\n", max(0, start - SIGHT), start) + 1, start - SIGHT, 0)
            last = self.text.find("\n", start, start + SIGHT)
            last = min(len(self.text), start + SIGHT) if last < 0 else last
            sentences = split_sentences(self.text[first:last])
            self._seen = Span(first, max(start + 1, last - CLAUSE_REACH))
            self._sentences = tuple(Span(one.start + first, one.end + first) for one in sentences)
        return self._sentences

    def is_quoted(self, start: int) -> bool:
        """Say whether the character at `start` stands in a quotation that opened in its line."""
        line = self.text[max(self.text.rfind("\n", 0, start) + 1, start - SIGHT) : start]
        return line.count("“") > line.count("”") or line.count('"') % 2 == 1

    def before(self, start: int) -> str | None:
        """Return what the word right before `start` makes of a date: since, until, BEFORE, AFTER, APPROX, or None."""
        text = self.text
        if start < SHORTEST_WORD or text[start - 1] not in " \n\u00a0":
            return None
        word = "".join(text[max(0, start - LONGEST_WORD) : start].split()[-1:])
        return before_words().get(word) or before_words().get(word.lower())

    def direction(self, start: int, end: int) -> int:
        """Say whether the sentence speaks of what is to come (1) or past (-1) where the expression stands, or neither.

        The nearest word of direction before it decides; where there is none, the first after it in a sentence that it
        opens, or in its own clause.
        """
        sentence = self.sentence(start)
        head = self.text[max(sentence.start, start - CLAUSE_REACH) : start]
        last = None
        for last in tense().finditer(head):  # noqa: B007  the last one is wanted
            pass
        if last is not None:
            return _pointing(last[0])
        tail = self.text[end : max(min(sentence.end, end + CLAUSE_REACH), end)]
        if len(head.split()) >= FEW_WORDS:
            tail = tail.split(",", 1)[0]
        first = tense().search(tail)
        return 0 if first is None else _pointing(first[0])

    def is_report(self, start: int) -> bool:
        """Say whether the date at `start` is that of a report: only names stand between "dilansir" and it."""
        if self._reports is None:
            told = any(stem in self.text for stem in report_stems())
            self._reports = [found.end() for found in report().finditer(self.text)] if told else []
        at = bisect_right(self._reports, start) - 1
        if at < 0 or start - self._reports[at] > REPORT_REACH:
            return False
        between = self.text[self._reports[at] : start]
        return "\n" not in between and all(_is_name(word) for word in between.replace("(", " ").split())

    def is_list(self, end: int, start: int) -> bool:
        """Say whether only commas and "and" stand between `end` and `start`: "Januari, Februari, dan Maret 2019"."""
        between = self.text[end:start].replace(",", " ").split()
        return start - end < LONGEST_WORD and all(
            word in table("date-context.toml")["list"]["words"] for word in between
        )


class Told:
    """The dates a text has told so far, for what points back to them; each question costs the same however many."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._latest: dict[str, tuple[int, DateValue]] = {}  # by precision: where, and what
        self._of_weekday: dict[int, DateValue] = {}
        self._year: tuple[int, int] | None = None
        self._days: list[tuple[int, DateValue]] = []
        self._event_days: list[tuple[int, DateValue]] = []

    def add(self, start: int, when: DateValue, parts: Parts, *, reported: bool) -> None:
        """Remember that the expression at `start` means `when`; a report's date is nothing to count from."""
        if parts.year is not None:
            self._year = (start, parts.year)
        precision = when.precision
        day = _closed(when) if precision == "open" else when
        is_day = precision == "day" or (day is not when and day.precision == "day")
        if is_day:
            self._days.append((start, day))
        if reported:
            return
        self._latest[day.precision] = (start, when)
        if is_day:
            self._event_days.append((start, day))
            if parts.weekday is not None and parts.day is not None:
                self._of_weekday[parts.weekday] = day

    def year_in_sentence(self, start: int) -> int | None:
        """Return the year printed last before `start` in the same sentence, or None."""
        if self._year is None or self._year[0] < self._around.sentence(start).start:
            return None
        return self._year[1]

    def antecedent(self, start: int, expression: Expression) -> DateValue | None:
        """Return the date that an expression at `start` points back to, or None."""
        parts = expression.parts
        if expression.norm == "clock":
            return self._day_of(start)
        if expression.norm == "weekday":
            pointed = any(shift is not None for shift in (parts.shift, parts.week_shift, parts.deictic))
            return None if pointed or parts.weekday is None else self._of_weekday.get(parts.weekday)
        found = [self._latest[precision] for precision in _fine_enough(expression) if precision in self._latest]
        return _closed(max(found, key=lambda telling: telling[0])[1]) if found else None

    def _day_of(self, start: int) -> DateValue | None:
        """Return the day that the sentence at `start` speaks of: told before it there, after it there, or earlier."""
        if not self._days:
            return None
        sentence = self._around.sentence(start)
        at = bisect_left(self._days, start, key=_where)
        if at > 0 and self._days[at - 1][0] >= sentence.start:
            return self._days[at - 1][1]
        if at < len(self._days) and self._days[at][0] < sentence.end:
            return self._days[at][1]
        earlier = bisect_left(self._event_days, start, key=_where)
        return self._event_days[earlier - 1][1] if earlier > 0 else None


def _where(telling: tuple[int, DateValue]) -> int:
    return telling[0]


FINE = ("day", "span", "month", "year")


def _fine_enough(expression: Expression) -> frozenset[str]:
    """Return the precisions that an antecedent may have: "hari itu" needs a day, "tahun itu" no more than a year."""
    unit = expression.parts.unit
    if expression.norm in ("pointer",) and unit in ("day", "week"):
        return frozenset({"day"})
    if expression.norm == "day_of_month" or (unit == "month" and expression.norm == "pointer"):
        return frozenset({"day", "month"})
    return frozenset(FINE)


def _closed(when: DateValue) -> DateValue:
    """Return the date without the open end that "sejak" gave it."""
    return DateValue.parse(when.edtf.replace("/..", "").replace("../", "")) if when.precision == "open" else when


def _pointing(word: str) -> int:
    return 1 if word.lower() in ahead_words() else -1


def _is_name(word: str) -> bool:
    bare = word.strip(",.;:\"'“”‘’()")
    return not bare or not bare[0].islower() or bare in table("date-context.toml")["report"]["names"] or "." in bare


@cache
def before_words() -> dict[str, str]:
    """Return what each word right before a date makes of it."""
    return {word: kind for kind, words in table("date-context.toml")["before"].items() for word in words}


@cache
def ahead_words() -> frozenset[str]:
    """Return the words that point ahead."""
    return frozenset(table("date-context.toml")["tense"]["ahead"])


@cache
def tense() -> Any:  # noqa: ANN401  re2 has no types
    """Return the pattern of all words of direction."""
    words = table("date-context.toml")["tense"]
    return _any_word([*words["ahead"], *words["past"]])


@cache
def report_stems() -> tuple[str, ...]:
    """Return what every word that brings a report holds: quicker to look for than the words."""
    return tuple(table("date-context.toml")["report"]["stems"])


@cache
def report() -> Any:  # noqa: ANN401  re2 has no types
    """Return the pattern of words that bring a report."""
    return _any_word(table("date-context.toml")["report"]["words"])


def _any_word(words: Iterable[str]) -> Any:  # noqa: ANN401  re2 has no types
    options = re2.Options()
    options.case_sensitive, options.longest_match, options.log_errors = False, True, False
    pattern = "|".join(re2.escape(word) for word in sorted(words, key=len, reverse=True))
    return re2.compile(rf"\b(?:{pattern})\b", options)
