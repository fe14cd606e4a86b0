"""Who signed a report, and on what day, in the lines that name its author."""

from collections.abc import Iterator, Sequence

from timeline.article import Masked
from timeline.publication.published import day_in
from timeline.publication.publisher import plain_author, signed_author


def author_of(text: str, masked: Sequence[Masked], dateline: str = "") -> str | None:
    """Return the author that a line of the page, or a part of its date line, names ("Penulis: Siti"), or None."""
    parts = (part.strip() for part in dateline.split("|") if not any(map(str.isdigit, part)))
    named = (plain_author(signed_author(line)) for line in (*_signatures(text, masked), *parts))
    return next((author for author in named if author), None)


def day_line(text: str, masked: Sequence[Masked]) -> str | None:
    """Return the line that names the author and prints a day, where only one does; else None."""
    dated = [line for line in _signatures(text, masked) if day_in(line)]
    return dated[0] if len(dated) == 1 else None


def _signatures(text: str, masked: Sequence[Masked]) -> Iterator[str]:
    return (one.span.of(text) for one in masked if one.why == "byline")
