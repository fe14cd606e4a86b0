"""Months, years, decades, centuries, quarters, weeks of a month, seasons."""

from datetime import date, timedelta

from timeline.dates import almanac
from timeline.dates.parts import Parts
from timeline.dates.reading import Expression, Frame, Reading, refused, why
from timeline.dates.rulebook import context_words
from timeline.edtf import DateValue, Mod

CENTURY = 100
LAST_CENTURY = 31  # beyond it lies the calendar of news
HUNDREDS_BEFORE = 1900  # after that "1900-an" is rather the decade
THIS_CENTURY_TENS = 20  # "'20-an" and below are of this century
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # months; seasons of the northern half, as the foreign pages mean
LETTER = {3: "Q", 6: "H"}
WEEKS = 7
HALF_A_YEAR = 6  # months: "hingga Desember" means the nearer one
MIDDLE = 15  # until then the month has most of its days to come
NEAR = 2  # months: nobody calls what is ten months ago by its bare name when the next such is at the door


def dated(expression: Expression, edtf: str, step: str, *, value: str | None = None, **values: object) -> Reading:
    """Return the period that `edtf` writes, with the expression's own "awal", "akhir" or "sekitar".

    TIMEX3 writes it alike, but for the figures that a decade or century leaves out, where no other `value` is told.
    """
    parts = expression.parts
    if parts.approx and parts.mod is None and "/" not in edtf:
        when = DateValue.parse(f"{edtf}~", Mod.APPROX)
    else:
        when = DateValue.parse(edtf, Mod(parts.mod) if parts.mod else None)
    told = edtf.replace("X", "") if value is None else value
    return Reading(told, when, (why(step, text=expression.text, date=when, **values),))


def one_of(reading: Reading, joint: str | None) -> Reading:
    """Return a range as what lies in it, roughly, where its ends are joined by "or"."""
    if reading.when is None or joint is None or joint.lower() not in context_words("list", "or"):
        return reading
    when = reading.when.approximate()
    return reading._replace(when=when, reasons=(*reading.reasons, why("one_of", date=when)))


def read_month(expression: Expression, frame: Frame) -> Reading:
    """Return the month: of the printed year, else the last such not after the article's, the next if it looks ahead."""
    year, step = year_of_month(expression, frame)
    if year is None:
        return refused(expression, "needs_article")
    return dated(expression, f"{year:04d}-{expression.parts.month:02d}", step)


def year_of_month(expression: Expression, frame: Frame) -> tuple[int | None, str]:
    """Return which year's month is meant, and the step that says why."""
    parts, today = expression.parts, frame.today
    if parts.year is not None:
        return parts.year, "printed"
    if frame.year is not None and parts.shift is None and parts.year_shift is None:
        return frame.year, "narrated_year" if frame.narrated else "sentence_year"
    if today is None or parts.month is None:
        return None, ""
    if parts.year_shift is not None:
        return today.year + parts.year_shift, "year_shifted"
    if parts.shift == 0:
        return today.year, "year_shifted"
    if parts.shift is not None:
        return _year_shifted(parts, today), "last_month" if parts.shift < 0 else "next_month"
    to_come = (parts.month - today.month) % almanac.MONTHS
    just_past = to_come >= almanac.MONTHS - NEAR  # a sentence that looks ahead may still look back on that
    soon = 0 < to_come <= (HALF_A_YEAR if frame.until else NEAR) and not frame.since
    if (frame.ahead and not just_past) or soon:
        return today.year + (parts.month < today.month), "next_month" if frame.ahead else "coming_month"
    return today.year - (parts.month > today.month), "last_month"


def _year_shifted(parts: Parts, today: date) -> int:
    """Return the year of "Mei lalu", "awal Mei lalu", "Juni mendatang".

    It is the article's own year in the article's own month only where that part of it has begun, or is yet to end.
    """
    month, shift = parts.month or 0, parts.shift or 0
    if month != today.month:
        return today.year - (month > today.month) if shift < 0 else today.year + (month < today.month)
    if parts.mod is None:
        return today.year if shift > 0 and today.day <= MIDDLE else today.year + shift
    first, *_, last = DateValue.of(today.year, month, mod=Mod(parts.mod)).days()
    return today.year if (first < today if shift < 0 else last > today) else today.year + shift


def read_year(expression: Expression, _frame: Frame) -> Reading:
    """Return the year, or the years from one to another."""
    parts = expression.parts
    first, last = parts.year, parts.year2
    if first is None:
        return refused(expression, "needs_article")
    if last is None:
        return dated(expression, f"{first:04d}", "printed")
    if first >= last:
        return refused(expression, "backwards")
    return one_of(dated(expression, f"{first:04d}/{last:04d}", "printed"), parts.joint)


def read_year_pair(expression: Expression, frame: Frame) -> Reading:
    """Return a school year or season that ends in the year after its first, 2015-16, or a span of years: 1955-58."""
    parts = expression.parts
    if parts.year is None or parts.year2 is None:
        return refused(expression, "needs_article")
    in_full = expression.text[-4:].isdigit()  # "2011-2013" is a span of years wherever it stands
    last = parts.year2 if in_full else _following(parts.year, parts.year2 % CENTURY)
    is_span = in_full or ("/" not in expression.text and last % CENTURY > almanac.MONTHS)  # "2010-12" may be a month
    if last != parts.year + 1 and not is_span:
        return refused(expression, "backwards")
    return read_year(expression._replace(parts=parts._replace(year2=last)), frame)


def _following(year: int, figures: int) -> int:
    """Return the first year after `year` that ends in these two figures."""
    last = year // CENTURY * CENTURY + figures
    return last if last > year else last + CENTURY


def read_decade(expression: Expression, _frame: Frame) -> Reading:
    """Return the decade, or the decades from one to another; two figures leave the century to us."""
    first, last = (_decade(tens) for tens in (expression.parts.decade, expression.parts.decade2))
    if first is not None and last is not None and expression.parts.decade2 in range(CENTURY):
        last = first // CENTURY * CENTURY + last % CENTURY
    if first is None:
        return refused(expression, "needs_article")
    if last is not None:
        return dated(expression, f"{first // 10}X/{last // 10}X", "printed")
    if first < HUNDREDS_BEFORE and first % CENTURY == 0:  # "1700-an": all years that begin so
        return dated(expression, f"{first // CENTURY}XX", "printed")
    return dated(expression, f"{first // 10}X", "printed")


def _decade(printed: int | None) -> int | None:
    if printed is None or printed >= CENTURY:
        return printed
    return printed + (2000 if printed <= THIS_CENTURY_TENS else 1900)


def read_century(expression: Expression, _frame: Frame) -> Reading:
    """Return the century, or the centuries from one to another: the 19th has the years 18XX."""
    first, last = expression.parts.century or 0, expression.parts.century2
    if not 0 < first < (last or LAST_CENTURY) <= LAST_CENTURY:
        return refused(expression, "impossible")
    if last is None:
        return dated(expression, f"{first - 1:02d}XX", "printed")
    return dated(expression, f"{first - 1:02d}XX/{last - 1:02d}XX", "printed")


def read_quarter(expression: Expression, frame: Frame) -> Reading:
    """Return the quarter, third or half of a year: the last that began before the article, where no year is told."""
    parts, today = expression.parts, frame.today
    months, rank = parts.part_of_year or int(parts.number or 3), parts.rank or 1  # "tiga bulan pertama" has no rank
    rank = almanac.MONTHS // months if rank < 0 else rank
    last_rank = parts.rank2 or rank
    if not rank <= last_rank <= almanac.MONTHS // months:
        return refused(expression, "impossible")
    first, last = (rank - 1) * months + 1, last_rank * months
    year = parts.year or frame.year
    if year is None and today is None:
        return refused(expression, "needs_article")
    step = "printed" if parts.year else "sentence_year"
    if year is None and today is not None:
        began = first <= today.month
        passed = last + 6 < today.month  # one that ended lately is still spoken of, in reports to come
        year = today.year + (parts.year_shift or 0)
        if parts.year_shift is None:
            year += passed if frame.ahead else -(not began)
        step = "year_shifted"
    letter = LETTER.get(months)
    edtf = f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    if letter is None:
        return one_of(dated(expression, edtf, step), parts.joint)
    ranks = (rank,) if parts.rank2 is None else (rank, last_rank)
    value = "/".join(f"{year:04d}-{letter}{one}" for one in ranks)
    return one_of(dated(expression, edtf, step, value=value), parts.joint)


def read_season(expression: Expression, frame: Frame) -> Reading:
    """Return the three months of the season, approximate: seasons have no first day in the news."""
    parts, today = expression.parts, frame.today
    start = SEASON_STARTS[parts.season or "SU"]
    year = parts.year
    if year is None:
        if today is None:
            return refused(expression, "needs_article")
        year = _season_year(start, parts, today)
    last_year, last_month = almanac.month_after(year, start, 2)
    first, last = f"{year:04d}-{start:02d}", f"{last_year:04d}-{last_month:02d}"
    return dated(expression, f"{first}/{last}", "season", value=f"{year:04d}-{parts.season}")


def _season_year(start: int, parts: Parts, today: date) -> int:
    """Return the year of the last such season that is over, of the nearest ("ini"), or of the next to begin.

    "Tahun ini" counts by the calendar, but not for a winter, which two years share.
    """
    shift = parts.shift or 0
    if parts.year_shift is not None:
        if parts.season != "WI":
            return today.year + parts.year_shift
        shift = parts.year_shift
    away = {
        year: year * almanac.MONTHS + start - almanac.month_index(today)
        for year in range(today.year - 2, today.year + 3)
    }
    if shift < 0:
        return max(year for year, months in away.items() if months + 2 < 0)
    if shift > 0:
        return min(year for year, months in away.items() if months > 0)
    return min(away, key=lambda year: abs(away[year] + 1))


def read_week_of_month(expression: Expression, frame: Frame) -> Reading:
    """Return the seven days of the month that its first, second, third, fourth or last week takes."""
    parts, today = expression.parts, frame.today
    month = parts.month
    year, step = year_of_month(expression, frame)
    if parts.month_shift is not None and today is not None:
        (year, month), step = almanac.month_after(today.year, today.month, parts.month_shift), "month_shifted"
    if year is None or month is None or parts.rank is None:
        return refused(expression, "needs_article")
    length = almanac.days_in(year, month)
    first = length - WEEKS + 1 if parts.rank < 0 else (parts.rank - 1) * WEEKS + 1
    if not 1 <= first <= length:
        return refused(expression, "impossible")
    start = date(year, month, first)
    end = min(start + timedelta(days=WEEKS - 1), date(year, month, length))
    when = DateValue.between(start, end)
    return Reading(when.edtf, when, (why(step, text=expression.text, date=when),))
