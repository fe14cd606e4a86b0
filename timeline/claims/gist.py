"""A headline out of a sentence's own words, where no label says who did what."""

import re
from collections.abc import Sequence

from timeline.article import Span
from timeline.claims.fronted import told_in_front
from timeline.claims.passage import Passage
from timeline.claims.trimming import FEWEST_WORDS, LONGEST_GIST, clip, gist_words, plain
from timeline.dates.timex import Timex
from timeline.entry import slug
from timeline.language.conjunction import has_verb, tells_deed
from timeline.language.leading import ends_in, lacks_subject, leads_in
from timeline.language.marker import RELATIVE
from timeline.language.sentence import prose_start
from timeline.names.mention import Mention

# Words from a noun for a deed to the relative clause that tells more of it.
LONGEST_HEAD = 6
# Words that lead up to whoever does it ("pasukan khusus Israel").
LONGEST_LEAD = 2
# Words of what is said before those that name who says it.
LONGEST_OPENER = 5
# Words that lead to a clause that tells something besides.
LEADING = 5
# Clauses that tell something of their own.
OWN = frozenset(["subordinate", "contrast", "simultaneous"])
LIMITING = frozenset(["conditional", "contrast", "complement", "resumed"])
# A city or two words, and a dash, before prose.
DATELINE = re.compile(r"([^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?) (?:--?|[–—]) (?=[^\W\d_a-z])")


def gist_of(
    view: Passage, clause: Span, named: Sequence[Mention], speaker: str | None = None, *, date: Timex | None = None
) -> str:
    """Return what a sentence says of the deed told in `clause`: the clause alone where it names who takes part.

    speaker
        Who says it, where the deed is a saying; then what is said follows the name.
    date
        The date of what is told: a clause far behind that only it stands in is what a gist cut short would leave out.
    """
    whole = _with_name(view, _gist(view, clause, named, speaker))
    cut = date is not None and speaker is None and len(whole) > LONGEST_GIST
    return (_from_aside(view, clause, date) if cut and date else None) or clip(whole)


def _from_aside(view: Passage, deed: Span, date: Timex) -> str | None:
    """Return the clause aside that tells deed and date, with the words before it; None where it is not far behind.

    "Lembaga itu mendukung aturan tentang pajak dan … |yang diteken bupati|."
    """
    clause, told = view.clause_at(date.start), _told(view)
    if clause.span == deed and clause.kind in OWN and (begins := _own_start(view, deed, told)) is not None:
        return clip(plain(view, Span(begins, deed.end)))
    if (noun := _noun_told_more_of(view, clause.span, deed)) is not None:
        return clip(plain(view, Span(noun, clause.span.end)))
    lead = Span(told.start, max(told.start, clause.span.start))
    aside = clause.kind == RELATIVE or (clause.kind == "subordinate" and date.parts.day is date.parts.weekday is None)
    said = view.attribution is not None and view.attribution.verb is not None
    if not aside or said or clause.span != deed or len(plain(view, lead)) < LONGEST_GIST:
        return None
    start = lead.end
    for _ in range(LEADING + 1):
        start = max(view.text.rfind(" ", told.start, start), told.start)
    start += 1
    text = plain(view, Span(start, clause.span.end))
    return clip("…" + (text if view.text[start].isupper() else text[:1].lower() + text[1:]))


def _own_start(view: Passage, clause: Span, window: Span) -> int | None:
    """Return where the subject of a clause behind another begins, if it tells something itself ("sejak |X tiba|")."""
    start = _subject_start(view, clause, window) if clause.start > window.start else None
    words = view.text[start : clause.end] if start is not None else ""
    return start if tells_deed(words) and words.count("(") == words.count(")") else None


def _gist(view: Passage, clause: Span, named: Sequence[Mention], speaker: str | None) -> str:
    window = _told(view)
    if speaker is not None and (said := _said(view, window)) is not None:
        return f"{speaker}: {_with_name(view, plain(view, said, quoted=True))}"
    own = Span(max(window.start, clause.start), max(window.start, min(window.end, clause.end)))
    if (start := _head_start(view, own)) is not None:
        return clip(plain(view, Span(start, own.end)))
    if own.start == window.start and (front := told_in_front(view, own, named)) is not None:
        return front
    deed = any(own.covers(one.span) for one in view.triggers)
    shown = [one for one in named if own.covers(one.span) and (deed or one.as_ == "actor")]
    if shown and (start := _subject_start(view, own, window)) is not None:
        start = _past_circumstance(view, Span(start, own.end), shown)
        gist = plain(view, Span(start, own.end), told=clause)
        whole = gist if own.end == window.end else plain(view, Span(start, window.end), told=clause)
        if len(whole) <= LONGEST_GIST or _is_limited(view, own) or not tells_deed(own.of(view.text)):
            gist = whole
        if len(gist.split()) >= FEWEST_WORDS:
            return gist
    gist = plain(view, Span(_past_front(view, own, window), window.end), told=clause)
    return gist if len(gist.split()) >= FEWEST_WORDS else view.span.of(view.text)


def _past_circumstance(view: Passage, own: Span, shown: Sequence[Mention]) -> int:
    """Return where a clause begins behind what it was in the midst of, if that tells no more and all is too long.

    "Di tengah kabar tentang krisis air di sejumlah desa, |bupati menemui petani …|"
    """
    front, comma, rest = own.of(view.text).partition(", ")
    told = Span(own.start, own.start + len(front))
    in_front = front.strip() != "" and leads_in(front) and has_verb(rest.partition(",")[0])
    if not in_front or len(plain(view, own)) <= LONGEST_GIST:
        return own.start
    beside = [*(one.span for one in shown), *(one.span for one in view.triggers), *(one.span for one in view.timexes)]
    return own.start if any(map(told.overlaps, beside)) else told.end + len(comma)


def _past_front(view: Passage, clause: Span, window: Span) -> int:
    """Return where a sentence begins behind its first clause, if that only says at which occasion it was."""
    main = next((one.span.start for one in view.clauses if one.kind == "main" and one.span.start > window.start), None)
    first = view.clauses[0]
    if main is None or first.kind != "simultaneous" or first.span.start < window.start:
        return window.start
    told = [*(one.span for one in view.triggers), *(one.span for one in view.actors)]
    return window.start if any(map(first.span.covers, told)) or clause.start >= main else main


def _head_start(view: Passage, clause: Span) -> int | None:
    """Return where a noun for a deed begins that a relative clause tells more of ("|pakta yang diteken")."""
    if not any(one.kind == RELATIVE and one.span == clause for one in view.clauses):
        return None
    nouns = [one.span.start for one in view.triggers if one.voice == "noun" and one.span.end <= clause.start]
    words = view.text[nouns[-1] : clause.start].split() if nouns else []
    return nouns[-1] if words and len(words) <= LONGEST_HEAD and not any(map(str.isdigit, words)) else None


def _noun_told_more_of(view: Passage, clause: Span, deed: Span) -> int | None:
    """Return where the noun begins that a relative clause dates and says whose it is, behind another deed."""
    named = any(clause.covers(one.span) for one in view.actors)
    start = _head_start(view, clause) if named and clause != deed else None
    before = [one for one in view.triggers if deed.covers(one.span) and start is not None and one.span.end <= start]
    return start if any(one.voice != "noun" for one in before) else None


def _is_limited(view: Passage, clause: Span) -> bool:
    """Say whether what follows a clause takes back some of it ("jika …", "tetapi …"), so that it cannot be left out."""
    told = view.text[clause.start : clause.end].rstrip()
    limiting = LIMITING if told.endswith(",") else LIMITING | {RELATIVE}  # "merayakan apa |yang disebutnya …|"
    return any(one.span.start == clause.end and one.kind in limiting for one in view.clauses)


def points_back(gist: str) -> bool:
    """Say whether a gist begins with a word for somebody whom it does not name."""
    return gist.split(" ", 1)[0].lower() in gist_words("pronoun")


def _with_name(view: Passage, gist: str) -> str:
    """Return a gist with the name of whom its first word stands for, where that is a pronoun and one is meant."""
    first, _, rest = gist.partition(" ")
    if not points_back(gist):
        return gist
    spoken = [one for one in view.mentions if one.span.of(view.text).lower() == first.lower()]
    meant = {one.id for one in spoken if one.span == spoken[0].span}
    return f"{view.gazetteer.name(meant.pop())} {rest}" if len(meant) == 1 else gist


def _told(view: Passage) -> Span:
    """Return the sentence without its dateline, the line of the date over it and the words that tell who reports it."""
    start, end = max(prose_start(view.text, view.span), _past_place(view)), view.span.end
    start = max(start, view.text.rfind("\n", start, end) + 1)
    said = view.attribution
    if said is None or said.span.start < start:
        return Span(start, end)
    if said.verb is not None or said.span.start - start > end - said.span.end:
        return Span(start, max(start, said.span.start))
    if _is_interposed(view.text[start : said.span.start + 1], view.text[said.span.end : end]):
        return Span(said.span.end, end)
    if said.span.start - start > 1:
        return Span(start, end)
    what = next((one.span for one in view.clauses if one.kind == "complement" and one.span.start > said.span.end), None)
    return Span(_past_word(view, what) if what else min(said.span.end, end), end)


def _is_interposed(before: str, behind: str) -> bool:
    """Say whether who says it stands between an opener and the subject of what is said ("Lagi pula, |kata X|, Y …")."""
    set_off = "," in before[-2:] and behind.startswith(",")
    short = len(before.split()) <= LONGEST_OPENER and not has_verb(before)
    return set_off and short and not lacks_subject(behind)


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
    return Span(verb.end, view.span.end) if first and first[0].strip(",") not in gist_words("aside") else None


def _has_object(view: Passage, verb: Span) -> bool:
    """Say whether a verb of saying has an object, which is what is made known ("mengumumkan |penangkapan itu|")."""
    if ends_in(verb.of(view.text), "announcing"):
        return True
    following = next((one for one in view.triggers if one.span.start >= verb.end), None)
    return (
        following is not None and following.voice == "noun" and not view.text[verb.end : following.span.start].strip()
    )


def _subject_start(view: Passage, clause: Span, window: Span) -> int | None:
    """Return where a clause goes on after the word that opens it, if its subject follows; else it lacks one."""
    if clause.start == window.start or any(
        one.kind == "conditional" and one.span.start == clause.start and view.text[clause.start - 1] == " "
        for one in view.clauses
    ):
        return clause.start
    start = _past_word(view, clause)
    return start if view.text[start].isupper() or _leads_to_doer(view, Span(start, clause.end)) else None


def _leads_to_doer(view: Passage, clause: Span) -> bool:
    """Say whether a few words lead up to a name and a verb follows it ("setelah |pasukan Israel| menyerbu …")."""
    name = next((one.span for one in view.actors if one.span.start >= clause.start), None)
    if name is None or name.end > clause.end:
        return False
    before, after = view.text[clause.start : name.start], view.text[name.end : clause.end]
    # "para pejuang Hamas |Palestina| menyerbu"
    verb = next((word for word in after.split() if not word[0].isupper()), "")
    lead = [word for word in before.split() if word.islower()]
    return len(lead) <= LONGEST_LEAD and not has_verb(before) and has_verb(verb)


def _past_word(view: Passage, span: Span) -> int:
    blank = view.text.find(" ", span.start, span.end)
    return span.start if blank < 0 else blank + 1
