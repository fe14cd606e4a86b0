"""Places whose names are misprinted: a capitalised word where a place belongs, close enough to one place alone."""

import re
from collections.abc import Iterator

import re2
from rapidfuzz import fuzz, process

from timeline.names.actor import Gazetteer
from timeline.names.name import Form, Name, fold, options
from timeline.names.wording import cues
from timeline.pattern import find_spans

ALIKE = 90.0  # of 100: one letter left out or added in a word of eight, never one exchanged for another in a short one
SHORTEST = 7  # letters; below this too many real names are one letter apart
MOST_KEPT = 100_000
PLACING = frozenset({"at", "to", "from", "visit", "target", "region", "venue"})
CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]+")


class Speller:
    """Finds misprinted places; made once per gazetteer, it remembers what it answered."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._places = {
            fold(written): place.name
            for place in gazetteer.places.values()
            for written in (place.name, *place.aliases)
            if len(written) >= SHORTEST and not place.exact
        }
        self._seen: dict[bytes, Name | None] = {}
        self._automaton = re2.compile(_cue_pattern().encode(), options())

    def find(self, text: str) -> Iterator[Name]:
        """Yield each misprinted place as a name of kind ``misspelt``; names that are known are not asked about."""
        for start, _, written in find_spans(self._automaton, text):
            if written not in self._seen:
                if len(self._seen) > MOST_KEPT:
                    self._seen.clear()
                self._seen[written] = self._place_in(written.decode("utf-8", "surrogatepass"))
            found = self._seen[written]
            if found is not None:
                yield Name(start + found.start, start + found.end, found.form)

    def _place_in(self, phrase: str) -> Name | None:
        """Return the misprinted place in a cue and the capitalised words after it; the longest run of words first."""
        words = list(CAPITALISED.finditer(phrase, 1))
        for word in words:
            place = self.nearest(phrase[word.start() : words[-1].end()])
            if place is not None:
                return Name(word.start(), words[-1].end(), Form("misspelt", (place,)))
        return None

    def nearest(self, written: str) -> str | None:
        """Return the one place whose name is `ALIKE` enough to what was printed; None if none or two are."""
        key = fold(written)
        if len(key) < SHORTEST or key in self._places:
            return None
        close = process.extract(key, self._places.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        places = {self._places[name] for name, _, _ in close if name[0] == key[0]}
        return places.pop() if len(places) == 1 else None


def _cue_pattern() -> str:
    """Return the pattern of a word that leads up to a place and up to three capitalised words after it."""
    last = sorted({phrase.split()[-1] for phrase, reads in cues().items() if reads in PLACING})
    both = "|".join(f"{word}|{word.capitalize()}" for word in last)
    return rf"\b(?:{both})(?:[\s\p{{Zs}}]\p{{Lu}}[\p{{L}}'’-]+){{1,3}}"
