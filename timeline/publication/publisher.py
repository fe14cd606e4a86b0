"""Who published a page, and what of its record is only the publisher's: the end of a title, authors who are nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from timeline import folders
from timeline.entry import slug
from timeline.errors import DataError
from timeline.pattern import compiled
from timeline.ruletable import rule_table
from timeline.toml import read_toml

FILE = "page.toml"
PUBLISHERS = folders.DATA / "publishers.toml"
# The group of a publisher's pattern that holds its name.
NAME = 1
# What stands between a title and the name of the site.
JOINTS = (" - ", " | ", " – ", " — ")
# What a host has in front for pages of another shape: those for phones.
SHAPES = r"^(?:www|m|amp|mobile)\."
# What a mark has around the publisher's name.
AROUND_A_NAME = " ,-–()"


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher: words that stand on a page only where it is theirs, and the domains of their pages."""

    name: str
    marks: tuple[str, ...]
    domains: tuple[str, ...]

    def owns(self, url: str) -> bool:
        """Say whether the address is of one of the domains."""
        host = _host(url)
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)

    def is_called(self, name: str) -> bool:
        """Say whether a site's name for itself is the publisher's, or one of its marks."""
        return slug(name) in {slug(self.name), *(slug(mark.strip(AROUND_A_NAME)) for mark in self.marks)}


def find_publisher(text: str, url: str | None = None, dateline: str = "") -> str | None:
    """Return the publisher whose domain or mark the page shows, or who it says published it, else the host of its
    address; None where it shows none of these.

    The first in `data/publishers.toml` wins.
    """
    for one in load_publishers():
        if (url and one.owns(url)) or any(mark in text for mark in one.marks):
            return one.name
    told = (compiled(pattern).search(text if of == "text" else dateline) for of, pattern in _publisher_patterns())
    return next((match.group(NAME).strip() for match in told if match), None) or (_site(url) if url else None)


def name_of_site(url: str | None, site: str | None) -> str | None:
    """Return the publisher of a page by its address, else by its site's name: one publisher has one name."""
    known = load_publishers()
    by_address = next((one.name for one in known if url and one.owns(url)), None)
    return by_address or next((one.name for one in known if site and one.is_called(site)), site)


def plain_title(title: str | None, *sites: str | None) -> str | None:
    """Return a title without what a site puts behind it: its own name, the number of a page."""
    names = {slug(site) for site in sites if site}
    plain = title
    while title:
        head, _, tail = max((title.rpartition(joint) for joint in JOINTS), key=lambda parts: len(parts[0]))
        plain = head if head and slug(tail) in names else title
        for pattern in _patterns("title"):
            plain = compiled(f"(?i){pattern}").sub("", plain)
        if plain == title:
            break
        title = plain
    return plain


def signed_author(line: str) -> str | None:
    """Return the author that a line names ("Penulis: Siti Lestari | Editor: Budi"), or None."""
    found = (compiled(f"(?i){pattern}").match(line) for pattern in _patterns("author"))
    return next((match.group(1).strip() for match in found if match), None)


def plain_author(author: str | None, *sites: str | None) -> str | None:
    """Return the authors who are somebody, joined by semicolons; None where there are none."""
    names = {slug(site) for site in sites if site}
    people = [name.strip() for name in (author or "").split(";")]
    kept = [
        name
        for name in dict.fromkeys(people)
        if name
        and slug(name) not in names
        and not any(compiled(f"(?i){pattern}").fullmatch(name) for pattern in _patterns("nobody"))
    ]
    return "; ".join(kept) or None


def _site(url: str) -> str | None:
    """Return the host of an address without what only says in which shape it serves its pages."""
    return compiled(SHAPES).sub("", _host(url)) or None


def _host(url: str) -> str:
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    except ValueError:
        return ""


@cache
def load_publishers(path: Path = PUBLISHERS) -> tuple[Publisher, ...]:
    """Return the publishers in order; DataError names the row that is not right."""
    rows = read_toml(path).get("publisher", [])
    return tuple(_publisher(row, f"publisher {number}", path) for number, row in enumerate(rows, 1))


def _publisher(row: Mapping[str, object], place: str, path: Path) -> Publisher:
    name, marks, domains = row.get("name"), row.get("marks"), row.get("domains")
    if set(row) == {"name", "marks", "domains"} and isinstance(name, str) and _texts(marks) and _texts(domains):
        return Publisher(name, _texts(marks), _texts(domains))
    raise DataError("publisher.found", file=str(path), place=place, found=repr(name or dict(row)))


def _texts(value: object) -> tuple[str, ...]:
    """Return a list of texts as it is, anything else as none."""
    return tuple(value) if isinstance(value, list) and all(isinstance(one, str) and one for one in value) else ()


@cache
def _publisher_patterns() -> tuple[tuple[str, str], ...]:
    return tuple((row["of"], f"(?m){row['pattern']}") for row in rule_table(FILE)["publisher"])


@cache
def _patterns(section: str) -> tuple[str, ...]:
    return tuple(row["pattern"] for row in rule_table(FILE)[section])
