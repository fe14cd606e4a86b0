"""A source, as a sentence names it: the words, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.article import Span
from timeline.language.act import SPEECH, Trigger
from timeline.language.conjunction import clause_words
from timeline.names.title import opens_sentence
from timeline.pattern import compiled_bytes, find_spans
from timeline.ruletable import rule_table

# A source is named in few words; more is no name.
LONGEST_NAME = 16


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that name a source (`who`), and the whole phrase with the verb or preposition (`span`).

    verb
        Where the verb stands that follows what is said (", kata X"); None where the source is named otherwise.
    since
        Where what is said begins, if the source has deeds of its own before ("X tiba dan mengatakan bahwa …"); or None.
    """

    who: str
    span: Span
    verb: Span | None = None
    since: int | None = None

    @property
    def named(self) -> int:
        """Return where the words that name the source may begin: behind the verb, but for ", X mengatakan"."""
        return self.span.start if self.verb is None or self.span.end == self.verb.end else self.verb.end

    def covers(self, trigger: Trigger | None) -> bool:
        """Say whether the source is named for that deed, not for another in the same sentence."""
        return self.since is None or trigger is None or trigger.act.rank == SPEECH or trigger.span.start >= self.since


def without_date(said: Attribution, text: str, dates: Sequence[Span]) -> Attribution:
    """Return the source without the date of its saying ("kata KCNA |lusanya|", "KCNA |pada Senin| mengatakan")."""
    start = said.span.start if said.verb is None else said.verb.end
    start = max(start, text.find(said.who, start, said.span.end))  # "pada Senin, |X| mengatakan"
    date = next((one for one in dates if start < one.end and one.start < said.span.end), None)
    if date is None:
        return said
    span = Span(said.span.start, max(said.span.end, date.end)) if said.verb is None else said.span
    words = text[start : date.start].split()
    words = words[:-1] if words and words[-1].lower().strip(",") in clause_words("dating") else words
    words = [] if len(words) == 1 and opens_sentence(words[0]) else words  # "|setelah pada Senin| X mengatakan"
    if not words:  # "|pada Senin| X mengatakan"
        return replace(said, who=said.who[date.end - start :].strip(" ,") or said.who, span=span)
    span = span if said.verb is None else Span(said.span.start, date.start)
    return replace(said, who=" ".join(words).rstrip(" ,(["), span=span)


def own_words(text: str, quoted: Span) -> list[Span]:
    """Return where whoever says it speaks of themselves ("saya")."""
    pattern = compiled_bytes(rf"\b(?:{'|'.join(source_words()['own'])})\b")
    found = find_spans(pattern, quoted.of(text))
    return [Span(quoted.start + start, quoted.start + end) for start, end, _ in found]


def source_words() -> dict[str, list[str]]:
    """Return the lists of the table of sources."""
    table: dict[str, list[str]] = rule_table("clause.toml")["attribution"]
    return table
