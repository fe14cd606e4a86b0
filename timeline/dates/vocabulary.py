"""What dateparser says of calendar words and numeric shapes, asked once and kept in `rules/dateparser.toml`.

One call of dateparser costs about a millisecond and its import a fifth of a second: too much for every start of the
program. ``python -m timeline.dates.vocabulary`` asks anew; a test asks too, and fails where the kept answers are stale.
"""

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, lru_cache

import dateparser
from dateparser.date import DateDataParser

from timeline import folders

RULES = folders.RULES
ANSWERS = RULES / "dateparser.toml"
WORDS = RULES / "date-words.toml"
BASE = datetime(2019, 5, 10)  # noqa: DTZ001  a Friday; dates here are days, never instants
SECONDS = {1: "second", 60: "minute", 3600: "hour", 86_400: "day", 604_800: "week"}
LONGEST_MONTH = 31 * 86_400
SHAPES = ("3/4/2019", "3-4-2019", "3.4.2019", "2019-04-03", "3/4/19")


def read(text: str, base: datetime = BASE) -> tuple[datetime, str] | None:
    """Return the moment dateparser makes of the whole of `text`, and its precision; None where it reads nothing."""
    return _read(text, base)


@lru_cache(maxsize=4096)
def _read(text: str, base: datetime) -> tuple[datetime, str] | None:
    found = _parser(base).get_date_data(text)
    return (found.date_obj.replace(tzinfo=None), str(found.period)) if found.date_obj else None


@lru_cache(maxsize=64)
def _parser(base: datetime) -> DateDataParser:
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": base}
    return DateDataParser(languages=["id"], settings=settings)


def weekday_of(word: str) -> int | None:
    """Return which day of the week `word` is, Monday 1, or None."""
    found = read(word)
    return found[0].isoweekday() if found else None


def month_of(word: str) -> int | None:
    """Return which month `word` is, or None."""
    found = read(f"15 {word} 2018")
    return found[0].month if found else None


def unit_of(word: str) -> str | None:
    """Return the unit that `word` is, told by how far one of it goes back, or None."""
    found = read(f"1 {word} yang lalu")
    if found is None:
        return None
    back = int((BASE - found[0]).total_seconds())
    return SECONDS.get(back) or ("month" if back <= LONGEST_MONTH else "year")


def shape_of(probe: str) -> str | None:
    """Return the order of day 3, month 4 and year 2019 in `probe` as dateparser reads it, such as "dmy", or None."""
    found = read(probe)
    if found is None or found[0].year != 2019:  # noqa: PLR2004  the year of the probes
        return None
    return {(3, 4): "dmy", (4, 3): "mdy"}.get((found[0].day, found[0].month))


ASKED: Mapping[str, Callable[[str], int | str | None]] = {
    "weekday": weekday_of,
    "weekday_short": weekday_of,
    "month": month_of,
    "month_short": month_of,
    "unit": unit_of,
    "shape": shape_of,
}


@cache
def last_century_from() -> int | None:
    """Return the first two-digit year that dateparser puts into the last century, or None."""
    years = ((two, read(f"3/4/{two}")) for two in range(100))
    return next((two for two, found in years if found and found[0].year < 2000), None)  # noqa: PLR2004


def ask() -> str:
    """Return the text of `rules/dateparser.toml` as dateparser answers today."""
    lexicon = tomllib.loads(WORDS.read_text(encoding="utf-8"))["lexicon"]
    questions = {name: entry["asked"] for name, entry in lexicon.items() if "asked" in entry} | {"shape": SHAPES}
    lines = [
        "# What dateparser says of the words that other tables leave to it. By `python -m timeline.dates.vocabulary`.",
        f'version = "{dateparser.__version__}"',
        f"last_century_from = {last_century_from()}  # of two-digit years",
    ]
    for name, words in questions.items():
        lines += ["", f"[{name}]"]
        lines += [f'"{word}" = {_toml(ASKED[name](word))}' for word in words]
    return "\n".join(lines) + "\n"


def _toml(answer: int | str | None) -> str:
    return f'"{answer}"' if isinstance(answer, str) or answer is None else str(answer)


if __name__ == "__main__":
    ANSWERS.write_text(ask(), encoding="utf-8")
