"""A headline out of a sentence's own words, where no label says who did what."""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache

from timeline import folders
from timeline.article import Span
from timeline.claims.passage import Passage
from timeline.dates.timex import Timex
from timeline.entry import slug
from timeline.language.clause import RELATIVE
from timeline.language.conjunction import has_verb
from timeline.language.leading import announces
from timeline.language.sentence import prose_start
from timeline.names.mention import Mention

RULES = folders.RULES / "gist.toml"
LONGEST_GIST = 72
# A gist of fewer words says too little: the whole sentence is taken then.
FEWEST_WORDS = 2
LONGEST_PREPOSITION = 40
# Words from a noun for a deed to the relative clause that tells more of it.
LONGEST_HEAD = 6
# Words that lead up to whoever does it ("pasukan khusus Israel").
LONGEST_LEAD = 2
LIMITING = frozenset(["conditional", "contrast", "complement", "resumed"])
EDGES = " \t\n,;:–—-•·▪●*\"“”‘’'"
# What numbers a line of a list ("2. ", "3) ").
NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")
# A city or two words, and a dash, before prose.
DATELINE = re.compile(r"([^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?) (?:--?|[–—]) (?=[^\W\d_a-z])")
BEFORE_MARK = re.compile(r"\s+(?=[,.;:!?)])")
# Marks left beside one another where a date was.
DOUBLED = re.compile(r"[,;]\s*(?:[,;]\s*|(?=[.:]))")
YEAR = re.compile(r"\d{4}")
EMPTY = re.compile(r"\(\s*[,;–-]?\s*\)")


def gist_of(
    view: Passage,
    clause: Span,
    named: Sequence[Mention],
    speaker: str | None = None,
    name: Callable[[str], str] = str,
) -> str:
    """Return what a sentence says of the deed told in `clause`: the clause alone where it names who takes part.

    speaker
        Who says it, where the deed is a saying; then what is said follows the name.
    name
        Returns what an actor is called: a pronoun in front gives way to it.
    """
    return clip(_with_name(_gist(view, clause, named, speaker, name), view, name))


def _gist(
    view: Passage, clause: Span, named: Sequence[Mention], speaker: str | None, name: Callable[[str], str]
) -> str:
    window = _told(view)
    if speaker is not None and (said := _said(view, window)) is not None:
        return f"{speaker}: {_with_name(_plain(view, said, quoted=True), view, name)}"
    own = Span(max(window.start, clause.start), max(window.start, min(window.end, clause.end)))
    if (start := _head_start(view, own)) is not None:
        return clip(_plain(view, Span(start, own.end)))
    if any(own.covers(one.span) for one in named) and (start := _subject_start(view, own, window)) is not None:
        whole, gist = _plain(view, Span(start, window.end)), _plain(view, Span(start, own.end))
        if len(whole) <= LONGEST_GIST or _is_limited(view, own):
            gist = whole
        if len(gist.split()) >= FEWEST_WORDS:
            return gist
    gist = _plain(view, window)
    return gist if len(gist.split()) >= FEWEST_WORDS else view.text[view.span.start : view.span.end]


def _head_start(view: Passage, clause: Span) -> int | None:
    """Return where a noun for a deed begins that a relative clause tells more of ("|pakta yang diteken")."""
    if not any(one.kind == RELATIVE and one.span == clause for one in view.clauses):
        return None
    nouns = [one.span.start for one in view.triggers if one.voice == "noun" and one.span.end <= clause.start]
    return nouns[-1] if nouns and len(view.text[nouns[-1] : clause.start].split()) <= LONGEST_HEAD else None


def _is_limited(view: Passage, clause: Span) -> bool:
    """Say whether what follows a clause takes back some of it ("jika …", "tetapi …"), so that it cannot be left out."""
    return any(one.span.start == clause.end and one.kind in LIMITING for one in view.clauses)


def points_back(gist: str) -> bool:
    """Say whether a gist begins with a word for somebody whom it does not name."""
    return gist.split(" ", 1)[0].lower() in _words("pronoun")


def _with_name(gist: str, view: Passage, name: Callable[[str], str]) -> str:
    """Return a gist with the name of whom its first word stands for, where that is a pronoun and one is meant."""
    first, _, rest = gist.partition(" ")
    if not points_back(gist):
        return gist
    spoken = [one for one in view.mentions if view.text[one.span.start : one.span.end].lower() == first.lower()]
    meant = {one.id for one in spoken if one.span == spoken[0].span}
    return f"{name(meant.pop())} {rest}" if len(meant) == 1 else gist


def clip(text: str) -> str:
    """Return a text, cut where it is long: after a word that awaits no other, before a quotation it would not close."""
    plain = " ".join(text.split())
    if len(plain) <= LONGEST_GIST:
        return plain
    cut = plain[: max(plain.rfind(" ", 0, LONGEST_GIST), 1)]
    quote = cut.rfind("“")
    if quote > len(cut) // 2 and "”" not in cut[quote:]:
        cut = cut[:quote]
    while cut.count(" ") > FEWEST_WORDS and cut.split(" ")[-1].lower().strip(EDGES) in _words("awaiting"):
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,;:") + "…"


def _told(view: Passage) -> Span:
    """Return the sentence without its dateline, the line of the date over it and the words that tell who reports it."""
    start, end = max(prose_start(view.text, view.span), _past_place(view)), view.span.end
    start = max(start, view.text.rfind("\n", start, end) + 1)
    said = view.attribution
    if said is None or said.span.start < start:
        return Span(start, end)
    if said.verb is not None or said.span.start - start > end - said.span.end:
        return Span(start, max(start, said.span.start))
    if said.span.start - start > 1:
        return Span(start, end)
    what = next((one.span for one in view.clauses if one.kind == "complement" and one.span.start > said.span.end), None)
    return Span(_past_word(view, what) if what else min(said.span.end, end), end)


def _past_place(view: Passage) -> int:
    """Return where a sentence begins behind a city and a dash ("Dili - |Menteri …|"); no state is a dateline."""
    found = DATELINE.match(view.text, view.span.start, view.span.end)
    if found is None or not view.text.endswith(".", view.span.start, view.span.end):
        return view.span.start
    named = {one.id for one in view.mentions if one.span.start == view.span.start}
    return view.span.start if slug(found[1]) in named else found.end()


def _said(view: Passage, window: Span) -> Span | None:
    """Return what is said: before the verb that names the speaker, else after the verb; None where that is not it."""
    if view.attribution is not None and view.attribution.verb is not None:
        return window
    complement = next((one.span for one in view.clauses if one.kind == "complement"), None)
    if complement is not None:
        return Span(_past_word(view, complement), view.span.end)
    verb = next((one.span for one in view.triggers if one.act.name == "say" and one.voice == "active"), None)
    if verb is None or _has_object(view, verb):
        return None
    first = view.text[verb.end : view.span.end].lower().split()[:1]
    return Span(verb.end, view.span.end) if first and first[0].strip(",") not in _words("aside") else None


def _has_object(view: Passage, verb: Span) -> bool:
    """Say whether a verb of saying has an object, which is what is made known ("mengumumkan |penangkapan itu|")."""
    if announces(view.text[verb.start : verb.end]):
        return True
    following = next((one for one in view.triggers if one.span.start >= verb.end), None)
    return (
        following is not None and following.voice == "noun" and not view.text[verb.end : following.span.start].strip()
    )


def _subject_start(view: Passage, clause: Span, window: Span) -> int | None:
    """Return where a clause goes on after the word that opens it, if its subject follows; else it lacks one."""
    if clause.start == window.start:
        return clause.start
    start = _past_word(view, clause)
    return start if view.text[start].isupper() or _leads_to_doer(view, Span(start, clause.end)) else None


def _leads_to_doer(view: Passage, clause: Span) -> bool:
    """Say whether a few words lead up to a name and a verb follows it ("setelah |pasukan Israel| menyerbu …")."""
    name = next((one.span for one in view.mentions if one.as_ == "actor" and one.span.start >= clause.start), None)
    if name is None or name.end > clause.end:
        return False
    before, after = view.text[clause.start : name.start], view.text[name.end : clause.end]
    return len(before.split()) <= LONGEST_LEAD and not has_verb(before) and has_verb("".join(after.split()[:1]))


def _past_word(view: Passage, span: Span) -> int:
    blank = view.text.find(" ", span.start, span.end)
    return span.start if blank < 0 else blank + 1


def _plain(view: Passage, window: Span, *, quoted: bool = False) -> str:
    """Return the words of `window` without dates, openers and stray marks, as a headline begins and ends.

    Nor does it point back, but where somebody is `quoted`. Where it is long, people go without their titles.
    """
    dated = (_date_phrase(view.text, window, timex) for timex in view.timexes if not _is_listed(view, timex))
    dates = [cut for cut in dated if cut is not None]
    text = _without(view.text, window, dates)
    if len(text) > LONGEST_GIST:
        titles = [Span(one.start, one.span.start) for one in view.mentions if window.covers(one.span)]
        text = _without(view.text, window, [*dates, *titles])
    text = DOUBLED.sub(" ", BEFORE_MARK.sub("", EMPTY.sub("", text))).strip(EDGES)
    text = _openers().sub("", NUMBERED.sub("", text)).strip(EDGES).rstrip(". ")
    text = text if quoted else _pointers().sub(_unpointed, text)
    text = text.replace('"', "") if text.count('"') % 2 else text
    return text[:1].upper() + text[1:]


def _without(text: str, window: Span, cuts: Sequence[Span]) -> str:
    """Return the words of `window` but for those of `cuts`."""
    kept, start = [], window.start
    for cut in sorted(cuts):
        if cut.start >= start:
            kept.append(text[start : cut.start])
            start = cut.end
    return " ".join(" ".join([*kept, text[start : window.end]]).split())


def _unpointed(found: re.Match[str]) -> str:
    """Return a noun without the word that points at it."""
    return found.group() if found.group(1).lower() in _words("unpointed") else found.group(1)


def _date_phrase(text: str, window: Span, timex: Timex) -> Span | None:
    """Return the span of a date with its preposition, or None where it says what the sentence is about."""
    if timex.type not in ("DATE", "TIME") or not window.covers(timex.span):
        return None
    found = _prepositions().search(text, max(window.start, timex.start - LONGEST_PREPOSITION), timex.start)
    start = found.start() if found else timex.start
    last = "".join(text[window.start : start].split()[-1:])
    named_year = found is None and last[-1:].isalnum() and YEAR.search(timex.text) and timex.parts.day is None
    return None if named_year or last.lower() in _words("bound") else Span(start, timex.end)


def _is_listed(view: Passage, timex: Timex) -> bool:
    """Say whether a date is one of several joined to one another ("pada 31 Mei |dan| 24 Agustus")."""
    return any(
        one is not timex
        and view.text[min(one.end, timex.end) : max(one.start, timex.start)].strip(" ,") in _words("joining")
        for one in view.timexes
    )


@cache
def _words(section: str) -> tuple[str, ...]:
    words: list[str] = tomllib.loads(RULES.read_text(encoding="utf-8"))[section]["words"]
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _openers() -> re.Pattern[str]:
    opening, counting = ("|".join(_words(section)) for section in ("opening", "counting"))
    return re.compile(rf"^(?:(?:{opening})(?: pun)?(?:,\s*|\s+)|(?:{counting}),\s*)+", re.IGNORECASE)


@cache
def _pointers() -> re.Pattern[str]:
    return re.compile(rf"\b(\w+) (?:{'|'.join(_words('pointing'))})(?!\w)", re.IGNORECASE)


@cache
def _prepositions() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\s(])(?:{'|'.join(_words('preposition'))})\s+$", re.IGNORECASE)
