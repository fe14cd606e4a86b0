"""Who is named by an office, and when they held it: "Presiden Moon Jae-in" did what is told there between its years."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.article import Span
from timeline.edtf import DateValue
from timeline.names.actor import Gazetteer, Office
from timeline.names.metonymy import longest, words_before
from timeline.names.name import Name
from timeline.names.wording import mention_words, offices

LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody named by an office they hold: where, in which sentence, in which words, and the times they held it."""

    span: Span
    sentence: Span
    text: str
    held: tuple[Office, ...]

    @property
    def since(self) -> date:
        """Return the first day on which they held it."""
        return min(office.since for office in self.held)

    @property
    def until(self) -> date | None:
        """Return the last day on which they held it; None where they still do."""
        days = [office.until for office in self.held]
        return None if None in days else max(day for day in days if day)

    def term_of(self, day: date) -> DateValue:
        """Return the time in office, which is over, that holds `day`."""
        return next(DateValue.between(one.since, one.until) for one in self.held if one.until and one.held_on(day))

    def is_held_on(self, day: date) -> bool:
        """Say whether they held it on `day`."""
        return any(office.held_on(day) for office in self.held)


def find_tenures(text: str, sentences: Sequence[Span], names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Tenure]:
    """Yield who is named by an office that the data know to be theirs; former holders and candidates are not."""
    before: Name | None = None
    for name in sorted(names, key=lambda one: one.start):
        at = bisect_right(sentences, name.start, key=lambda one: one.start) - 1
        if name.form.kind == "person" and at >= 0 and name.end <= sentences[at].end:
            touching = before is not None and before.form.kind == "state" and before.end + 1 == name.start
            start = before.start if before and touching else name.start  # "Presiden |Rusia| Vladimir Putin"
            found = _tenure(text, sentences[at], name, start, gazetteer)
            if found:
                yield found
        before = name


def _tenure(text: str, sentence: Span, name: Name, start: int, gazetteer: Gazetteer) -> Tenure | None:
    """Return the tenure of the office named right before `start`, if it is one of that person's."""
    words = words_before(text, sentence.start, start)
    role, count = longest(offices(), words)
    person = gazetteer.actors.get(name.form.ids[0])
    if not role or person is None or not _other_posts().isdisjoint(words[:-count][-1:]):
        return None
    held = tuple(one for one in person.offices if (one.leads if role == LEADER else one.role == role))
    title = " ".join(words[-count:])
    first = text.lower().rfind(title, sentence.start, start)
    return Tenure(Span(first, name.end), sentence, text[first : name.end], held) if held and first >= 0 else None


def _other_posts() -> frozenset[str]:
    """Return the words before an office that make its holder another one, or no longer or not yet its holder."""
    return mention_words("former") | mention_words("under")
