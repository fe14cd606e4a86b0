"""Claims: "source S says: A did X on D", each with the sentence it rests on."""

from dataclasses import dataclass, replace
from hashlib import sha256

from timeline.article import Span
from timeline.edtf import DateValue
from timeline.language.act import Act, act_named
from timeline.language.modality import Modality
from timeline.message import Message

# The type of what PLOVER has none for.
NO_TYPE = "OTHER"
# PLOVER's type for meetings: these are counted ("the first meeting of the two").
MEETING = "CONSULT"
# Who meets is at least two.
PAIR = 2
ID_DIGITS = 8
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of one article says happened, and when.

    id
        Article id and 8 hex digits of the hash of quote and expression; never offsets.
    span
        Where the quote, one whole sentence, stands in the article.
    expression, expression_span
        The words that date it, and where they stand; None where nothing does (a headline, an ordinal mention).
    type, act
        PLOVER event type, and the name of the deed in `rules/act.toml` (None where no word names one).
    actors, doers, undergoers, places
        Actor ids, who does it first; those of them who are told to do it, and to undergo it; place names, sorted.
    context
        Sentences outside the quote that its reading needs.
    ordinal
        Which meeting of these people it is said to be, where it is counted ("pertemuan pertama" is 1).
    gist
        What it tells, as a headline out of its own words.
    counted, another, is_headline
        Whether it tells of several occasions at once; of one more of a kind; whether its quote is the headline.
    alleged
        Whether its source only charges somebody with it ("menuduh X menyerang").
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
    act: str | None
    actors: tuple[str, ...]
    doers: tuple[str, ...]
    undergoers: tuple[str, ...]
    places: tuple[str, ...]
    modality: Modality
    attributed_to: str | None
    context: tuple[Span, ...]
    ordinal: int | None
    counted: bool
    another: bool
    is_headline: bool
    gist: str
    reasons: tuple[Message, ...]
    alleged: bool = False

    @property
    def deed(self) -> Act | None:
        """Return the act that `rules/act.toml` has under its name; None where no word names one."""
        return act_named(self.act) if self.act else None

    def bare(self) -> "Claim":
        """Return it without where it stands and why it is read so: merging asks neither, and they are half of it."""
        expression = NOWHERE if self.expression_span else None
        return replace(self, span=NOWHERE, expression_span=expression, context=(), reasons=())


def claim_id(article_id: str, quote: str, expression: str | None, times: int = 1) -> str:
    """Return the claim's id: it changes with the words, not with where they stand.

    times
        Which of the claims it is that the same words date in one sentence.
    """
    again = f"\x1f{times}" if times > 1 else ""
    digest = sha256(f"{quote}\x1f{expression or ''}{again}".encode()).hexdigest()
    return f"{article_id}-{digest[:ID_DIGITS]}"
