"""The head of the timeline: title, what is on show, and the key to its signs, as HTML."""

from html import escape

from timeline.message import Language, Message
from timeline.views.board import Board
from timeline.views.prose import plain
from timeline.views.words import say

SHAPES = ("day", "month", "year", "span", "approx", "since", "planned", "disputed")


def title(board: Board, language: Language) -> str:
    """Return what the chronology is about; the program's own name where no topic was given."""
    told = board.chronology.topic["title"][language] or say("ui.untitled", language)
    return f'<h1 class="lm-title">{plain(told)}</h1>'


def counted(board: Board, shown: int, language: Language) -> str:
    """Return how many events of how many are on show."""
    total = len(board.events)
    first, last = board.years
    key = "views.counted_all" if shown == total else "views.counted"
    told = say(key, language, n=total, shown=shown, first=first, last=last, articles=len(board.articles))
    return f'<p class="lm-counted" role="status">{escape(told)}</p>'


def key(language: Language) -> str:
    """Return the signs and what they say."""
    signs = "".join(
        f'<li><span class="lm-sign lm-sign-{name}"></span>{escape(say(f"views.sign_{name}", language))}</li>'
        for name in SHAPES
    )
    size = escape(say("views.sign_size", language))
    fold = escape(say("views.sign_fold", language))
    return (
        f'<ul class="lm-key" aria-label="{escape(say("views.key", language))}">{signs}'
        f'<li><span class="lm-sign lm-sign-size"></span>{size}</li><li><span class="lm-fold">//</span>{fold}</li></ul>'
    )


def faults(messages: tuple[Message, ...], language: Language) -> str:
    """Return what of the URL was not understood, for the reader to see."""
    items = "".join(f"<li>{plain(message.text(language))}</li>" for message in messages)
    return f'<div class="lm-fault" role="alert"><p>{escape(say("views.faults", language))}</p><ul>{items}</ul></div>'


def notice(key_: str, language: Language, style: str = "notice", **values: object) -> str:
    """Return one plain sentence set apart: nothing found, nothing chosen, broken data."""
    return f'<p class="lm-notice lm-{style}">{escape(say(key_, language, **values))}</p>'
