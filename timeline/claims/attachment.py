"""Which of the deeds of a clause a date hangs on: the last before it, unless another keeps it; else the first after."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.article import Span
from timeline.claims.keeper import is_aim, keeper_of
from timeline.claims.passage import Passage
from timeline.language.act import BIDDING, CHARGE, CHARGING, PROMISING, SPEECH, Trigger, act_words
from timeline.language.conjunction import clause_words, has_verb, tells_deed
from timeline.language.leading import is_adverb, is_copula, is_under
from timeline.language.marker import relative_words

# Characters before a date in which a comma sets it off.
COMMA_REACH = 4
# Characters before a verb in which the last two words are found.
LONGEST_LEAD = 24


def attached(view: Passage, triggers: Sequence[Trigger], date: Span) -> Trigger | None:
    """Return the deed a date hangs on, of those of its clause: the last before it, else the first after.

    A noun under a preposition ("dalam pertemuan") is the occasion of the verb before it, or after the date no deed.
    """
    text = view.text
    triggers = [one for one in triggers if not _is_bidding(text, one)]
    triggers = [one for one in triggers if not is_under(text, one.span, "without")] or triggers
    before = [one for one in triggers if one.span.end <= date.start and not _is_aim_in_front(view, one, date)]
    before = _told(text, before, date)
    after = [one for one in triggers if one.span.start >= date.end and not is_under(text, one.span, "circumstance")]
    follows = bool(after) and after[0].voice == "active" and len(text[date.end : after[0].span.start].split()) <= 1
    if said := _was_said_in(text, before, after):
        return said
    if follows and before and text.endswith(", ", 0, date.start):
        return after[0]  # "Bupati Tiba di Demak, |Besok| Temui Petani"
    if before and not (follows and _only_leads_up(text, before, date)):
        return None if _is_of_another(view, before[-1], date) else keeper_of(view, before, date)
    return after[0] if follows else _first_after(view, after)  # "pada Rabu |mengatakan| …"


def _first_after(view: Passage, after: Sequence[Trigger]) -> Trigger | None:
    """Return the first deed after a date, rather none that is only said, aimed at, or the occasion of another.

    Nor what only tells who does it ("Pada Mei bupati |yang baru menjabat| menemui petani").
    """
    bound = [one for one in after if one.voice == "noun" and is_under(view.text, one.span, "occasion", "linked")]
    free = [one for one in after if one not in bound] or after
    free = free[1:] if _tells_who(view, free) else free
    if all(one.voice == "active" and _tells_which(view.text, one) for one in free):
        return None  # "mulai Juni, warga |yang mengunjungi X| harus mendaftar"
    told = [one for one in free if not is_aim(view, [one])]  # "sejak Mei |menggelar operasi| untuk merebut X"
    return next((one for one in told if one.act.rank != SPEECH), next(iter(told), None))


def _tells_who(view: Passage, deeds: Sequence[Trigger]) -> bool:
    """Say whether the first deed is that of "who …" behind a subject, and the verb of that subject follows."""
    verb, following, *_ = [*(one for one in deeds if one.voice != "noun"), None, None]
    if verb is None or following is None or verb is not deeds[0]:
        return False
    lead = view.text[view.clause_at(verb.span.start).span.start : verb.span.start].split()
    at = next((number for number, word in enumerate(lead) if word in relative_words()), 0)
    between = view.text[verb.span.end : following.span.start]
    goes_on = "," not in between and not (has_verb(between) or _is_relative(view.text, following))
    goes_on = goes_on and not is_under(view.text, following.span, "purpose", "means")
    told = any(map(is_copula, lead)) or tells_deed(" ".join([*lead[:at], *lead[at + 1 :]]))
    return at > 0 and goes_on and not told


def _is_bidding(text: str, one: Trigger) -> bool:
    """Say whether a noun tells at whose bidding the deed is done ("tiba atas undangan Y")."""
    return one.voice == "noun" and one.act.type == BIDDING and is_under(text, one.span, "cause")


def _is_aim_in_front(view: Passage, one: Trigger, date: Span) -> bool:
    """Say whether a verb in front tells, up to a comma, what the rest is for ("Guna |membahas| X, Y pada Senin …")."""
    clause = view.clause_at(one.span.start).span
    in_front = len(view.text[clause.start : one.span.start].split()) == 1 and is_under(view.text, one.span, "purpose")
    return in_front and "," in view.text[one.span.end : date.start]


def _told(text: str, before: Sequence[Trigger], date: Span) -> list[Trigger]:
    """Return the deeds before a date that it may be of: set off by a comma it is of none that only tells which one.

    "Demak membebaskan dua prajurit yang ditawan, |Jumat (1/8)|."
    """
    deeds = [one for one in before if one.act.rank != SPEECH or one.voice != "noun"] or list(before)
    if not text[max(0, date.start - COMMA_REACH) : date.start].rstrip().endswith(","):
        return deeds
    return [one for one in deeds if not _is_relative(text, one)] or deeds


def _is_of_another(view: Passage, last: Trigger, date: Span) -> bool:
    """Say whether a date is of a verb no table knows that stands between it and the last deed before it."""
    own = view.clause_at(last.span.start).span
    between = view.text[last.span.end : min(date.start, own.end)]
    return (_tells_another(between) and not _announces(last)) or _is_charged(view, last, between, date)


def _announces(verb: Trigger) -> bool:
    """Say whether a verb tells what somebody is to do or has done, be it unknown to the tables ("mengancam akan …")."""
    return verb.voice == "active" and (verb.act.type in PROMISING or verb.act.rank >= CHARGING)


def _is_charged(view: Passage, last: Trigger, between: str, date: Span) -> bool:
    """Say whether a day long past is that of what somebody is charged with ("didakwa |menerima| suap pada 2013")."""
    charge = last.act.type == CHARGE and (last.voice == "passive" or last.act.rank < CHARGING)
    return charge and has_verb(between) and view.is_past(date) and not view.is_news(date)


def _tells_another(between: str) -> bool:
    """Say whether a verb no table knows stands between a deed and a date, told as done or to be done.

    That a deed is held, begins or ends is no other ("pertemuan yang semula akan |digelar|"); that it stood still is.

    "Kasus itu, saat ia menjabat lurah, sudah |ditutup| pada Juli."
    """
    words = between.split()
    return not clause_words("halting").isdisjoint(words) or any(
        is_adverb(word)
        and has_verb(following)
        and following.lower() not in clause_words("happening")
        and (number == 0 or words[number - 1] not in relative_words())
        for number, (word, following) in enumerate(pairwise(words))
    )


def _is_relative(text: str, one: Trigger) -> bool:
    return "".join(text[max(one.span.start - 8, 0) : one.span.start].split()[-1:]) in relative_words()


def _tells_which(text: str, one: Trigger) -> bool:
    """Say whether a verb only tells which are meant, not whose deed was the first of a kind ("pertama |yang tiba|")."""
    before = text[max(one.span.start - LONGEST_LEAD, 0) : one.span.start].lower().split()
    return _is_relative(text, one) and act_words("ranked").isdisjoint(before[-2:-1])


def _only_leads_up(text: str, before: Sequence[Trigger], date: Span) -> bool:
    """Say whether nothing but nouns of an earlier phrase comes before a date: the verb after it is what it dates.

    "Hari keenam lawatan, bupati |Senin| akan meninggalkan Demak."
    """
    return all(one.voice == "noun" for one in before) and "," in text[before[-1].span.end : date.start].strip(" ,")


def _was_said_in(text: str, before: Sequence[Trigger], after: Sequence[Trigger]) -> Trigger | None:
    """Return the deed that words do which alone stand before the date ("Dalam pidato |Senin|, X mengancam …")."""
    nouns = all(one.act.rank == SPEECH and one.voice == "noun" for one in before)
    spoken = nouns and all(is_under(text, one.span, "occasion") for one in before)
    return next((one for one in after if one.voice == "active"), None) if before and spoken else None
