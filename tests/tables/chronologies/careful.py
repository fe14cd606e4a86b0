"""What was built from a set of articles beside what a careful reader takes from it: every difference, and figures.

A set is a folder of articles with an `expected.toml`:

article
    Its `id`, and the bounds within which it may be said to have been published; `basis` where only one is right. Of one
    that is `unknown` the text does not say it: nothing may be said that excludes these bounds.
event
    `edtf`, `type`, `status` (a list: any of them), `actors` and `places` that must be there ("A|B": either),
    `conflicts` that must be told, `independent` sources, and its `claims`: words of the sentence, the expression
    (or `headline`), `modality` (occurred unless said) and `repaired`. An `optional` claim need not be made; where
    several claims of one day or one thing may be told together or apart, the event is `loose`: nobody counts how many.
never
    Text that no dated claim may rest on.
if_made
    A claim that need not be made, but not in another way than this.
topic
    The file of `data/topics` that says which of its events are core; no event is, where none is named.
complete
    Whether every dated claim and headline is listed, so that any other claim is a false one.

`WIDE` are sets written by somebody who had not read the rules and kept apart: news of many kinds, not met as a whole.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from timeline import folders
from timeline.chronology import Chronology
from timeline.pipeline import build_chronology

GOLD = Path(__file__).parent
TOPICS = folders.DATA / "topics"
EXPECTED = "expected.toml"
SETS = tuple(sorted(path.parent.name for path in GOLD.glob(f"*/{EXPECTED}")))
# The sets met as a whole, or nearly; their floors are higher.
CORE = ("batam", "busan", "dili", "havana", "labuan-bajo", "manila", "odessa")
# Several outlets on the same happenings, written to try what is joined and what must not be.
MERGING = ("addis", "baku", "las-vegas", "london", "skopje", "yerusalem")
# Relations between states, written likewise: papers that disagree, a visit put off, reprints, counted meetings.
STATES = ("port-moresby", "riyadh", "vladivostok", "wuhan")
# Written after the program had been mended on all others, and not mended on since.
FRESH = ("jenewa",)
# Long explainers: looks back in parts, questions and answers, columns, lists, live notes, translations by machine.
EXPLAINERS = ("kairo", "new-delhi")
# One story as several papers tell it: plans, reprints, days, numbers and signers that differ, undated pages.
PAPERS = ("ankara", "kigali", "kursk", "male", "palawan", "pyongyang", "tokyo", "wonsan")
WIDE = tuple(name for name in SETS if name not in (*CORE, *MERGING, *STATES, *FRESH, *EXPLAINERS, *PAPERS))
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Matched:
    """An expected claim, the event it is expected in, and what was found: the claim and its event, or None."""

    gold: Row
    event: int
    claim: Row | None
    told_in: Row | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One set: what is expected of it, what was built, and the two side by side."""

    name: str
    gold: Row
    built: Chronology
    claims: tuple[Matched, ...]

    def event_of(self, number: int) -> Row | None:
        """Return the built event that holds most claims of the expected event `number`, or None."""
        held = Counter(one.told_in["id"] for one in self.claims if one.event == number and one.told_in is not None)
        best = min(held, key=lambda key: (-held[key], key), default=None)
        return next((row for row in rows(self.built.events) if row["id"] == best), None)


def rows(table: pd.DataFrame) -> list[Row]:
    return [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]


def allowed(value: Any) -> tuple[Any, ...]:
    """Return the accepted values, of which a table may name one or several."""
    return tuple(value) if isinstance(value, list) else (value,)


@cache
def reading(name: str) -> Reading:
    gold = tomllib.loads((GOLD / name / EXPECTED).read_text(encoding="utf-8"))
    built = build([GOLD / name], TOPICS / f"{gold['topic']}.toml" if "topic" in gold else None)
    claims, events = rows(built.claims), rows(built.events)
    matched = [
        Matched(one, number, found := claim_of(one, claims), found and event_with(found["id"], events))
        for number, event in enumerate(gold["event"])
        for one in event["claims"]
    ]
    return Reading(name, gold, built, tuple(matched))


def build(folders: Sequence[Path], topic: Path | None = None) -> Chronology:
    """Return the chronology of the articles, none of which may be refused."""
    built, refused = build_chronology(folders, topic=topic)
    # The bundled curation speaks of events of the bundled articles, which are not here.
    assert not [one for one in refused if "curation.toml" not in str(one)]
    return built


def claim_of(gold: Row, claims: Sequence[Row]) -> Row | None:
    """Return the claim that is meant: its sentence holds the words; the same expression goes before a part of it."""
    said = [one for one in claims if one["article"] == gold["article"] and gold["words"] in one["quote"]]
    if gold.get("headline"):
        return next((one for one in said if one["expression"] is None), None)
    meant = gold["expression"].casefold()
    read = [(one, one["expression"].casefold()) for one in said if one["expression"] is not None]
    exact = [one for one, text in read if text == meant]
    return next(iter(exact or [one for one, text in read if text in meant or meant in text]), None)


def event_with(claim: str, events: Sequence[Row]) -> Row | None:
    return next((one for one in events if claim in one["claims"]), None)


def differences(read: Reading) -> list[str]:
    """Return every difference between what is expected and what was built, a line each."""
    return [*articles(read), *claims(read), *extra(read), *grouping(read), *events(read), *nevers(read)]


def articles(read: Reading) -> Iterator[str]:
    published = {row["id"]: row["published"] for row in rows(read.built.articles)}
    for gold in read.gold["article"]:
        found = published[gold["id"]]
        first, last = gold["earliest"].isoformat(), gold["latest"].isoformat()
        if gold.get("unknown"):
            right = (found["earliest"] or first) <= first and last <= (found["latest"] or last)
        else:
            right = found["earliest"] and found["latest"] and first <= found["earliest"] and found["latest"] <= last
        if not right:
            yield f"{gold['id']}: published {first}..{last} expected, got {found['earliest']}..{found['latest']}"
        if found["basis"] != gold.get("basis", found["basis"]):
            yield f"{gold['id']}: basis {gold['basis']} expected, got {found['basis']}"


def claims(read: Reading) -> Iterator[str]:
    for one in counted(read):
        where = f"{one.gold['article']}: “{one.gold['words']}” ({one.gold.get('expression', 'headline')})"
        if one.claim is None:
            said = [row["expression"] for row in rows(read.built.claims) if one.gold["words"] in row["quote"]]
            yield f"{where}: no such claim; of that sentence there are {said}"
            continue
        if one.claim["modality"] not in (modality := allowed(one.gold.get("modality", "occurred"))):
            yield f"{where}: {' or '.join(modality)} expected, got {one.claim['modality']}"
        if one.gold.get("repaired", False) != (one.claim["repaired"] is not None):
            yield f"{where}: repaired {one.gold.get('repaired', False)} expected, got {one.claim['repaired']!r}"


def counted(read: Reading) -> Iterator[Matched]:
    """Yield the expected claims, those that need not be made only where they were."""
    yield from (one for one in read.claims if one.claim is not None or not one.gold.get("optional"))


def made(read: Reading) -> Iterator[Row]:
    """Yield the claims that were made and dated, but for those that may be made or not."""
    free = [(gold["article"], gold["words"]) for gold in read.gold.get("if_made", ())]
    expected = expected_ids(read)
    for one in rows(read.built.claims):
        dates = one["role"] == "event" and (one["expression"] is None or one["edtf"])
        allowed_ = any(one["article"] == article and words in one["quote"] for article, words in free)
        if dates and (one["id"] in expected or not allowed_):
            yield one


def expected_ids(read: Reading) -> frozenset[str]:
    return frozenset(one.claim["id"] for one in read.claims if one.claim is not None)


def extra(read: Reading) -> Iterator[str]:
    """Yield what a complete set does not list."""
    for one in made(read) if read.gold.get("complete") else ():
        if one["id"] not in expected_ids(read):
            yield f"{one['article']}: “{one['quote'][:60]}” ({one['expression']}): no such claim expected"


def grouping(read: Reading) -> Iterator[str]:
    told: dict[str, set[int]] = {}
    for number, event in enumerate(read.gold["event"]):
        if event.get("loose"):
            continue
        held = {one.told_in["id"]: one for one in read.claims if one.event == number and one.told_in is not None}
        if len(held) > 1:
            parts = "; ".join(f"{key} holds “{one.gold['words']}”" for key, one in sorted(held.items()))
            yield f"event {edtf(read, number)}: one event expected, got {len(held)}: {parts}"
        for key in held:
            told.setdefault(key, set()).add(number)
    for key, numbers in sorted(told.items()):
        if len(numbers) > 1:
            yield f"{key}: joins events expected apart: {', '.join(edtf(read, one) for one in sorted(numbers))}"


def edtf(read: Reading, number: int) -> str:
    event = read.gold["event"][number]
    return f"{allowed(event['edtf'])[0]} {'+'.join(event['actors'])}"


def events(read: Reading) -> Iterator[str]:
    for number, gold in enumerate(read.gold["event"]):
        found = read.event_of(number)
        if found is None:
            continue
        where = f"event {edtf(read, number)} ({found['id']})"
        for field in ("edtf", "mod", "type", "status", "core"):
            if field == "edtf" and gold.get("loose"):
                continue
            if field in gold and found[field] not in allowed(gold[field]):
                yield f"{where}: {field} {' or '.join(map(str, allowed(gold[field])))} expected, got {found[field]}"
        for field in ("actors", "places"):
            if missing := [one for one in gold.get(field, ()) if not names_all([one], found[field])]:
                yield f"{where}: {field} {missing} expected, got {list(found[field])}"
        kinds = sorted({conflict["kind"] for conflict in found["conflicts"]})
        if set(gold.get("conflicts", ())) - set(kinds):
            yield f"{where}: conflicts {gold['conflicts']} expected, got {kinds}"
        if found["independent_sources"] != gold.get("independent", found["independent_sources"]):
            yield f"{where}: {gold['independent']} independent sources expected, got {found['independent_sources']}"


def nevers(read: Reading) -> Iterator[str]:
    """Yield what was dated that is no date of an event, and what was told in another way than it must be."""
    built = rows(read.built.claims)
    for gold in read.gold.get("never", ()):
        for one in built:
            dated = one["article"] == gold["article"] and one["expression"] and one["edtf"] and one["role"] == "event"
            if dated and overlaps(gold["text"], one):
                yield f"{gold['article']}: “{gold['text']}” is {gold['why']}, got a claim of {one['edtf']}"
    for gold in read.gold.get("if_made", ()):
        for one in built:
            if one["article"] == gold["article"] and gold["words"] in one["quote"] and not as_told(one, gold):
                got = f"{one['modality']} {one['type']} {list(one['places'])}"
                yield f"{gold['article']}: “{gold['words']}”: {gold['why']}, got {got}"


def as_told(claim: Row, gold: Row) -> bool:
    """Return whether a claim that need not be made is, once made, as it has to be."""
    right = all(claim[field] in gold[field] for field in ("modality", "type") if field in gold)
    return right and not set(gold.get("not_places", ())) & set(claim["places"])


def overlaps(text: str, claim: Row) -> bool:
    """Return whether the claim's expression lies over `text` in its own sentence."""
    first = claim["expression_start"] - claim["start"]
    last = first + len(claim["expression"])
    at = claim["quote"].find(text)
    while at != -1:
        if at < last and first < at + len(text):
            return True
        at = claim["quote"].find(text, at + 1)
    return False


def figures(names: Sequence[str]) -> dict[str, float]:
    """Return the figures of the gate over these sets, in per cent."""
    read = [reading(name) for name in names]
    items = [(one, set_) for set_ in read for one in counted(set_)]
    tight = [(one, set_) for one, set_ in items if not set_.gold["event"][one.event].get("loose")]
    gold = [(set_.name, one.event) for one, set_ in tight]
    told = [(set_.name, one.told_in["id"] if one.told_in is not None else n) for n, (one, set_) in enumerate(tight)]
    found = [(event, row) for set_ in read for n, event in enumerate(set_.gold["event"]) if (row := set_.event_of(n))]
    complete = [(one, set_) for set_ in read if set_.gold.get("complete") for one in made(set_)]
    return {
        "claim_precision": share(one["id"] in expected_ids(set_) for one, set_ in complete) if complete else 100.0,
        "claim_recall": share(one.claim is not None for one, _ in items),
        "modality": share(
            one.claim["modality"] in allowed(one.gold.get("modality", "occurred"))
            for one, _ in items
            if one.claim is not None
        ),
        "merge_precision": b_cubed(told, gold),
        "merge_recall": b_cubed(gold, told),
        "dates": share(row["edtf"] in allowed(event["edtf"]) for event, row in found if not event.get("loose")),
        "actors": share(names_all(event["actors"], row["actors"]) for event, row in found),
        "types": share(row["type"] in event["type"] for event, row in found if "type" in event),
        "statuses": share(row["status"] in allowed(event["status"]) for event, row in found if "status" in event),
    }


def names_all(expected: Iterable[str], found: Iterable[str]) -> bool:
    """Say whether everybody expected is there; "a|b": either."""
    return all(set(one.split("|")) & set(found) for one in expected)


def share(right: Iterable[bool]) -> float:
    answers = list(right)
    return round(100 * sum(answers) / len(answers), 1)


def b_cubed(within: Sequence[object], same: Sequence[object]) -> float:
    """Return how much of the cluster `within` that an item lies in is of its own cluster `same`, on average."""
    sizes, shared = Counter(within), Counter(zip(within, same, strict=True))
    parts = [shared[pair] / sizes[pair[0]] for pair in zip(within, same, strict=True)]
    return round(100 * sum(parts) / len(parts), 1)
