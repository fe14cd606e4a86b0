"""Ways of reading expressions, by the name a rule's `norm` gives: expression and frame in, value and days out."""

from collections.abc import Callable, Mapping

from timeline.dates.norm.clock import read_clock
from timeline.dates.norm.day import read_day, read_day_of_month
from timeline.dates.norm.holiday import read_holiday
from timeline.dates.norm.length import read_duration, read_reference, read_set
from timeline.dates.norm.other import read_before_calendar, read_by_dateparser, read_other_calendar
from timeline.dates.norm.period import (
    read_century,
    read_decade,
    read_month,
    read_quarter,
    read_season,
    read_week_of_month,
    read_year,
    read_year_pair,
)
from timeline.dates.norm.relative import (
    read_ago,
    read_deictic,
    read_eve,
    read_month_ago,
    read_part_to_come,
    read_period,
    read_weekday,
    read_weekend,
)
from timeline.dates.norm.span import read_day_range, read_month_range, read_weekday_range
from timeline.dates.norm.told import (
    read_pointed_month,
    read_pointed_quarter,
    read_pointer,
    read_same_month,
    read_sequence,
)
from timeline.dates.reading import Expression, Frame, Reading

NORMS: Mapping[str, Callable[[Expression, Frame], Reading]] = {
    "day": read_day,
    "day_of_month": read_day_of_month,
    "day_range": read_day_range,
    "month": read_month,
    "month_range": read_month_range,
    "week_of_month": read_week_of_month,
    "year": read_year,
    "year_pair": read_year_pair,
    "decade": read_decade,
    "century": read_century,
    "quarter": read_quarter,
    "season": read_season,
    "weekday": read_weekday,
    "weekday_range": read_weekday_range,
    "weekend": read_weekend,
    "eve": read_eve,
    "deictic": read_deictic,
    "period": read_period,
    "ago": read_ago,
    "part_to_come": read_part_to_come,
    "month_ago": read_month_ago,
    "sequence": read_sequence,
    "pointer": read_pointer,
    "pointed_month": read_pointed_month,
    "pointed_quarter": read_pointed_quarter,
    "same_month": read_same_month,
    "clock": read_clock,
    "part_of_day": read_clock,
    "holiday": read_holiday,
    "duration": read_duration,
    "set": read_set,
    "reference": read_reference,
    "dateparser": read_by_dateparser,
    "other_calendar": read_other_calendar,
    "before_calendar": read_before_calendar,
}
