"""The automaton over all date rules: where something stands, and which rule it is of."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import re2

from timeline.dates.folding import ENCODING, fold
from timeline.dates.rulebook import GROUP, RULES, Rule, rules
from timeline.pattern import byte_spans, options
from timeline.union import union

MEMORY = 512 << 20  # re2's default of 8 MiB thrashes on a union of this size


class Match(NamedTuple):
    """The rule that a hit is of, what its groups hold, and which bytes of the hit the expression itself takes."""

    rule: Rule
    groups: Mapping[str, str]
    start: int
    end: int


class Scanner:
    """One automaton over all rules: where something stands, which rule it is of, and what its groups hold."""

    def __init__(self, book: tuple[Rule, ...]) -> None:
        self.rules = book
        plain = [GROUP.sub("(?:", rule.pattern) for rule in book]  # never_capture spares unnamed groups only
        words = union([pattern for pattern in plain if not pattern.startswith("[")])
        marks = "".join(f"|(?:{pattern})" for pattern in plain if pattern.startswith("["))  # no word begins them
        self._finder = re2.compile(fold(f"\\b(?:{words}){marks}"), _options(longest=True, capture=False))
        self._set = re2.Set.FullMatchSet(_options(longest=False, capture=False))
        for pattern in plain:
            self._set.Add(fold(pattern))
        self._set.Compile()
        self._own: dict[int, tuple[Any, tuple[str, ...]]] = {}

    def spans(self, data: bytes) -> Iterator[tuple[int, int]]:
        """Yield the bytes that each hit covers: leftmost, then longest."""
        return byte_spans(self._finder, data)

    def matches(self, hit: bytes) -> tuple[Match, ...]:
        """Return what the first rule to match all of `hit` makes of it, after those that need a word before it.

        Nothing where what follows the hit was part of the match.
        """
        found = []
        for index in sorted(self._set.Match(hit) or ()):
            found.append(self._match(index, hit))
            if self.rules[index].after is None:
                break
        return tuple(found)

    def warm(self) -> None:
        """Walk the tables' own words, so that the automaton's states are built before the first article."""
        for path in sorted(RULES.glob("*.toml")):
            for _ in self.spans(fold(path.read_text(encoding="utf-8"))):
                pass
        for rule in self.rules:
            for example in rule.examples:
                data = fold(f"{example.before}{example.text}{example.after}, {example.text.upper()} ")
                for start, end in self.spans(data):
                    self.matches(data[start:end])

    def _match(self, index: int, hit: bytes) -> Match:
        rule = self.rules[index]
        if rule.norm is None:
            return Match(rule, {}, 0, len(hit))  # nobody asks what a trap holds
        own, names = self._own.get(index) or self._compile(index)
        spans = own.fullmatch(hit)._spans
        groups = {
            name: hit[first:last].decode(ENCODING)
            for name, (first, last) in zip(names, spans, strict=True)
            if first < last and name
        }
        first, last = spans[names.index("span")] if "span" in groups else spans[0]
        return Match(rule, groups, first, last)

    def _compile(self, index: int) -> tuple[Any, tuple[str, ...]]:
        own = re2.compile(fold(self.rules[index].pattern), _options(longest=False, capture=True))
        names = {number: name.decode() for name, number in own.groupindex.items()}
        self._own[index] = (own, tuple(names.get(number, "") for number in range(own.groups + 1)))
        return self._own[index]


@cache
def scanner() -> Scanner:
    """Return the automaton of all date rules."""
    return Scanner(rules())


def _options(*, longest: bool, capture: bool) -> re2.Options:
    chosen = options(longest=longest, memory=MEMORY, capture=capture)
    chosen.encoding = re2.Options.Encoding.LATIN1
    return chosen
