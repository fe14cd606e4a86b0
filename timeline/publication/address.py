"""The address of a page, where what was pasted prints it: above the report, or where the site adds it to a copy."""

from functools import cache
from itertools import islice

from timeline.pattern import compiled
from timeline.publication.publisher import FILE
from timeline.ruletable import rule_table

# The group of a pattern that holds the address, how many printed lines may hold that above the report, and what may
# follow an address without being a part of it.
ADDRESS = 1
TOP_LINES = 2
BEHIND = ".,;:)]>\"'”"


def address_in(text: str) -> str | None:
    """Return the address that a page says is its own; None where it says none."""
    if "://" not in text:
        return None
    top = "\n".join(islice(filter(str.strip, text.split("\n")), TOP_LINES))
    found = (compiled(pattern).search(top if of == "top" else text) for of, pattern in _patterns())
    return next((match.group(ADDRESS).rstrip(BEHIND) for match in found if match), None)


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    return tuple((row["of"], f"(?mi){row['pattern']}") for row in rule_table(FILE)["address"])
