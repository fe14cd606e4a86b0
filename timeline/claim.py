"""Claims: "source S says: A did X on D", each with the sentence it rests on."""

from dataclasses import dataclass
from typing import Literal

from timeline.article import Span
from timeline.edtf import DateValue
from timeline.message import Message

Modality = Literal["occurred", "planned", "denied", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of one article says happened, and when.

    id
        Article id and 8 hex digits of the hash of quote and expression; never offsets.
    span
        Where the quote, one whole sentence, stands in the article.
    expression, expression_span
        The words that date it, and where they stand; None where nothing does (a headline, an ordinal mention).
    type
        PLOVER event type.
    actors, places
        Actor ids and place names, sorted.
    context
        Sentences outside the quote that its reading needs.
    ordinal
        Which meeting of these people it is said to be, where it is counted ("pertemuan pertama" is 1).
    """

    id: str
    article: str
    quote: str
    span: Span
    expression: str | None
    expression_span: Span | None
    when: DateValue | None
    repaired: str | None
    role: str
    type: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    modality: Modality
    attributed_to: str | None
    context: tuple[Span, ...]
    ordinal: int | None
    reasons: tuple[Message, ...]
