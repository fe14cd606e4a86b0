"""What a word that stands for a name can look back on, and the answer it gets.

An answer rests on an unbroken run of sentences up to its own; an excerpt that keeps them reads the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.article import OMITTED, Span
from timeline.names.metonymy import Spoken
from timeline.names.name import Name

LONGEST = 2_000  # characters; what is longer is no sentence, and reading it for every pronoun would not end


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Who is meant, and the spans outside the sentence that this rests on."""

    ids: tuple[str, ...]
    rests_on: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """What can be looked back on from `start` in sentence `at`; `spoken` and `names` are by sentence."""

    text: str
    sentences: tuple[Span, ...]
    names: list[list[Name]]
    spoken: list[list[Spoken]]
    at: int
    start: int

    def steps(self, most: int) -> Iterator[int]:
        """Yield this sentence and up to `most` before it, nearest first; never across what an excerpt left out."""
        for index in range(self.at, max(-1, self.at - 1 - most), -1):
            if self.sentences[index].end - self.sentences[index].start > LONGEST:
                return
            if index < self.at and OMITTED in self.text[self.sentences[index].start : self.sentences[index + 1].start]:
                return
            yield index

    def rests(self, first: int, used: tuple[Spoken, ...]) -> tuple[Span, ...]:
        """Return the sentences from `first` to before this one, and what the names used rest on themselves."""
        spans = {self.sentences[index] for index in range(first, self.at)}
        spans.update(span for one in used for span in one.rests_on)
        return tuple(sorted(spans))
