"""What the JSON-LD of a web page says of the page's own article, never of others that it names."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from timeline.publication.published import days_of_record

JSON_LD = "application/ld+json"
ARTICLES = ("Article", "Posting", "Report")
PAGE = "WebPage"
# Where a node holds others that tell of the same page; lists, comments and films do not.
WITHIN = ("@graph", "mainEntity")
# Dates in JSON that is none.
DATES = re.compile(r'"(date(?:Published|Modified))"\s*:\s*"([^"]+)"')
SCHEME = re.compile(r"^https?://(?:www\.)?")


def dates_in(page: HtmlElement, key: str) -> list[str]:
    """Return the days, or instants, that `key` has in the node of the page's article; one where its nodes agree.

    Of several articles it is the one that has the page's title or address; none where no one has or where they differ.
    """
    nodes = [node for node in _nodes(page) if days_of_record(_text(node, key))]
    articles = [node for node in nodes if _kind(node).endswith(ARTICLES)] or nodes
    named = [node for node in articles if _is_of(node, page)]
    found = list(dict.fromkeys(_text(node, key) for node in named or articles))
    return found[:1] if len({days_of_record(one) for one in found}) == 1 else []


def _nodes(page: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in page.iter("script"):
        if script.get("type") == JSON_LD:
            yield from _within(_parsed(script.text or ""))


def _parsed(text: str) -> object:
    """Return the value of a script; of a broken one the dates that it prints once."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        found = set(DATES.findall(text))
        return dict(found) if len({key for key, _ in found}) == len(found) else {}


def _within(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the nodes of a value that are a page or an article, or of no kind."""
    if isinstance(value, list):
        for one in value:
            yield from _within(one)
    elif isinstance(value, Mapping):
        if not _kind(value) or _kind(value).endswith((*ARTICLES, PAGE)):
            yield value
        for key in WITHIN:
            yield from _within(value.get(key))


def _kind(node: Mapping[str, object]) -> str:
    kind = node.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind or "")


def _text(node: Mapping[str, object], key: str) -> str:
    value = node.get(key)
    return value.strip() if isinstance(value, str) else ""


def _is_of(node: Mapping[str, object], page: HtmlElement) -> bool:
    """Say whether a node has the title or the address of the page."""
    title, address = _plain(_text(node, "headline") or _text(node, "name")), node.get("mainEntityOfPage")
    titled = bool(title) and any(title in one or one in title for one in _titles_of(page))
    at = (address.get("@id") if isinstance(address, Mapping) else address, node.get("url"), node.get("@id"))
    return titled or not _addresses(page).isdisjoint(_bare(one) for one in at if isinstance(one, str) and one)


def _titles_of(page: HtmlElement) -> Sequence[str]:
    """Return what a page calls itself: its headings of the first order, its title, and its title for others."""
    told = [str(one.text_content()) for tag in ("h1", "title") for one in page.iter(tag)]
    told.extend(one.get("content", "") for one in page.iter("meta") if one.get("property") == "og:title")
    return [title for title in map(_plain, told) if title]


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def _addresses(page: HtmlElement) -> frozenset[str]:
    links = [one.get("href", "") for one in page.iter("link") if one.get("rel") == "canonical"]
    links.extend(one.get("content", "") for one in page.iter("meta") if one.get("property") == "og:url")
    return frozenset(_bare(link) for link in links if link)


def _bare(address: str) -> str:
    """Return an address without its scheme, the part of the page and the last stroke."""
    return SCHEME.sub("", address.split("#", maxsplit=1)[0].rstrip("/"))
