"""Which of the deeds of a clause a date hangs on: the last before it, unless another keeps it; else the first after."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.article import Span
from timeline.claims.claim import MEETING
from timeline.claims.passage import Passage
from timeline.language.act import AGREEMENT, ASKING, BIDDING, CHARGING, GOVERNING, SPEECH, SPOKEN, Trigger
from timeline.language.conjunction import clause_words, has_verb
from timeline.language.leading import is_adverb, is_under, shares_subject
from timeline.language.marker import relative_words
from timeline.language.modality import modality_of

# Words between a verb and a noun that is still its object ("mengecam keras serangan …").
OBJECT = 1
# Characters in which the word behind a date is looked for.
LONGEST_WORD = 12
# Words between who promises and what is promised ("mengancam akan |menyerang").
PROMISED = 2
# Characters before a date in which a comma sets it off.
COMMA_REACH = 4
# PLOVER types of what is done where people meet for it.
DONE_THERE = frozenset([MEETING, AGREEMENT])
# PLOVER types of deeds that announce another one.
PROMISING = frozenset(["AGREE", "THREATEN"])
# PLOVER's type of what somebody is charged with.
CHARGE = "ACCUSE"
# The deed that tells of what may not have happened.
ACCUSING = "accuse"


def attached(view: Passage, triggers: Sequence[Trigger], date: Span) -> Trigger | None:
    """Return the deed a date hangs on, of those of its clause: the last before it, else the first after.

    A noun under a preposition ("dalam pertemuan") is the occasion of the verb before it, or after the date no deed.
    """
    text = view.text
    triggers = [one for one in triggers if not _is_bidding(text, one)]
    triggers = [one for one in triggers if not is_under(text, one.span, "without")] or triggers
    if behind := _behind(text, triggers, date):
        return behind
    before = [one for one in triggers if one.span.end <= date.start and not _is_aim_in_front(view, one, date)]
    before = _told(text, before, date)
    after = [one for one in triggers if one.span.start >= date.end and not is_under(text, one.span, "circumstance")]
    follows = bool(after) and after[0].voice == "active" and len(text[date.end : after[0].span.start].split()) <= 1
    if said := _was_said_in(text, before, after):
        return said
    if follows and before and text[: date.start].endswith(", "):
        return after[0]  # "Bupati Tiba di Demak, |Besok| Temui Petani"
    if before and not (follows and _only_leads_up(text, before, date)):
        last = before[-1]
        own = view.clause_at(last.span.start).span
        between = text[last.span.end : min(date.start, own.end)]
        if (_tells_another(between) and not _announces(last)) or _is_charged(view, last, between, date):
            return None
        return _last(view, before, date)
    bound = [one for one in after if one.voice == "noun" and is_under(text, one.span, "occasion", "linked")]
    after = [one for one in after if one not in bound] or after
    if follows:
        return after[0]  # "pada Rabu mengatakan …"
    told = [one for one in after if one.act.rank != SPEECH and not _is_aim(view, [one])]
    return told[0] if told else next(iter(after), None)


def _is_bidding(text: str, one: Trigger) -> bool:
    """Say whether a noun tells at whose bidding the deed is done ("tiba atas undangan Y")."""
    return one.voice == "noun" and one.act.type == BIDDING and is_under(text, one.span, "cause")


def _is_aim_in_front(view: Passage, one: Trigger, date: Span) -> bool:
    """Say whether a verb in front tells, up to a comma, what the rest is for ("Guna |membahas| X, Y pada Senin …")."""
    clause = view.clause_at(one.span.start).span
    in_front = len(view.text[clause.start : one.span.start].split()) == 1 and is_under(view.text, one.span, "purpose")
    return in_front and "," in view.text[one.span.end : date.start]


def _behind(text: str, triggers: Sequence[Trigger], date: Span) -> Trigger | None:
    """Return the verb that goes on behind a date set off by commas ("X, di rapat yang dibuka Y, Senin, berkata")."""
    following = next((one for one in triggers if one.span.start >= date.end), None)
    if following is None or following.voice != "active" or not text.endswith(", ", 0, date.start):
        return None
    return following if text[date.end : following.span.start].strip() == "," else None


def _told(text: str, before: Sequence[Trigger], date: Span) -> list[Trigger]:
    """Return the deeds before a date that it may be of: set off by a comma it is of none that only tells which one.

    "Demak membebaskan dua prajurit yang ditawan, |Jumat (1/8)|."
    """
    deeds = [one for one in before if one.act.rank != SPEECH or one.voice != "noun"] or list(before)
    if not text[max(0, date.start - COMMA_REACH) : date.start].rstrip().endswith(","):
        return deeds
    return [one for one in deeds if not _is_relative(text, one)] or deeds


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


def _last(view: Passage, before: Sequence[Trigger], date: Span) -> Trigger | None:
    """Return the last deed before a date, or the verb that keeps the date from it; None where no table knows that."""
    text, last = view.text, before[-1]
    if last.voice == "noun" and is_under(text, last.span, "scheme") and not view.is_past(date):
        return last
    if over := _over(view, before[:-1], last, date) or _came(before):
        return over
    if last.voice != "noun":
        return None if _is_aim(view, before) else _what_is_given(text, before) or last
    known = _is_known(view, last.span)
    loose = known or is_under(text, last.span, "occasion") or (last.act.lasting and view.is_news(date))
    verbs = [one for one in before[:-1] if one.voice != "noun" and _governs(text, one, last, loose=loose)]
    if known and not verbs and last.act.type not in SPOKEN:
        verbs = [one for one in before[:-1] if one.voice == "active" and one.act.rank == SPEECH]
    return verbs[-1] if verbs else last


def _came(before: Sequence[Trigger]) -> Trigger | None:
    """Return the arrival of which the last deed only says how it was received ("|tiba| di Demak disambut tarian")."""
    *others, last = before
    received = last.voice == "passive" and last.act.type == MEETING
    way = others[-1] if received and others else None
    return way if way and way.voice == "active" and way.act.abroad and way.act.type == MEETING else None


def _is_aim(view: Passage, before: Sequence[Trigger]) -> bool:
    """Say whether the last verb is what one no table knows is done for ("menyiapkan tiket untuk |pulang|")."""
    *others, last = before
    governed = any(one.voice != "noun" and one.act.rank > SPEECH for one in others)
    if governed or not is_under(view.text, last.span, "purpose"):
        return False
    lead = Span(view.clause_at(last.span.start).span.start, last.span.start)
    # "dijadwalkan untuk |bertemu|" is no deed besides
    return has_verb(lead.of(view.text)) and modality_of(view.text, lead, None)[0] != "planned"


def _is_told_more_of(text: str, date: Span) -> bool:
    """Say whether a relative clause right behind a date tells more of the noun before it ("serangan Senin |yang …")."""
    return not relative_words().isdisjoint(text[date.end : date.end + LONGEST_WORD].split()[:1])


def _what_is_given(text: str, before: Sequence[Trigger]) -> Trigger | None:
    """Return the noun that the passive after it only says was uttered ("|kecaman| itu disampaikan X"), or None."""
    verb, noun = before[-1], before[-2] if len(before) > 1 else None
    if noun is None or verb.voice != "passive" or verb.act.rank != SPEECH or noun.act.type not in SPOKEN:
        return None
    between = text[noun.span.end : verb.span.start].split()
    return noun if noun.voice == "noun" and all(word in clause_words("known") for word in between) else None


def _over(view: Passage, before: Sequence[Trigger], last: Trigger, date: Span) -> Trigger | None:
    """Return the verb under which the last deed before a date is only charged, asked for or aimed at, or None."""
    text = view.text
    if last.voice == "noun" and is_under(text, last.span, "cause") and not _is_known(view, last.span):
        return last
    verbs = [one for one in before if one.voice == "active"]
    charge = next((one for one in reversed(verbs) if one.act.rank >= CHARGING), None)
    charged = (
        text[charge.span.end : last.span.start] if charge else ""
    )  # "saling menuding |melanggar| gencatan senjata"
    far = last.voice != "noun" or len(charged.split()) > OBJECT or has_verb(charged)
    far = far or (
        charge is not None and charge.act.name != ACCUSING and view.is_news(date) and not _is_told_more_of(text, date)
    )
    if charge and (charge.act.rank >= ASKING or far) and not _has_date(view, date, last):
        return charge
    if last.voice != "active":
        return None
    promise = next((one for one in reversed(verbs) if _promises(text, one, last)), None)
    if promise and view.is_past(date):
        return promise
    if is_under(text, last.span, "means") and not _has_date(view, date, last):
        done = [one for one in before if one.voice == "active" or is_under(text, one.span, "light")]
        return next((one for one in reversed(done) if one.act.rank > SPEECH), None)
    # What one agrees or is invited to do comes after it, with a date of its own.
    aims = [one for one in verbs if one.act.rank > SPEECH and one.act.type != "REQUEST" and not _is_met_for(one, last)]
    return aims[-1] if aims and is_under(text, last.span, "purpose") and not _has_date(view, date, last) else None


def _is_met_for(verb: Trigger, last: Trigger) -> bool:
    """Say whether what two meet or agree for is done there and then ("bertemu untuk |meneken| perjanjian")."""
    return verb.act.mutual and last.act.type in DONE_THERE


def _has_date(view: Passage, date: Span, last: Trigger) -> bool:
    """Say whether the verb before the last deed has a date of its own ("tiba Rabu untuk bertemu Y esoknya")."""
    return any(one.when is not None and one.end <= last.span.start and one.span != date for one in view.timexes)


def _promises(text: str, verb: Trigger, last: Trigger) -> bool:
    """Say whether `last` is what a verb says shall be done ("sepakat bertemu", "meneken perjanjian untuk bertemu")."""
    near = len(text[verb.span.end : last.span.start].split()) <= PROMISED
    return verb.act.type in PROMISING and (near or is_under(text, last.span, "purpose"))


def _governs(text: str, verb: Trigger, noun: Trigger, *, loose: bool) -> bool:
    """Say whether a verb keeps a date from the noun after it; who agrees to hold something has yet to hold it.

    loose
        Whether the noun is only the verb's occasion, one that was told of before, or what goes on ("mengecam kerja sama
        Y, |Jumat (21/6)|").
    """
    if loose:
        return verb.act.rank > SPEECH
    yet = verb.act.mutual and shares_subject(text[verb.span.end : noun.span.start])
    return (verb.act.rank == GOVERNING or verb.act.matter) and not yet


def _is_known(view: Passage, noun: Span) -> bool:
    """Say whether a noun was told of before ("mengecam serangan |itu|", "mengungkap serangan Y |tersebut|")."""
    name = next((one.span for one in view.mentions if one.span.start >= noun.end), None)
    behind = name is not None and len(view.text[noun.end : name.start].split()) <= OBJECT
    return any(_points(view.text, end) for end in (noun.end, name.end if name and behind else noun.end))


def _points(text: str, at: int) -> bool:
    following = text[at : at + 24].split()[:1]
    return bool(following) and following[0].strip(",.").lower() in clause_words("known")
