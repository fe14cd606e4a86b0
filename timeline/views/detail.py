"""An event's head, as HTML: its date and how sure it is, what sources disagree on, what the editor says of it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from timeline.message import Language
from timeline.views.board import Board, Record, shape
from timeline.views.lanes import theme_of
from timeline.views.places import place_name
from timeline.views.prose import plain, spoken_in
from timeline.views.words import date_words, known, say


def event_head(board: Board, row: int, language: Language, *, hidden: bool) -> str:
    """Return the head of an event: date, label, how sure, status, who and where; `hidden` if filters leave it out."""
    event = board.events[row]
    words = date_words(event["edtf"], event["mod"], language)
    facts = [
        say(f"views.sure_{shape(event['edtf'], event['mod'])}", language),
        say("views.sources_tell", language, n=board.weight(row)),
        say("views.core" if event["core"] else "views.context", language),
        *([say("views.own_words", language)] if board.untranslated(row) else []),
    ]
    edtf = f'<code title="EDTF">{escape(event["edtf"])}</code>' if event["edtf"] else ""
    hint = f'<p class="lm-hint">{escape(say("views.hidden", language))}</p>' if hidden else ""
    return (
        f'<div class="lm-head"><p class="lm-when"><time>{escape(words)}</time> {edtf} {_status(event, language)}'
        f'<span class="lm-theme">{escape(dict(theme_of(event["type"]).name)[language])}</span></p>'
        f"<h2{spoken_in(board.spoken(row, language), language)}>{plain(board.label(row, language))}</h2>"
        f'<p class="lm-facts">{" · ".join(escape(fact) for fact in facts)}</p>'
        f'<p class="lm-who">{_who(board, event, language)}</p>{hint}</div>'
    )


def event_notes(board: Board, row: int, language: Language) -> str:
    """Return the editor's notes and what sources disagree on, side by side; nothing where there are none."""
    event = board.events[row]
    conflicts = "".join(_conflict(board, conflict, language) for conflict in event["conflicts"] or ())
    notes = "".join(
        f"<li>{plain(_say(note, language))} <span class=lm-by>{plain(note['by'])}, "
        f"{escape(date_words(str(note['on']), None, language))}</span></li>"
        for note in event["notes"] or ()
    )
    found = ""
    if notes:
        found += f'<section class="lm-notes"><h3>{escape(say("views.notes", language))}</h3><ul>{notes}</ul></section>'
    if conflicts:
        found += (
            f'<section class="lm-conflicts"><h3>{escape(say("views.conflicts", language))}</h3>{conflicts}</section>'
        )
    return found


def _status(event: Record, language: Language) -> str:
    told = known(f"views.status_{event['status']}", language, event["status"])
    return f'<span class="lm-status lm-{escape(event["status"])}">{escape(told)}</span>'


def _who(board: Board, event: Record, language: Language) -> str:
    names = [plain(board.actor_name(actor, language)) for actor in event["actors"]]
    places = ", ".join(plain(place_name(place, language)) for place in event["places"])
    return " — ".join(part for part in (" · ".join(names), places) if part)


def _say(words: Mapping[str, Any], language: Language) -> str:
    return str(words.get(language) or words.get("id") or "")


def _conflict(board: Board, conflict: Mapping[str, Any], language: Language) -> str:
    """Return one disagreement: each value, and who says so."""
    cells = "".join(
        f"<div><dt>{plain(_value(board, conflict['kind'], value['value'], language))}</dt>"
        f"<dd>{', '.join(_tellers(board, value['claims']))}</dd></div>"
        for value in conflict["values"]
    )
    kind = known(f"views.conflict_{conflict['kind']}", language, conflict["kind"])
    return f"<h4>{escape(kind)}</h4><dl>{cells}</dl>"


def _value(board: Board, kind: str, value: object, language: Language) -> str:
    if kind == "date":
        return date_words(str(value), None, language)
    if kind == "place":
        return place_name(str(value), language)
    if kind == "status":
        return known(f"views.status_{value}", language, str(value))
    return board.actor_name(str(value), language) if kind == "actor" else str(value)


def _tellers(board: Board, claims: Sequence[str]) -> list[str]:
    names = [board.publisher(board.claims[claim]["article"]) for claim in claims if claim in board.claims]
    return [plain(name) for name in dict.fromkeys(names)]
