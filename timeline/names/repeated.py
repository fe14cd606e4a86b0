"""Parts of full names that stand for somebody again: whom an article introduces, or who is known."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from timeline.article import Span
from timeline.names.bearer import FULL_NAME, Introduced
from timeline.names.introduction import LONGEST, LONGEST_WORD, is_in_capitals
from timeline.names.name import Form, Name, covering, joins_word
from timeline.names.namesake import ENDS
from timeline.names.title import begins_title, is_of_name, opens_sentence, takes_name

SHORTEST_PART = 3


class Parts:
    """Adds to the names of an article what repeats a part of a full name, or is a stranger's who shares one.

    called, bearers
        The words of each full name; who bears each word.
    """

    def __init__(
        self, text: str, sentences: Sequence[Span], names: list[list[Name]], people: Mapping[str, Introduced]
    ) -> None:
        self._text, self._sentences, self._names, self._people = text, sentences, names, people
        self._ends = [sentence.end for sentence in sentences]
        self._called = self._full_names()
        self._bearers: dict[str, list[str]] = {}
        for person, full in self._called.items():
            for word in full:
                self._bearers.setdefault(word, []).append(person)

    def add(self) -> None:
        """Put each part where it belongs among the names of its sentence."""
        for word, bearers in self._bearers.items():
            for at, span in self._occurrences(word):
                names = self._names[at]
                found = covering(span, names)
                if found is None:
                    run = self._run(at, span)
                    if run is not None:
                        names.append(Name(run.start, run.end, self._form(run, word)))
                        names.sort(key=lambda name: name.start)
                elif found.form.kind == "short" and (found.start, found.end) == (span.start, span.end):
                    ids = tuple(dict.fromkeys([*found.form.ids, *bearers]))
                    names[names.index(found)] = found._replace(form=Form("short", ids))

    def _full_names(self) -> dict[str, list[str]]:
        """Return the words of the longest name of each person; who is introduced may have one of a single word."""
        longest: dict[str, list[str]] = {}
        for names in self._names:
            for name in names:
                if name.form.kind != "person":
                    continue
                person = name.form.ids[0]
                words = [word for word in self._text[name.start : name.end].split() if _is_part(word)]
                fewest = 1 if person in self._people else FULL_NAME
                if len(words) >= fewest and len(words) > len(longest.get(person, ())):
                    longest[person] = words
        return longest

    def _occurrences(self, word: str) -> Iterator[tuple[int, Span]]:
        """Yield where a word stands, with the number of its sentence."""
        start = self._text.find(word) if len(word) >= SHORTEST_PART else -1
        while start >= 0:
            end = start + len(word)
            at = bisect_left(self._ends, end)
            if not joins_word(self._text, start, end) and self._is_within(at, start):
                yield at, Span(start, end)
            start = self._text.find(word, end)

    def _is_within(self, at: int, start: int) -> bool:
        """Say whether a place lies in a sentence, and in one that is no table or page without full stops."""
        if at == len(self._ends):
            return False
        return self._sentences[at].start <= start and self._ends[at] - self._sentences[at].start <= LONGEST

    def _run(self, at: int, span: Span) -> Span | None:
        """Return the whole run of words of a name around one of them; None where they name no person ("PT Lestari").

        In a headline in capitals only words of names that are known count: others may be verbs.
        """
        sentence, names = self._sentences[at], self._names[at]
        capitals = is_in_capitals(self._text, sentence)
        start, end = span.start, span.end
        while (word := self._word_after(end, sentence.end)) and self._goes_on(word, capitals=capitals):
            if covering(Span(end + 1, end + 1 + len(word)), names):
                break
            end += 1 + len(word)
        while word := self._word_before(sentence.start, start):
            before = start - 1 - len(word)
            if takes_name(word):
                return None
            if (
                opens_sentence(word)
                or not self._goes_on(word, capitals=capitals)
                or covering(Span(before, start - 1), names)
            ):
                break
            start = before
        return Span(start, end)

    def _goes_on(self, word: str, *, capitals: bool) -> bool:
        return word in self._bearers or (not capitals and is_of_name(word))

    def _word_after(self, end: int, limit: int) -> str:
        if self._text[end : end + 1] != " " or end + 1 >= limit:
            return ""
        return self._text[end + 1 : min(limit, end + LONGEST_WORD)].split(" ", maxsplit=1)[0].rstrip(ENDS)

    def _word_before(self, lowest: int, start: int) -> str:
        if start <= lowest or self._text[start - 1] != " ":
            return ""
        return self._text[max(lowest, start - LONGEST_WORD) : start - 1].rsplit(" ", maxsplit=1)[-1]

    def _form(self, run: Span, word: str) -> Form:
        """Return whom a run of words may stand for: one by their full name, those it is a part of, or a stranger."""
        words = run.of(self._text).split()
        meant = [person for person in self._bearers[word] if set(self._called[person]).issuperset(words)]
        for person in meant:
            if person in self._people and len(self._called[person]) == len(words):
                return Form("person", (person,))
        return Form("short", tuple(meant)) if meant else Form("stranger", tuple(self._bearers[word]))


def _is_part(word: str) -> bool:
    """Say whether a word of a full name may stand for it: none that is a title too ("|Raja| Salman")."""
    return is_of_name(word) and not begins_title(word.lower())
