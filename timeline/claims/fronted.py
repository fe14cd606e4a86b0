"""What a clause in front of its sentence tells, as a headline of its own."""

from collections.abc import Sequence

from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.claims.trimming import FEWEST_WORDS, plain
from timeline.language.conjunction import has_verb, tells_deed
from timeline.language.leading import lacks_subject
from timeline.language.marker import CONTRAST, FRONTED, marker_of
from timeline.names.mention import Mention

# Words of a title before the name that the next clause begins with.
LONGEST_TITLE = 5


def told_in_front(view: Passage, own: Span, named: Sequence[Mention]) -> str | None:
    """Return what a clause in front tells, without the word that opens it; None where it does not say who does it.

    That may be one of those `named` whom the next clause begins with ("Setelah |menemui petani, Macron| pulang").
    """
    opener, _, told = own.of(view.text).partition(" ")
    if marker_of(opener) is None or not any(
        one.kind in (*FRONTED, CONTRAST) and one.span == own for one in view.clauses
    ):
        return None
    start = own.end - len(told)
    start = next((one.end + 1 for one in view.timexes if one.start == start), start)  # "Meski |pada 2019| X …"
    told = view.text[start : own.end]
    gist = plain(view, Span(start, own.end))
    if not tells_deed(told) or len(gist.split()) < FEWEST_WORDS:
        return None
    if not lacks_subject(told):
        return gist
    doer = _next_subject(view, own, named) if any(own.covers(one.span) for one in view.triggers) else None
    return f"{view.gazetteer.name(doer.id)} {gist[:1].lower()}{gist[1:]}" if doer else None


def _next_subject(view: Passage, front: Span, named: Sequence[Mention]) -> Mention | None:
    """Return whom the clause behind begins with, after no more than a title, if that is one of those named."""
    doer = next((one for one in view.actors if one.span.start >= front.end), None)
    title = view.text[front.end : doer.span.start] if doer else ""
    return doer if doer in named and len(title.split()) <= LONGEST_TITLE and not has_verb(title) else None
