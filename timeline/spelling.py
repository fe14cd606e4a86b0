"""Places whose names are misprinted: a capitalised word where a place belongs, close enough to one place alone."""

import re
from collections.abc import Iterator, Mapping

import re2
from rapidfuzz import fuzz, process

from timeline.actor import Gazetteer
from timeline.name import Form, Name, fold, options
from timeline.wording import Wording

ALIKE = 90.0  # of 100: one letter left out or added in a word of eight, never one exchanged for another in a short one
SHORTEST = 7  # letters; below this too many real names are one letter apart
MOST_KEPT = 100_000
CUES = frozenset({"at", "to", "from", "visit", "target", "region", "venue"})
CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]+")


class Speller:
    """Finds misprinted places; made once per gazetteer, it remembers what it answered."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        self._places = {
            fold(written): place.name
            for place in gazetteer.places.values()
            for written in (place.name, *place.aliases)
            if len(written) >= SHORTEST
        }
        self._known = frozenset(self._places)
        self._answers: dict[str, str | None] = {}
        self._automaton = re2.compile(cue_pattern(wording.stances), options())

    def find(self, text: str) -> Iterator[Name]:
        """Yield each misprinted place as a name of kind ``misspelt``; names that are known are not asked about."""
        for match in self._automaton.finditer(text):
            start, end = match.span()
            words = list(CAPITALISED.finditer(text, start + 1, end))
            for first in range(len(words)):
                place = self.nearest(text[words[first].start() : words[-1].end()])
                if place is not None:
                    yield Name(words[first].start(), words[-1].end(), Form("misspelt", (place,)))
                    break

    def nearest(self, written: str) -> str | None:
        """Return the one place whose name is `ALIKE` enough to what was printed; None if none or two are."""
        key = fold(written)
        if key not in self._answers:
            if len(self._answers) > MOST_KEPT:
                self._answers.clear()
            self._answers[key] = self._search(key)
        return self._answers[key]

    def _search(self, key: str) -> str | None:
        if len(key) < SHORTEST or key in self._known:
            return None
        close = process.extract(key, self._places.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        places = {self._places[name] for name, _, _ in close if name[0] == key[0]}
        return places.pop() if len(places) == 1 else None


def cue_pattern(stances: Mapping[str, str]) -> str:
    """Return the pattern of a word that leads up to a place and up to three capitalised words after it."""
    cues = sorted({phrase.split()[-1] for phrase, reads in stances.items() if reads in CUES})
    both = "|".join(f"{cue}|{cue.capitalize()}" for cue in cues)
    return rf"\b(?:{both})(?:[\s\p{{Zs}}]\p{{Lu}}[\p{{L}}'’-]+){{1,3}}"
