"""Normaliser: which days an expression means, counted from its anchor; None where the words do not say."""

from datetime import date

from timeline.article import Span
from timeline.dates.anchor import anchor_days
from timeline.dates.bearing import Bearings
from timeline.dates.chronicle import NO_CHRONICLE, find_chronicle, may_list
from timeline.dates.frames import days_for, in_this_week, read_in_frames
from timeline.dates.headed import read_as, read_entry, read_on
from timeline.dates.hit import Hit, recognise
from timeline.dates.interval import join_ends
from timeline.dates.neighbour import Neighbours
from timeline.dates.reading import Expression, Frame, Reading, is_bare_weekday, refused, sided, why
from timeline.dates.report import is_report
from timeline.dates.speech import loosely, read_speech
from timeline.dates.surroundings import Surroundings
from timeline.dates.timex import Timex
from timeline.dates.told import Told
from timeline.edtf import DateValue

MOST_READINGS = 256  # of one text, remembered: articles of that many days
BRACKETS = ("(", "[")
OF_A_STORY = frozenset({"sequence", "pointer"})
OF_THE_TEXT = frozenset({"clock", "part_of_day"})  # what belongs to a day told anywhere in its sentence is read last


def read_timexes(
    text: str, published: DateValue | None, sentences: tuple[Span, ...] | None = None
) -> tuple[Timex, ...]:
    """Return every expression of time in `text` and its reading, in order.

    text
        In NFC; offsets count its code points.
    published
        The article's day, or the interval it lies in, or None: then what needs it has no value, and says so.
    sentences
        As `split_sentences` gives them, if they are at hand.
    """
    hits = recognise(text)
    if not hits:
        return ()
    return join_ends(text, _Reader(text, published, sentences, hits).read())


class _Reader:
    """Reads the hits of one text in order, remembering which dates were told."""

    def __init__(
        self, text: str, published: DateValue | None, sentences: tuple[Span, ...] | None, hits: tuple[Hit, ...]
    ) -> None:
        self.text = text
        self.hits = hits
        self.published = published
        self.days: tuple[date | None, ...] = anchor_days(published) or (None,)
        self.known = f"{published.edtf} {published.mod}" if published else ""  # hashed faster than days
        self.around = Surroundings(text, sentences)
        self.told = Told(self.around, self.days[-1])
        self.bearings = Bearings(hits, self.around, self.told, self.days[-1])
        self.chronicle = find_chronicle(text, sentences) if may_list(text, hits) else NO_CHRONICLE
        self.timexes: dict[int, Timex] = {}  # by the number of their hit
        self.beside = Neighbours(hits, self.around, lambda at: self._reading(at, hits[at]).when)
        self.asked = any(hit.expression.needs.told for hit in hits)
        self.this_week = len(self.days) > 1 and any(hit.expression.parts.week_offset == 0 for hit in hits)
        self.known += " week" if self.this_week else ""

    def read(self) -> tuple[Timex, ...]:
        timexes, late = self.timexes, []
        for at, hit in enumerate(self.hits):
            speech = hit.expression.needs.speech and (self._is_spoken(hit) or self.bearings.is_past_today(hit))
            if hit.expression.norm in OF_THE_TEXT or speech:
                late.append(at)
                continue
            timex = timexes[at] = self._timex(at, hit)
            if self.asked:
                self._remember(timex)
        for at in late:
            timexes[at] = self._timex(at, self.hits[at])
        return tuple(timexes[at] for at in range(len(self.hits))) if late else tuple(timexes.values())

    def _is_spoken(self, hit: Hit) -> bool:
        """Say whether it is a speaker's own "today", counted from the day of speaking, and nothing to count from."""
        glossed = self.text[hit.start - 1 : hit.start] in BRACKETS  # "besok (hari ini)": the writer's own
        return not glossed and self.around.is_quoted(hit.start)

    def _days_of_speech(self, hit: Hit) -> tuple[date, ...]:
        """Return the days that a speaker's or writer's "today" may have been, where that is not the article's own."""
        today = self.days[0]
        if today is None or len(self.days) > 1:
            return ()
        if not self._is_spoken(hit):
            return self.told.said.written(today) if self.bearings.is_past_today(hit) else ()
        return self.told.said.days(hit.start, today)

    def _remember(self, timex: Timex) -> None:
        """Keep its date for what counts from it; not a speaker's own "today", nor what is only compared with."""
        if timex.type == "SET" and timex.parts.weekday is not None:
            self.told.add_habit(timex.start)
        if timex.when is None and timex.value is None and timex.type == "DATE":
            self.told.lose()
        if timex.parts.reference and timex.parts.pointer == 0:
            self.told.point_back(timex.start)
        if timex.when is None or timex.parts.pointer == -1 or self.around.is_compared(timex.start):
            return
        if timex.parts.day is not None and timex.parts.weekday is None and self.around.is_of_name(timex.start):
            return
        if timex.parts.deictic is not None and timex.parts.day is None and self.around.is_quoted(timex.start):
            return
        self.told.add(
            timex.start,
            timex.when,
            timex.parts,
            reported=timex.role == "report",
            titled=self.around.is_title(timex.start, timex.end),
        )

    def _timex(self, at: int, hit: Hit) -> Timex:
        start, end, expression = hit
        reading = self._reading(at, hit)
        if expression.parts.shift == 0 and self.bearings.points_at_noun(hit):
            end = start + len(expression.text.rpartition(" ")[0])
        text = self.text[start:end]
        reported = expression.needs.report and is_report(self.text, start, end)
        return Timex(
            start,
            end,
            text,
            expression.type,
            reading.value,
            reading.when,
            "report" if reported else "event",
            expression.rule,
            (*reading.reasons, why("report")) if reported else reading.reasons,
            text if reading.repaired else None,
            expression.parts,
        )

    def _reading(self, at: int, hit: Hit) -> Reading:
        """Return what it means: no day where its sentence speaks of none, one told around it, else one counted."""
        expression, needs = hit.expression, hit.expression.needs
        before = self.around.before(hit.start) if needs.side else None
        if refusal := self._refusal(hit, before):
            return refused(expression, refusal)
        if is_bare_weekday(expression) and (counted := self._agreeing_day(at, hit)):
            return sided(read_on(expression, counted), before)
        if needs.speech and (said := self._days_of_speech(hit)):
            return sided(read_speech(expression, said), before)
        if self.chronicle.headings and (entry := read_entry(self.chronicle, hit, self.published)):
            return sided(entry, before)
        return self._counted(at, hit, before)

    def _refusal(self, hit: Hit, before: str | None) -> str | None:
        """Return why it is no one day: its sentence tells a habit, or of another time; None where it may be one."""
        needs = hit.expression.needs
        if before is None and (needs.habit or needs.told) and self.bearings.is_habit(hit):
            return "habit"
        return "long_ago" if is_bare_weekday(hit.expression) and self.told.is_long_ago(hit.start) else None

    def _counted(self, at: int, hit: Hit, before: str | None, *, alone: bool = False) -> Reading:
        """Return what it is, counted from the article's day, from a year of its sentence or a date told before.

        alone
            Whatever day is printed right behind it.
        """
        start, _, expression = hit
        needs = expression.needs
        direction = self.bearings.direction(hit) if needs.direction else 0
        year = self.bearings.year(at, hit, ahead=direction > 0) if needs.year else None
        lost = needs.year and year is None and self.beside.year_is_lost(at)
        narrated = self.bearings.year_narrated(hit, direction) if needs.year and year is None and not lost else None
        if needs.agreeing:
            narrated = self.bearings.year_agreeing(hit)
        if needs.year and year is None and narrated is None and self.bearings.is_either(hit, direction):
            return refused(expression, "either_year")
        apposed = self.beside.apposed(at) if needs.apposed and not alone else None
        if lost or (expression.norm in OF_A_STORY and apposed is None and self.told.is_story(start)):
            return refused(expression, "no_antecedent")
        if expression.norm == "weekday" and direction <= 0 and (dated := self.bearings.dated_later(at, hit)):
            return sided(read_as(expression, dated), before)
        antecedent = apposed or (self.told.antecedent(start, expression) if needs.antecedent else None)
        if direction <= 0 and is_bare_weekday(expression) and self.told.is_story_of_weekdays(start):
            return sided(self._of_story(expression, antecedent), before)
        of = Frame(
            direction=direction,
            year=year or narrated,
            antecedent=antecedent,
            apposed=apposed is not None,
            until=before == "until",
            since=before == "since" and direction < 0,
            narrated=narrated is not None,
        )
        reading = self._remembered(expression, of, before)
        if reading.repaired and not needs.direction:  # which misprint it is, what the sentence speaks of tells
            reading = self._remembered(expression, of._replace(direction=self.around.direction(start, hit.end)), before)
        return loosely(expression, reading) if needs.speech and self._is_spoken(hit) else reading

    def _of_story(self, expression: Expression, told: DateValue | None) -> Reading:
        """Return a weekday of a story of long ago: the day that the text has `told` for it, or none."""
        if told is None or told.earliest is None:
            return refused(expression, "long_ago")
        return read_on(expression, told.earliest)

    def _remembered(self, expression: Expression, of: Frame, before: str | None) -> Reading:
        """Return the reading from the memo, or made anew: for each of the article's days, then joined."""
        needs, antecedent = expression.needs, of.antecedent
        told = f"{antecedent.edtf} {antecedent.mod} {of.apposed}" if antecedent else None
        key = (self.known if needs.today else None, of.direction, of.year, of.narrated, told, before)
        reading = expression.readings.get(key)
        if reading is None:
            days = days_for(expression, self.days) if needs.today else (None,)
            frames, step = [of._replace(today=day) for day in days], "hull" if days == self.days else "sunday_hull"
            pointed = in_this_week(expression) if self.this_week else expression
            reading = sided(read_in_frames(pointed, frames, self.published, step), before)
            if len(expression.readings) >= MOST_READINGS:
                expression.readings.clear()
            expression.readings[key] = reading
        return reading

    def _agreeing_day(self, at: int, hit: Hit) -> date | None:
        """Return the day that what stands right before a bare weekday tells or leads to, if it falls on that weekday.

        "Ia mundur 21 Mei 1998, |Kamis|. Sehari sebelumnya, |Rabu| malam, ..."; else that of a story of another time.
        """
        day: date | None
        if self.beside.follows_day(at):
            when = self._day_alone(at - 1)
            day = when.earliest if when and when.precision == "day" else None
        elif self.chronicle.over(hit.start) or self.bearings.direction(hit) > 0:
            return None
        else:
            day = self.told.day_of_story(hit.start)
        return day if day and day.isoweekday() == hit.expression.parts.weekday else None

    def _day_alone(self, at: int) -> DateValue | None:
        """Return what an expression means by itself, whatever day is printed behind it."""
        told = self.timexes.get(at)
        return told.when if told else self._counted(at, self.hits[at], None, alone=True).when
