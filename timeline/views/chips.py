"""What is filtered by, as HTML: a link for each filter to the view without it, and one to the view without any."""

from dataclasses import replace
from html import escape

from timeline.message import Language
from timeline.selection import FACETS, Selection
from timeline.views.address import Address
from timeline.views.board import Board
from timeline.views.facets import NAME_LIMIT, value_name
from timeline.views.links import inside, to_view
from timeline.views.prose import plain
from timeline.views.words import date_words, one_line, say


def chips(board: Board, address: Address, language: Language) -> str:
    """Return a link for each active filter, and one for all; nothing where nothing is filtered."""
    active = [(one_line(words, NAME_LIMIT), to_view(view)) for words, view in _active_filters(board, address, language)]
    if not active:
        return ""
    items = "".join(
        f"<li>{inside(href, plain(words), 'lm-chip', name=say('ui.without', language, what=words))}</li>"
        for words, href in active
    )
    reset = inside(to_view(_cleared(address)), escape(say("ui.reset", language)), "lm-reset")
    return f'<ul class="lm-chips" aria-label="{escape(say("ui.active", language))}">{items}<li>{reset}</li></ul>'


def _active_filters(board: Board, address: Address, language: Language) -> list[tuple[str, Address]]:
    """Return each active filter in words, with the view that goes without it."""
    chosen = address.selection
    found = [
        (
            f"{say(f'ui.{facet}', language)}: {value_name(board, facet, value, language)}",
            _without(address, facet, value),
        )
        for facet in FACETS
        for value in chosen.facet(facet)
    ]
    if chosen.since or chosen.until:
        first = chosen.since.edtf if chosen.since else ".."
        last = chosen.until.edtf if chosen.until else ".."
        told = date_words(first if first == last else f"{first}/{last}", None, language)
        found.append((told, address.filtered(since=None, until=None)))
    if chosen.text:
        found.append((f"“{chosen.text}”", address.filtered(text="")))
    if chosen.core_only:
        found.append((say("ui.core_only", language), address.filtered(core_only=False)))
    return found


def _cleared(address: Address) -> Address:
    """Return the view without filters; what is selected, how lanes are drawn and the language stay."""
    return replace(address, selection=Selection())


def _without(address: Address, facet: str, value: str) -> Address:
    return address.filtered(**{facet: tuple(one for one in address.selection.facet(facet) if one != value)})
