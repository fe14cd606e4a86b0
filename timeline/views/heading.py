"""The head of the timeline: title, what is on show, and the key to its signs, as HTML."""

from html import escape

from timeline.errors import TimelineError
from timeline.message import Language, Message
from timeline.views.board import Board
from timeline.views.prose import plain
from timeline.views.scene import Scene
from timeline.views.words import Count, say

SHAPES = ("day", "month", "year", "span", "approx", "since", "planned", "disputed")
SELDOM = ("denied", "hypothetical")  # explained where they are on show
MOST_FAULTS = 8  # listed


def title(board: Board, language: Language) -> str:
    """Return what the chronology is about; the program's own name where no topic was given."""
    told = board.chronology.topic["title"][language] or say("ui.untitled", language)
    return f'<h1 class="lm-title">{plain(told)}</h1>'


def counted(board: Board, shown: int, language: Language) -> str:
    """Return how many events of how many are on show, and on a phone the way to the chart."""
    total = len(board.events)
    period = "–".join(dict.fromkeys(map(str, board.years)))
    articles = Count(len(board.articles))
    told = say(_counted(board, shown), language, n=Count(total), shown=Count(shown), period=period, articles=articles)
    chart = f'<a class="lm-jump" href="#lm-chart">{escape(say("ui.to_chart", language))}</a>' if shown else ""
    return f'<div class="lm-summary"><p class="lm-counted" role="status">{escape(told)}</p>{chart}</div>'


def _counted(board: Board, shown: int) -> str:
    if not board.events:
        return "views.counted_none"
    if shown < len(board.events):
        return "views.counted"
    return "views.counted_all" if board.index.dated.any() else "views.counted_undated"


def missing(board: Board, shown: int, language: Language) -> str:
    """Return why there is no chart: no events at all, none that fit, or none with a date."""
    key_ = "ui.nothing_dated" if shown else "ui.nothing" if board.events else "ui.nothing_yet"
    return notice(key_, language)


def key(board: Board, scene: Scene, language: Language) -> str:
    """Return the signs and what they say: those that always may occur, and of the others those on show."""
    statuses = {mark.status for strip in scene.strips for mark in strip.marks}
    names = [
        *SHAPES,
        *(name for name in SELDOM if name in statuses),
        "size",
        *(["core"] if board.index.core.any() else []),
        *(["fold"] if scene.axis.folds else []),
        *(["columns"] if any(strip.bins for strip in scene.strips) else []),
    ]
    signs = "".join(f"<li>{sign(name, language)}{escape(say(f'views.sign_{name}', language))}</li>" for name in names)
    return f'<ul class="lm-key" id="lm-chart" aria-label="{escape(say("views.key", language))}">{signs}</ul>'


def sign(name: str, language: Language) -> str:
    """Return one sign of the key, drawn; bold words stand for themselves."""
    words = escape(say("views.sign_bold", language)) if name == "core" else ""
    return f'<span class="lm-sign lm-sign-{name}">{words}</span>'


def faults(messages: tuple[Message, ...], language: Language) -> str:
    """Return what of the URL was not understood, for the reader to see: the first few, and how many more."""
    told = [message.text(language) for message in messages[:MOST_FAULTS]]
    if len(messages) > MOST_FAULTS:
        told.append(say("views.faults_more", language, n=len(messages) - MOST_FAULTS))
    items = "".join(f"<li>{plain(one)}</li>" for one in told)
    return f'<div class="lm-fault" role="alert"><p>{escape(say("views.faults", language))}</p><ul>{items}</ul></div>'


def broken(error: TimelineError, language: Language) -> str:
    """Return that there is nothing to show, and the fault that has to be mended first."""
    fault = f'<div class="lm-fault" role="alert"><p>{plain(error.text(language))}</p></div>'
    return notice("ui.broken", language) + fault


def notice(key_: str, language: Language, style: str = "notice", **values: object) -> str:
    """Return one plain sentence set apart: nothing found, nothing chosen, broken data."""
    return f'<p class="lm-notice lm-{style}">{escape(say(key_, language, **values))}</p>'
