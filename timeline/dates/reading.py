"""What an expression is read from, and what reading it gives."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from babel.dates import get_day_names

from timeline.dates.parts import Parts
from timeline.edtf import DateValue, Mod
from timeline.message import Language, Message

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

WITHOUT_ANCHOR = frozenset(
    {"other_calendar", "before_calendar", "year", "year_pair", "decade", "century", "duration", "set", "reference"}
)
BY_DIRECTION = frozenset(
    {"day", "day_of_month", "day_range", "month", "month_range", "week_of_month", "quarter", "holiday"}
)
BY_WEEKDAY = frozenset({"weekday", "eve", "weekday_range", "weekend"})
BY_TEXT = frozenset(
    {
        "weekday",
        "sequence",
        "pointer",
        "pointed_month",
        "pointed_quarter",
        "same_month",
        "clock",
        "part_of_day",
        "day_of_month",
    }
)
APPOSABLE = frozenset({"clock", "sequence", "pointer"})
FINER_THAN_DAY = frozenset({"hour", "minute", "second"})
WITHOUT_SIDE = frozenset({"clock", "part_of_day", "duration", "set", "reference"})
HABITUAL = frozenset({"clock", "part_of_day", "weekday", "weekday_range", "weekend", "month", "month_range", "holiday"})
FINE = ("day", "span", "month", "year")
DATES_REPORTS = frozenset({"day", "weekday", "deictic", "day_range"})


class Frame(NamedTuple):
    """What an expression is counted from.

    today
        The article's day, or None.
    direction
        The sentence speaks of what is to come (1), of what is past (-1), or says neither (0).
    year
        The year that the sentence itself names, or None.
    antecedent
        The date last spoken of that the expression may point to, or None.
    apposed
        The antecedent is no earlier date, but the one printed right behind: "keesokan harinya, Rabu (4/5)".
    until
        A word right before it says that it is an end: "hingga Desember".
    since
        One says that it began what goes on: "sejak September", not "mulai September".
    narrated
        The year is that of the date told last, which this one follows; not its own sentence's.
    """

    today: date | None = None
    direction: int = 0
    year: int | None = None
    antecedent: DateValue | None = None
    apposed: bool = False
    until: bool = False
    since: bool = False
    narrated: bool = False

    @property
    def ahead(self) -> bool:
        """Say whether the sentence speaks of what is to come."""
        return self.direction > 0


class Needs(NamedTuple):
    """What of a frame, and of the text around, an expression's reading depends on; nothing else is looked for.

    side
        The word before it: "sejak", "sebelum".
    report
        Whether it dates a report.
    apposed
        The day printed right behind it.
    habit
        Whether its sentence tells a habit: it names no one day then.
    speech
        Whether somebody else than the writer says it: their "today" is counted from when they spoke.
    agreeing
        The story it goes on with: its weekday says whether it is of that year.
    told
        The dates that the text told before: for its year, its antecedent, or the day of speech.
    """

    today: bool = False
    direction: bool = False
    year: bool = False
    antecedent: bool = False
    side: bool = False
    report: bool = False
    apposed: bool = False
    habit: bool = False
    speech: bool = False
    agreeing: bool = False
    told: bool = False


class Expression(NamedTuple):
    """A text that a rule takes for a time expression, with its parts.

    needs
        What its reading depends on.
    readings
        A memo of its own: what it was read as, by what it was read from.
    """

    text: str
    rule: str
    type: TimexType
    norm: str
    parts: Parts
    needs: Needs
    readings: dict[object, "Reading"]


class Reading(NamedTuple):
    """What an expression means: TIMEX3's value, the days, and the steps that led there."""

    value: str | None
    when: DateValue | None
    reasons: tuple[Message, ...] = ()
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayName:
    """A day of the week, Monday 1, that can say its name."""

    number: int

    def words(self, language: Language) -> str:
        """Return the name in `language`."""
        return str(get_day_names("wide", locale=language)[self.number - 1])


@dataclass(frozen=True, slots=True)
class UnitCount:
    """A number of units that can say itself: "24 tahun", "24 years"."""

    number: str
    unit: str

    def words(self, language: Language) -> str:
        """Return number and unit in `language`."""
        return Message(f"timex.unit_{self.unit}", (("n", 1 if self.number == "1" else 2), ("count", self.number))).text(
            language
        )


def why(key: str, **values: object) -> Message:
    """Return a step of a reading, of the table `messages/timex.toml`; formatted only when somebody reads it."""
    return Message(f"timex.{key}", tuple(values.items()))


def refused(expression: Expression, key: str, **values: object) -> Reading:
    """Return the reading of what is not read, and why."""
    return Reading(None, None, (why(key, text=expression.text, **values),))


def needs_of(norm: str, parts: Parts) -> Needs:
    """Return what the reading of such parts depends on."""
    side = norm not in WITHOUT_SIDE and not parts.is_range  # "mulai 4 sampai 9 Mei" has both its ends
    if norm in WITHOUT_ANCHOR:
        return Needs(side=side)
    year_told = parts.year is not None or parts.year2 is not None or parts.year_shift is not None
    pointed = {parts.shift, parts.week_shift, parts.month_shift, parts.deictic} != {None}
    seeks_year = norm in BY_DIRECTION and not year_told
    agreeing = not year_told and parts.weekday is not None and parts.day is not None  # the weekday finds the year
    year, antecedent, speech = not pointed and seeks_year and parts.weekday is None, norm in BY_TEXT, norm == "deictic"
    return Needs(
        today=not (year_told and norm in ("month", "month_range", "quarter", "week_of_month", "season"))
        or parts.year_shift is not None,
        direction=parts.sequence == 1
        or norm == "clock"
        or (not pointed and (norm in BY_WEEKDAY or (seeks_year and not agreeing))),
        year=year,
        antecedent=antecedent,
        side=side,
        report=norm in DATES_REPORTS,
        apposed=norm in APPOSABLE,
        habit=(norm in HABITUAL and not pointed and not year_told and parts.pointer is None)
        or (norm == "pointer" and parts.unit == "day"),  # "tiap tahun pada tanggal itu"
        speech=speech,
        agreeing=agreeing and norm == "day" and not pointed,
        told=year or antecedent or speech or agreeing,
    )


def is_bare_weekday(expression: Expression) -> bool:
    """Say whether it is a weekday alone."""
    return expression.norm == "weekday" and expression.parts.is_bare_weekday


def fine_enough(expression: Expression) -> frozenset[str]:
    """Return the precisions that an antecedent may have: "hari itu" needs a day, "tahun itu" no more than a year."""
    unit = expression.parts.unit
    if expression.norm == "pointer" and unit in ("decade", "century"):
        return frozenset({*FINE, unit})
    if expression.norm == "pointer" and unit in ("day", "week"):
        return frozenset({"day"} if unit == "day" else {"day", "span"})
    if (expression.norm in ("pointer", "same_month") and unit in ("quarter", "half")) or (
        expression.norm == "pointer" and unit == "month"
    ):
        return frozenset({"day", "month", "span"})
    if expression.norm in ("day_of_month", "same_month"):
        return frozenset({"day", "month"})
    return frozenset(FINE)


def type_of(declared: TimexType, norm: str, parts: Parts) -> TimexType:
    """Return TIMEX3's type: a date with a time of day is a TIME, and so is what counts hours from now."""
    if declared == "DATE" and (parts.is_time or (norm in ("ago", "sequence") and parts.unit in FINER_THAN_DAY)):
        return "TIME"
    return declared


def _edge(when: DateValue, *, first: bool) -> DateValue:
    """Return the end of a period from which or to which it goes: of "akhir musim 2017/2018" the last year."""
    if when.precision != "span":
        return when
    is_first = {Mod.START: True, Mod.END: False}.get(when.mod, first) if when.mod else first
    return DateValue.parse(when.edtf.split("/")[0 if is_first else -1], Mod.APPROX if when.mod is Mod.APPROX else None)


def sided(reading: Reading, before: str | None) -> Reading:
    """Return the reading with what the word before it makes of its date: since, until, BEFORE, AFTER, APPROX."""
    when = reading.when
    if before is None or when is None or when.precision == "open":
        return reading
    if before in ("since", "until"):
        edge = _edge(when, first=before == "since")
        sided = edge.since() if before == "since" else edge.until()
    else:
        sided = DateValue(when.edtf, Mod(before), when.earliest, when.latest)
    return reading._replace(when=sided, reasons=(*reading.reasons, why(before)))
