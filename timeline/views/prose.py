"""Text of articles as HTML: escaped always, parts of it marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from urllib.parse import urlsplit

SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text to be set apart: a class for the style sheet, and an id to be linked to, if any."""

    start: int
    end: int
    style: str
    id: str = ""


def plain(text: object) -> str:
    """Return `text` escaped and kept from turning the direction of what stands around it."""
    return f"<bdi>{escape(str(text))}</bdi>"


def spoken_in(spoken: str, page: str) -> str:
    """Return the attribute that tells a voice to read words in `spoken` on a page in another language."""
    return f' lang="{spoken}"' if spoken != page else ""


def marked(text: str, parts: Sequence[Part], notes: Mapping[int, str] | None = None) -> str:
    """Return `text` escaped, with each part in <mark>; parts may overlap, an id stands where its part begins.

    notes
        HTML to stand behind the part that ends at an offset.
    """
    after = notes or {}
    inside = [part for part in parts if part.start < len(text) and part.end > 0]
    cuts = {min(max(edge, 0), len(text)) for part in inside for edge in (part.start, part.end)}
    edges = sorted({0, len(text), *cuts})
    return "".join(
        _piece(text[start:end], start, [part for part in inside if part.start <= start and end <= part.end])
        + after.get(end, "")
        for start, end in pairwise(edges)
    )


def paragraphs(text: str, parts: Sequence[Part], notes: Mapping[int, str]) -> str:
    """Return each line of `text` as a paragraph, escaped, with its parts marked and notes behind them."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            here = [replace(part, start=part.start - start, end=part.end - start) for part in parts]
            behind = {end - start: note for end, note in notes.items() if start < end <= start + len(line)}
            found.append(f"<p>{marked(line, here, behind)}</p>")
        start += len(line) + 1
    return "".join(found)


def safe_url(url: object) -> str | None:
    """Return `url` if it leads to a web page, else None: `javascript:` and its kin are no links."""
    try:
        parts = urlsplit(str(url or "").strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in SCHEMES and parts.netloc else None


def classes(names: Iterable[str]) -> str:
    """Return class names for an attribute."""
    return " ".join(dict.fromkeys(f"lm-{name}" for name in names if name))


def _piece(text: str, start: int, parts: Sequence[Part]) -> str:
    """Return a stretch that the same parts cover: what begins here carries its id, the first on the mark itself."""
    if not parts:
        return escape(text)
    ids = [part.id for part in parts if part.id and max(part.start, 0) == start]
    first = f' id="{escape(ids[0])}" tabindex="-1"' if ids else ""
    others = "".join(f'<span id="{escape(other)}" tabindex="-1"></span>' for other in ids[1:])
    return f'{others}<mark class="{classes(part.style for part in parts)}"{first}>{escape(text)}</mark>'
