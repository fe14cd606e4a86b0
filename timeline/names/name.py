"""Where names and words that stand for names are in a text: one automaton over all written forms, scanned once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import re2

from timeline.article import Span
from timeline.errors import RuleError
from timeline.names.actor import Gazetteer
from timeline.pattern import find_spans
from timeline.pattern import options as pattern_options

ActorForm = Literal["person", "short", "state", "group", "organisation", "building", "medium"]
OtherForm = Literal["place", "misspelt", "government", "other", "anaphor", "stranger"]
Kind = ActorForm | OtherForm
# Forms that name somebody who can act, and those that may stand for such a name.
ACTING = frozenset({"person", "state", "group", "organisation", "building", "government"})
ACTORS = ACTING | {"short", "anaphor"}
MEMORY = 256 << 20
GAP = re.compile(r"[\s‐‑‒–-]+")
BLANK = r"[\s\p{Zs}]"
HYPHEN = r"[\x{2010}-\x{2013}-]"
MEETING, REACH = "meeting", 64  # what may end in "kedua", and how far that may lead to another name
SITE = ".co"  # after a name it makes a web address of it
APOSTROPHES = "'’‘ʼ`"


@dataclass(frozen=True, slots=True)
class Form:
    """What a written form may stand for: one id, or several where only the article can tell (bare "Kim")."""

    kind: Kind
    ids: tuple[str, ...]


class Name(NamedTuple):
    """A form found in a text, in code points."""

    start: int
    end: int
    form: Form


def covering(span: Span, names: Sequence[Name]) -> Name | None:
    """Return the name that covers any of a span; None where none does."""
    return next((name for name in names if name.start < span.end and span.start < name.end), None)


def fold(written: str) -> str:
    """Return what all spellings of one form share: lower case, single blanks, one apostrophe.

    >>> fold("KIM Jong‑un"), fold("Ma’ruf Amin")
    ('kim jong un', "ma'ruf amin")
    """
    plain = GAP.sub(" ", written).strip().lower()
    return "".join("'" if char in APOSTROPHES else char for char in plain)


class Names:
    """The compiled automaton; made once per gazetteer and rule table, then only read."""

    def __init__(self, forms: Mapping[str, Form]) -> None:
        self._forms = {fold(written): form for written, form in forms.items()}
        self._seen: dict[bytes, Form] = {}
        self._automaton = re2.compile(union(forms), options())

    def scan(self, text: str) -> Iterator[Name]:
        """Yield every name in order, the leftmost and longest one where several would fit; none overlap."""
        plain = text.isascii()  # re2's own word boundary is enough then
        sites, past = SITE in text, 0
        for start, end, written in find_spans(self._automaton, text):
            form = self._seen.get(written) or self._form(written)
            if (sites and text.startswith(SITE, end)) or not (plain or not joins_word(text, start, end)):
                continue
            name = Name(start, end, form)
            if form.ids[0] == MEETING:
                name = self._last_word(text, name) or name
            if start >= past:
                yield name
                past = name.end

    def _last_word(self, text: str, name: Name) -> Name | None:
        """Return what begins with the last word of a name and ends after it ("pertemuan |kedua negara|"), or None."""
        first = name.end - len(GAP.split(text[name.start : name.end])[-1])
        last = next(self.scan(text[first : first + REACH]), None)
        beyond = last is not None and not last.start and first + last.end > name.end
        return Name(first, first + last.end, last.form) if last is not None and beyond else None

    def _form(self, written: bytes) -> Form:
        form = self._forms[fold(written.decode("utf-8"))]
        self._seen[written] = form
        return form


def joins_word(text: str, start: int, end: int) -> bool:
    """Say whether a letter re2's ASCII word boundary does not know touches the span ("éRusia")."""
    return (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())


def options() -> re2.Options:
    """Return how names are scanned: longest match, as they are printed, no captures, room for the whole automaton."""
    return pattern_options(longest=True, memory=MEMORY, capture=False, any_case=False)


def union(forms: Iterable[str]) -> bytes:
    """Return one pattern that finds every spelling of every form as whole words."""
    whole: list[str] = []
    open_ended: list[str] = []
    for written in sorted(forms):
        bounded = written[-1].isascii() and written[-1].isalnum()
        (whole if bounded else open_ended).append(pattern(written))
    tail = "|" + "|".join(open_ended) if open_ended else ""
    return rf"\b(?:(?:{'|'.join(whole)})\b{tail})".encode()


def pattern(written: str) -> str:
    """Return the pattern of one form: each word as printed, capitalised or in capitals; blanks and hyphens vary."""
    words = GAP.split(written)
    return _word_pattern(words[0]) + "".join(
        joint(printed) + _word_pattern(word) for printed, word in zip(GAP.findall(written), words[1:], strict=True)
    )


def joint(printed: str) -> str:
    """Return the pattern of what joins two words: a hyphen may have blanks around it where the form has a hyphen."""
    blanks = "" if printed.isspace() else f"{BLANK}?"
    return f"(?:{BLANK}{{1,2}}|{blanks}{HYPHEN}{blanks})"


def _word_pattern(word: str) -> str:
    """Return the pattern of one word."""
    spellings = dict.fromkeys((word, word[:1].upper() + word[1:], word.upper()))
    return "(?:" + "|".join(quoted(spelling) for spelling in spellings) + ")"


def quoted(word: str) -> str:
    """Return `word` as a pattern, any apostrophe standing for all."""
    return "".join(f"[{APOSTROPHES}]" if char in APOSTROPHES else re.escape(char) for char in word)


def gazetteer_forms(gazetteer: Gazetteer) -> dict[str, Form]:
    """Return every written form of the gazetteer; a short form several people share stands under all their ids."""
    forms: dict[str, Form] = {}
    shorts: dict[str, list[str]] = {}
    for actor in gazetteer.actors.values():
        kind: Kind = "building" if actor.building else actor.kind
        for written in (actor.name[0][1], *actor.aliases):
            forms[written] = Form(kind, (actor.id,))
        for written in actor.short:
            shorts.setdefault(written, []).append(actor.id)
    for place in gazetteer.places.values():
        for written in (place.name, *place.aliases):
            if written not in forms:
                forms[written] = Form("government" if place.government else "place", (place.name,))
    for written, ids in shorts.items():
        if written in forms:
            raise RuleError(
                file="actors.toml", rule=ids[0], found=f"short form {written!r} is also a name", remedy="Drop it."
            )
        forms[written] = Form("short", tuple(ids))
    forms |= {written: Form("group", members) for written, members in gazetteer.groups.items()}
    return forms | {written: Form("other", (written,)) for written in gazetteer.others}
