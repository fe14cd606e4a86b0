"""The text around expressions: their sentence, the word before them, whether it looks ahead."""

import re
from bisect import bisect_right
from functools import cache
from itertools import takewhile

from timeline.article import Span
from timeline.dates.pointing import directions, is_of_saying, of_same_verb
from timeline.dates.rulebook import context_words, whole_words
from timeline.language.conjunction import opens_with_verb
from timeline.language.sentence import split_sentences
from timeline.ruletable import rule_table

LONGEST_WORD = 20
SHORTEST_WORD = 3
SIGHT = 600  # characters either side of an expression in which its sentence is looked for
NAME_REACH = 60  # characters before a date in which the name stands that it belongs to
CLAUSE_REACH = 240  # characters in which a word of direction is looked for
FEW_WORDS = 3  # before an expression that opens its sentence
BLANKS = " \n\u00a0"
COMPARED = 2  # words: "dibandingkan dengan"
LONGEST_PHRASE = 2  # words: "sampai dengan"
END_MARKS = ".!?…\n"  # no sentence ends without one
CLOSING = '"”'
OPENING = '"“‘(['
BEFORE_OPENING = " \n\u00a0(["  # a quotation


class Surroundings:
    """The text around expressions: its sentences are found when first asked for."""

    def __init__(self, text: str, sentences: tuple[Span, ...] | None) -> None:
        self.text = text
        self._given = sentences
        self._seen = Span(0, -1)
        self._asked = (-1, False)  # where a quotation was asked for last, and what was said: it is asked several times
        self._sentences: tuple[Span, ...] = ()

    def sentence(self, start: int) -> Span:
        """Return the sentence that holds the character at `start`, or the last before it."""
        line = self._given if self._given is not None else self._sentences_around(start)
        at = bisect_right(line, start, key=lambda sentence: sentence.start) - 1
        return line[at] if at >= 0 else Span(0, line[0].start if line else len(self.text))

    def utterance(self, start: int) -> Span:
        """Return the sentence at `start`, as far as in sight; of a quotation of several, all to the end of its last."""
        whole = self.sentence(start)
        sentence = Span(max(whole.start, start - SIGHT), min(whole.end, start + SIGHT))
        if not self.is_quoted(start):
            return sentence
        line = self.text.find("\n", start, start + SIGHT)
        rest = self.text[start : line if line >= 0 else start + SIGHT]
        closed = [at for mark in CLOSING if (at := rest.find(mark)) >= 0]
        return Span(sentence.start, max(sentence.end, self.sentence(start + min(closed)).end)) if closed else sentence

    def is_told(self, start: int) -> bool:
        """Say whether a sentence holds the character at `start`; a page's date line is none."""
        return self._given is None or self.sentence(start).end > start

    def _sentences_around(self, start: int) -> tuple[Span, ...]:
        """Return the sentences around `start`, cut at line breaks and out of sight; most are never asked for."""
        if not self._seen.start <= start < self._seen.end:
            first = max(self.text.rfind("\n", max(0, start - SIGHT), start) + 1, start - SIGHT, 0)
            last = self.text.find("\n", start, start + SIGHT)
            last = min(len(self.text), start + SIGHT) if last < 0 else last
            sentences = split_sentences(self.text[first:last])
            self._seen = Span(first, max(start + 1, last - CLAUSE_REACH))
            self._sentences = tuple(Span(one.start + first, one.end + first) for one in sentences)
        return self._sentences

    def shares_line(self, earlier: int, start: int) -> bool:
        """Say whether no line ends between."""
        return "\n" not in self.text[earlier:start]

    def is_title(self, start: int, end: int) -> bool:
        """Say whether a date stands in brackets in a line that is no sentence ("4. Raja ke Demak (2001)")."""
        if self.text[start - 1 : start] != "(":
            return False
        first, last = self.text.rfind("\n", max(0, start - SIGHT), start), self.text.find("\n", end, end + SIGHT)
        if first < 0 and start > SIGHT:  # too long a line
            return False
        line = self.text[first + 1 : last if last >= 0 else end + SIGHT].strip()
        return line[-1:] not in END_MARKS and not line.startswith("(")

    def shares_sentence(self, earlier: int, start: int) -> bool:
        """Say whether `earlier` lies in the sentence that holds `start`; where no end mark is between, it does."""
        between = self.text[earlier:start]
        if not any(mark in between for mark in END_MARKS):
            return True
        sentence = self.sentence(start)
        return sentence.start <= earlier and start < sentence.end  # what is masked behind the last lies in none

    def is_quoted(self, start: int) -> bool:
        """Say whether the character at `start` stands in a quotation that opened in its line."""
        if start != self._asked[0]:
            first = max(0, start - SIGHT)
            line = self.text[max(self.text.rfind("\n", first, start) + 1, first) : start]
            self._asked = start, line.count("“") > line.count("”") or _is_open(line)
        return self._asked[1]

    def is_set_off(self, start: int) -> bool:
        """Say whether a comma stands right before `start`."""
        return self.text[max(0, start - 3) : start].rstrip().endswith(",")

    def before(self, start: int) -> str | None:
        """Return what the words right before `start` make of a date: since, until, BEFORE, AFTER, APPROX, or None."""
        if start < SHORTEST_WORD or self.text[start - 1] not in BLANKS:
            return None
        words, known = self.text[max(0, start - LONGEST_WORD) : start].split()[-LONGEST_PHRASE:], _before_words()
        if not words:
            return None
        bare = words[-1].rpartition(".")[2].lstrip(OPENING)  # 'kata Agung.Sejak 2012', '"Sejak 2012'
        return known.get(" ".join(words)) or known.get(words[-1]) or known.get(bare)

    def is_compared(self, start: int, *, than: bool = False) -> bool:
        """Say whether what starts there is only compared with: "dibandingkan dengan Juli 2016".

        With `than`, "dari" says so too: right for what can hardly be a beginning ("naik |dari| bulan sebelumnya").
        """
        words = self.text[max(0, start - 2 * LONGEST_WORD) : start].lower().split()[-COMPARED:]
        since = len(words) == COMPARED and _before_words().get(words[1]) == "since"
        compared = not context_words("compared").isdisjoint(words)
        if since and words[0] in context_words("compared", "record"):  # "terendah sejak Februari 2009"
            return True
        return compared or (than and words[-1:] in [[word] for word in context_words("compared", "than")])

    def direction(self, start: int, end: int) -> int:
        """Say whether the sentence speaks of what is to come (1) or past (-1) where the expression stands, or neither.

        The nearest word of direction before it decides; where there is none, the first after it in a sentence that it
        opens, or in its own clause.
        """
        head, tail = self.text[max(0, start - CLAUSE_REACH) : start], self.text[end : end + CLAUSE_REACH]
        sure = max(map(head.rfind, END_MARKS)) + 1  # no sentence can end behind it
        if certain := _before_side(head[sure:]):
            return -1 if is_of_saying(head[sure:]) else certain[-1]
        if not directions(head[:sure]) and not directions(tail):
            return 0
        sentence = self.sentence(start)
        head = head[max(0, len(head) - start + sentence.start) :]
        told = _before_side(head)
        if told:
            return -1 if is_of_saying(head) else told[-1]
        tail = tail[: max(0, sentence.end - end)]
        if len(head.split()) >= FEW_WORDS:
            tail = of_same_verb(head, tail.split(",", 1)[0])
        verb = tail.lstrip(BLANKS).partition(" ")[0]
        if verb.startswith(_active_prefixes()) and opens_with_verb(verb):  # "hari Senin |mengumumkan| Putin akan tiba"
            tail = verb
        return next(iter(directions(tail)), 0)

    def is_of_name(self, start: int) -> bool:
        """Say whether the date at `start` belongs to a treaty's name ("Kesepakatan Militer |19 September 2018|")."""
        words = self.text[max(0, start - NAME_REACH) : start].split()
        name = [word.lower() for word in takewhile(lambda word: word[0].isupper() and word[-1].isalnum(), words[::-1])]
        return not context_words("named").isdisjoint(name)

    def is_of_noun(self, start: int) -> bool:
        """Say whether the figures at `start` date the noun before them, and not the deed: "pada demo |4 November|"."""
        word = self.text[max(0, start - LONGEST_WORD) : start].rpartition(" ")[0].rpartition(" ")[2]
        return self.text[start].isdigit() and word.lower() in context_words("dated")

    def is_apposed(self, end: int, start: int, *, other: bool) -> bool:
        """Say whether what starts at `start` tells anew what ended at `end`: "sehari kemudian, Rabu", "atau Rabu"."""
        if start - end >= LONGEST_WORD:
            return False
        between = self.text[end:start].replace(",", " ").replace("(", " ").split()
        return _apposing(other=other).issuperset(between)

    def is_dated(self, end: int, start: int) -> bool:
        """Say whether what starts at `start` is the date of the named day that ended at `end`: "Natal: 25 Desember"."""
        if start - end >= LONGEST_WORD:
            return False
        between = re.sub(r"[,:(]", " ", self.text[end:start]).split()
        return (_apposing(other=True) | context_words("apposed", "falls")).issuperset(between)

    def is_habit(self, start: int, end: int) -> bool:
        """Say whether the sentence around tells what is usual: "biasanya", "setiap hari"."""
        first = max(0, start - CLAUSE_REACH)
        window = self.text[first : end + CLAUSE_REACH]
        if not any(stem in window for stem in _habit_stems()):
            return False
        return any(self.shares_sentence(*sorted((first + found.start(), start))) for found in habit().finditer(window))

    def is_list(self, end: int, start: int) -> bool:
        """Say whether only commas and "and" stand between `end` and `start`: "Januari, Februari, dan Maret 2019"."""
        return start - end < LONGEST_WORD and context_words("list").issuperset(
            self.text[end:start].replace(",", " ").split()
        )


def _before_side(head: str) -> list[int]:
    """Return where the words of direction in `head` point, without the one at its end where others do too.

    It says only which side of the date behind it is meant: "akan digelar |setelah| Senin".
    """
    ways = directions(head)
    last = head.rstrip().rpartition(" ")[2].lower()
    return ways[:-1] if len(ways) > 1 and _before_words().get(last) == "AFTER" and ways[-1] < 0 else ways


def _is_open(line: str) -> bool:
    """Say whether a quotation in straight marks is open at the end of `line`: by the last, else by how many there are.

    A mark opens one where it stands before a word and behind a blank, or behind a sentence's end: 'katanya."Kami ...'.
    """
    before, mark, after = line.rpartition('"')
    if not mark or not after:
        return bool(mark)
    begins, ends = not before or before[-1] in BEFORE_OPENING, not after[0].isalnum()
    if begins != ends:
        return begins
    if not begins and before[-1] in END_MARKS and after[0].isalpha():
        return after[0].isupper()
    return line.count('"') % 2 == 1


@cache
def _before_words() -> dict[str, str]:
    """Return what each word right before a date makes of it."""
    told = {word: kind for kind, words in rule_table("date-context.toml")["before"].items() for word in words}
    return {spelt: kind for word, kind in told.items() for spelt in (word, word.capitalize(), word.upper())}


@cache
def _apposing(*, other: bool) -> frozenset[str]:
    """Return the words that may stand before a date told anew; with `other`, those of another way of telling it too."""
    words = rule_table("date-context.toml")["apposed"]
    return frozenset(words["same"] + (words["other"] if other else []))


@cache
def _habit_stems() -> tuple[str, ...]:
    """Return what the words of habit hold, each one of it: quicker to look for than the words."""
    return tuple(rule_table("date-context.toml")["habit"]["stems"])


@cache
def habit() -> re.Pattern[str]:
    """Return the pattern of words that tell a habit."""
    return whole_words(rule_table("date-context.toml")["habit"]["words"])


@cache
def _active_prefixes() -> tuple[str, ...]:
    """Return how verbs begin whose subject stands before them."""
    return tuple(rule_table("date-context.toml")["figures"]["active"])
