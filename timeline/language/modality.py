"""How a deed is told: as done, planned, denied or thinkable, remembered or compared with."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import re2

from timeline.article import Span
from timeline.language.conjunction import clause_words
from timeline.language.cue import any_cue_of, cue_table, cue_words
from timeline.pattern import compiled, compiled_bytes, find_spans, occurs

Modality = Literal["occurred", "planned", "denied", "hypothetical"]
Reach = Literal["before", "next", "beside", "after"]
# Words that may stand between a cue of such a reach and its deed.
WORDS_BETWEEN: dict[Reach, int] = {"next": 1, "beside": 0}


@dataclass(frozen=True, slots=True)
class _Cue:
    modality: Modality
    reach: Reach
    pattern: "re2._Regexp[bytes]"


def modality_of(text: str, clause: Span, deed: Span | None) -> tuple[Modality, str | None]:
    """Return how the deed at `deed` is told in its clause, and the cue that says so; without a cue it occurred.

    Without a deed the whole clause is searched, as if the deed stood at its end.
    """
    if not occurs(_any_cue(), clause.of(text)):
        return "occurred", None
    before = _no_cue().sub("", text[clause.start : deed.start] if deed else clause.of(text))
    after = text[deed.end : clause.end] if deed else ""
    for cue in _cues():
        found = list(find_spans(cue.pattern, before if cue.reach != "after" else after))
        if not found:
            continue
        if cue.reach in WORDS_BETWEEN and len(before[found[-1][1] :].split()) > WORDS_BETWEEN[cue.reach]:
            continue
        if cue.reach == "after" and not clause_words("copula").isdisjoint(after[: found[0][0]].lower().split()):
            continue  # "pembicaraan itu |merupakan| yang pertama sejak hubungan ditangguhkan"
        if cue.reach == "before" and cue.modality != "denied" and occurs(cue_words("past"), before[found[-1][1] :]):
            continue  # "akan menemui lurah yang |baru saja| terpilih"
        if cue.reach != "after" and cue.modality == "denied" and occurs(cue_words("cause"), before[found[-1][1] :]):
            continue  # "panen gagal |akibat| serangan hama"
        if cue.reach == "before" and cue.modality == "denied" and _goes_on(before[found[-1][1] :]):
            continue  # "tidak ada bandingannya, |dan| berbeda dengan kunjungan sebelumnya"
        if cue.modality == "denied" and (thought := _only_thought(before)):
            return "hypothetical", thought
        return cue.modality, found[0 if cue.reach == "after" else -1][2].decode()
    return "occurred", None


def _goes_on(between: str) -> bool:
    """Say whether a comma and "and" stand between a denial and a deed: it has its own predicate by then."""
    return any(f", {word} " in between for word in clause_words("coordinate"))


def _only_thought(before: str) -> str | None:
    """Return the cue under which a denial is a mere thought, or None: "mungkin" without "akan"."""
    found = {
        cue.modality: words
        for cue in _cues()
        if cue.reach == "before" and (words := [*find_spans(cue.pattern, before)])
    }
    return found["hypothetical"][-1][2].decode() if "hypothetical" in found and "planned" not in found else None


def denies(words: str) -> bool:
    """Say whether `words`, which "bahwa" follows, end in a denial ("membantah laporan")."""
    return occurs(cue_words("denial", r"[\s,]*$"), words)


def supposes(words: str) -> bool:
    """Say whether `words`, behind which something is said, end in a verb of thinking ("menduga")."""
    return words.rstrip().rpartition(" ")[2].lower() in cue_table()["supposing"]["words"]


def denial_in(words: str) -> tuple[int, int] | None:
    """Return where the first verb of denying stands in `words`, or None."""
    return next(((start, end) for start, end, _ in find_spans(cue_words("denial"), words)), None)


def fell_through(words: str) -> str | None:
    """Return the word that says in what follows a plan ("tetapi …") that nothing came of it, or None."""
    return next((word.decode() for _, _, word in find_spans(cue_words("fallen"), words)), None)


def puts_off(cue: str) -> bool:
    """Say whether a denial only says that a deed is put off: to another day, where one is told."""
    return cue.lower() in cue_table()["put_off"]["words"]


def called_off(following: str) -> str | None:
    """Return the words right after the date of a plan that say that it was not kept, or None."""
    pattern = compiled_bytes(cue_table()["off"]["pattern"])
    return next((word.decode().strip(" ,") for _, _, word in find_spans(pattern, following)), None)


def absent_from(words: str) -> int | None:
    """Return where in `words`, which a relative clause follows, something is said not to be there; None where it is."""
    return next((start for start, _, _ in find_spans(cue_words("absent", r"(?: \S+){1,3}\s*$"), words)), None)


def surveys(headline: str) -> bool:
    """Say whether a headline looks over many things ("Sejarah …", "5 Fakta …") and tells of no event."""
    return occurs(_survey(), headline)


def asks(words: str) -> bool:
    """Say whether `words` begin with a word that asks, or end in one ("Apa yang Dicari", "Bahas Apa?")."""
    told = words.lower().rstrip(" ?!").split()
    return not {*told[:1], *told[-1:]}.isdisjoint(cue_table()["asking"]["words"])


def compares(words: str) -> bool:
    """Say whether `words` count or compare and end in "since": "the third … since"."""
    return occurs(_compared(), words)


def is_commemorated(words: str) -> bool:
    """Say whether `words` end in what tells that a deed is remembered ("peringatan 70 tahun", "ulang tahun ke-5").

    Or are no more than how long ago it was, on a line of their own.
    """
    row = cue_table()["commemorated"]
    return occurs(cue_words("commemorated", rf"\s{row['rest']}$"), words) or occurs(compiled_bytes(row["heads"]), words)


@cache
def _any_cue() -> "re2._Regexp[bytes]":
    rows = cue_table()["modality"]
    return compiled_bytes(rf"\b(?:{'|'.join(word for row in rows for word in row['words'])})\b")


@cache
def _no_cue() -> "re2._Regexp[str]":
    return compiled(rf"(?i)\b(?:{any_cue_of('no_cue')})\b")


@cache
def _cues() -> tuple[_Cue, ...]:
    rows = cue_table()["modality"]
    return tuple(_Cue(row["name"], row["reach"], compiled_bytes(rf"\b(?:{'|'.join(row['words'])})\b")) for row in rows)


@cache
def _survey() -> "re2._Regexp[bytes]":
    numbers = "|".join(cue_table()["survey"]["numbers"])
    after = "|".join(cue_table()["survey"]["after_colon"])
    return compiled_bytes(rf"^\W*(?:(?:\d+|{numbers})\s)?(?:{any_cue_of('survey')})\b|: (?:{after})\b")


@cache
def _compared() -> "re2._Regexp[bytes]":
    table = cue_table()["compared"]
    return compiled_bytes(rf"\b(?:{table['pattern']})\s(?:.*\s)?(?:{'|'.join(table['since'])})\s*$")
