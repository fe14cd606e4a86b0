"""The sentences of an article, each looked into for clauses, deeds, who is named and who says so."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from timeline.article import Article, Span
from timeline.claims.nominal import PREDICATE, is_answered, is_mere, predicates_of
from timeline.claims.passage import Passage
from timeline.claims.recast import recast
from timeline.claims.reported import said_at
from timeline.claims.told import Told
from timeline.dates.timex import Timex
from timeline.language.act import ASKING, Trigger, find_acts
from timeline.language.attribution import find_announcer, find_attribution
from timeline.language.clause import Clause, open_clause, split_clauses
from timeline.language.conjunction import clause_words, is_heading
from timeline.language.repetition import ordinal_words
from timeline.language.sentence import prose_start
from timeline.language.source import Attribution, own_words, source_words, without_date
from timeline.language.teller import precedes_speaker
from timeline.names.mention import Mention, Mentions

# What stands around the date that heads an entry of a list.
MARKS = " \t\u00a0-–—•*·()"


class Passages:
    """The sentences of one article; each is looked into when asked for, once.

    What stands in a dateline tells of the report: where it was written, not where anything happened.

    counting
        The numbers of those in which a word stands without which nothing is a how-manieth time.
    """

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Span],
        timexes: Sequence[Timex],
        mentions: Mentions,
        written: date | None = None,
    ) -> None:
        self.article, self.sentences, self.mentions, self.written = article, sentences, mentions, written
        self._starts = [sentence.start for sentence in sentences]
        self._timexes: dict[int, list[Timex]] = {}
        self._prose_timexes: dict[int, tuple[Timex, ...]] = {}
        for timex in timexes:
            number = self._holding(timex.start)
            if number >= 0 and timex.end <= sentences[number].end:
                self._timexes.setdefault(number, []).append(timex)
        self.counting = {self._holding(at) for at in ordinal_words(article.text)}
        self._known: dict[int, Passage] = {}

    def __getitem__(self, number: int) -> Passage:
        """Return the sentence of that number with what was found in it."""
        if number not in self._known:
            self._known[number] = self._look_into(number)
        return self._known[number]

    def telling(self) -> list[int]:
        """Return the numbers of the sentences that may hold a claim: dated ones, the headline, what has an ordinal."""
        headline = self.article.headline
        marks = () if headline is None else (self._holding(headline.start),)
        return sorted({*self._timexes, *self.counting, *marks} - {-1})

    def timexes(self, number: int) -> tuple[Timex, ...]:
        """Return the expressions of a sentence outside its dateline."""
        if number not in self._timexes:
            return ()
        if number not in self._prose_timexes:
            prose = self._prose_start(number)
            self._prose_timexes[number] = tuple(timex for timex in self._timexes[number] if timex.start >= prose)
        return self._prose_timexes[number]

    def _prose_start(self, number: int) -> int:
        """Return where a sentence begins behind its dateline; a mere date is none: it heads an entry of a list."""
        text, sentence = self.article.text, self.sentences[number]
        prose, first = prose_start(text, sentence), self._timexes[number][0]
        return (
            sentence.start if not (text[sentence.start : first.start] + text[first.end : prose]).strip(MARKS) else prose
        )

    def has_noun(self, number: int) -> bool:
        """Say whether a noun in a sentence names a deed."""
        return any(one.voice == "noun" for one in self._acts(number))

    def before(self, number: int) -> Passage | None:
        """Return the sentence right before, or None where there is none or an excerpt leaves some out between.

        None too before a line that tells nothing: it heads what follows ("4. Pertemuan di Demak, 25 April 2019").
        """
        if number == 0 or is_heading(self.sentences[number].of(self.article.text)):
            return None
        gap = Span(self.sentences[number - 1].end, self.sentences[number].start)
        return None if self.article.leaves_out(gap) else self[number - 1]

    def _holding(self, at: int) -> int:
        """Return the number of the sentence that holds the character at `at`, or of the last before it; -1 for none."""
        return bisect_right(self._starts, at) - 1

    def _meant(self, number: int, trigger: Trigger) -> Trigger | None:
        text, mentions = self.article.text, self.mentions
        return recast(Told(text, self.sentences[number], trigger, mentions[number], mentions.gazetteer))

    def _acts(self, number: int) -> tuple[Trigger, ...]:
        span = self.sentences[number]
        return find_acts(self.article.text, span, headline=span == self.article.headline)

    def _triggers(self, number: int, dates: Sequence[Span], below: int) -> tuple[Trigger, ...]:
        """Return the deeds told in a sentence from `below` on: in no date, no name, no topic of something else."""
        text, span, names = self.article.text, self.sentences[number], self.mentions[number]
        found = self._acts(number)
        return tuple(
            one
            for one, before in zip((self._meant(number, one) for one in found), (None, *found), strict=False)
            if one is not None
            and one.span.start >= below
            and not any(one.span.overlaps(date) for date in dates)
            and not (one.voice == "noun" and (is_mere(text, one) or is_answered(text, one.span, dates)))
            and not (span != self.article.headline and _is_in_name(text, span, one.span))
            and not any(name.span.start < one.span.start < name.span.end for name in names)
            and not (before and _qualifies(text, one, before))
        )

    def _look_into(self, number: int) -> Passage:
        text, span = self.article.text, self.sentences[number]
        below = text.rfind("\n", span.start, span.end) + 1  # what the date on a line of its own dates
        prose = max(prose_start(text, span), below)
        dates = [timex.span for timex in self.timexes(number)]
        clauses = split_clauses(text, Span(max(span.start, below), span.end), dates)
        triggers = self._triggers(number, dates, below)
        view = Passage(
            text=text,
            span=span,
            timexes=self.timexes(number),
            mentions=tuple(one for one in self.mentions[number] if one.span.start >= prose),
            clauses=clauses,
            triggers=triggers,
            attribution=None,
            gazetteer=self.mentions.gazetteer,
            written=self.written,
            is_headline=span == self.article.headline,
        )
        clauses = _with_said(view)
        for at in predicates_of(text, clauses, triggers, dates):
            clauses = open_clause(clauses, at, PREDICATE)
        said = find_attribution(text, span, clauses, triggers, dates)
        if said is not None and said.verb is None:  # "Selain itu, |kata X|, Y menyerang …"
            spoken = said.span
            triggers = tuple(
                one for one in triggers if not (spoken.covers(one.span) and precedes_speaker(text, one.span))
            )
        source = _source(view, dates, said)
        mentions = _with_own(view, source) if source is not None else view.mentions
        return replace(view, mentions=mentions, clauses=clauses, triggers=triggers, attribution=source)


def _source(view: Passage, dates: Sequence[Span], said: Attribution | None) -> Attribution | None:
    """Return who says it, by name and without the date of the saying; in a headline whoever it begins with."""
    if view.is_headline and view.mentions:
        announcer = find_announcer(view.text, view.span, view.mentions[0].span, view.triggers)
        if announcer:
            return announcer
    said = _with_name(view.text, said, view.mentions)
    return without_date(said, view.text, dates) if said else None


def _with_own(view: Passage, said: Attribution) -> tuple[Mention, ...]:
    """Return who is named, and who says it where they tell what they do themselves ("|Saya| akan tiba," kata X)."""
    actors = [one for one in view.actors if said.span.covers(one.span)]
    speakers = {one.id for one in actors if view.gazetteer.actors[one.id].kind == "person"}
    if len(speakers) != 1:
        return view.mentions
    quoted = Span(view.span.start, said.verb.start) if said.verb else Span(said.span.end, view.span.end)
    spans = (
        one for one in own_words(view.text, quoted) if any(_is_own(view.text, one, deed) for deed in view.triggers)
    )
    own = (Mention(span, min(speakers), "actor") for span in spans)
    return tuple(sorted((*view.mentions, *own), key=lambda one: (one.span, one.as_, one.id)))


def _is_own(text: str, own: Span, deed: Trigger) -> bool:
    """Say whether "saya" stands right before a verb or behind a noun: what speakers only heard is not their deed."""
    if deed.voice == "active":
        between = text[own.end : deed.span.start].lower().split()
        return own.end <= deed.span.start and set(between) <= set(source_words()["adverbs"])
    leading = text[deed.span.end : own.start].strip()
    return deed.voice == "noun" and deed.span.end < own.start and leading in ("", *source_words()["sharing"])


def _with_said(view: Passage) -> tuple[Clause, ...]:
    """Return the clauses with what somebody says as one of its own, where no word opens it."""
    said = said_at(view)
    opened = any(one.kind == "complement" and 0 <= one.span.start - (said or 0) <= 1 for one in view.clauses)
    return open_clause(view.clauses, said, "complement") if said is not None and not opened else view.clauses


def _with_name(text: str, said: Attribution | None, mentions: Sequence[Mention]) -> Attribution | None:
    """Return the source with the name that its title leads up to ("kata Duta Besar Oman di Kairo, |Siti Lestari|")."""
    end = text.find(said.who, said.span.start) + len(said.who) if said else 0  # what is told of it besides comes behind
    for one in mentions:
        if (
            said is not None
            and one.led is not None
            and said.span.start <= one.led < end <= said.span.end < one.span.end
        ):
            return replace(said, who=text[one.led : one.span.end], span=Span(said.span.start, one.span.end))
    return said


def _is_in_name(text: str, sentence: Span, words: Span) -> bool:
    """Say whether a noun or verb is part of a name ("KTT Dewan |Kerja Sama| Teluk", "Lapangan |Merdeka|").

    That of a paper may list them ("Perjanjian Persahabatan, |Kerja Sama|, dan |Bantuan|").
    """
    if not text[words.start].isupper():
        return False
    before = text[sentence.start : words.start].split()
    joining = clause_words("coordinate")
    name = takewhile(lambda word: word[0].isupper() or word in joining, reversed(before))
    if not clause_words("paper").isdisjoint(word.lower() for word in name):
        return True
    return len(before) > 1 and before[-1][0].isupper() and before[-1][-1].isalnum() and not before[-1].isupper()


def _qualifies(text: str, noun: Trigger, head: Trigger) -> bool:
    """Say whether a deed only tells what the noun before it is of, or asks for ("kesepakatan |gencatan senjata").

    Or by which letters that noun goes ("konferensi tingkat tinggi (|KTT|)").
    """
    nouns = head.voice == "noun" and (noun.voice == "noun" or head.act.rank >= ASKING)
    return nouns and not text[head.span.end : noun.span.start].strip(" (")
