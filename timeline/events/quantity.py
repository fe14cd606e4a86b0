"""How many of what a sentence tells: numbers with the noun they count."""

import re
from decimal import Decimal

from timeline.ruletable import rule_table

# Thousands are set off by dots, decimals by a comma, as Indonesian writes them.
NUMBER = re.compile(r"(?<![\w.,/$])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(?![\w/]|[.,]\d)\s+(\w+)(?:\s+(\w+))?(?:\s+(\w+))?")


def quantities(text: str) -> dict[str, Decimal]:
    """Return the count by noun, in lower case; a noun counted twice in one sentence is left out."""
    found: dict[str, Decimal] = {}
    repeated = set()
    for match in NUMBER.finditer(text):
        noun, count = _counted(match)
        if noun is None:
            continue
        if noun in found:
            repeated.add(noun)
        found[noun] = count
    return {noun: count for noun, count in found.items() if noun not in repeated}


def _counted(match: re.Match[str]) -> tuple[str | None, Decimal]:
    whole, fraction = match.group(1).replace(".", ""), (match.group(2) or "").replace(",", ".")
    count = Decimal(f"{whole}{fraction}")
    words = [word.lower() for word in match.groups()[2:] if word]
    table = rule_table("quantity.toml")
    if words and words[0] in table["scales"]:
        count *= table["scales"][words.pop(0)]
    if len(words) > 1 and words[0] in table["skipped"]:
        words.pop(0)
    noun = words[0] if words and words[0] not in table["stopped"] and not words[0].isdigit() else None
    return noun, count
