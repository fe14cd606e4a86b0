"""Which deed keeps a date behind it: the last one, or the verb of which that is but the occasion, aim or charge."""

from collections.abc import Sequence

from timeline.article import Span
from timeline.claims.claim import MEETING
from timeline.claims.passage import Passage
from timeline.language.act import ASKING, BIDDING, CHARGING, GOVERNING, PROMISING, SPEECH, SPOKEN, Trigger, act_words
from timeline.language.conjunction import clause_words, has_verb
from timeline.language.leading import is_under, shares_subject
from timeline.language.marker import relative_words
from timeline.language.modality import modality_of

# Words between a verb and a noun that is still its object ("mengecam keras serangan …").
OBJECT = 1
# Characters in which the word behind a date is looked for.
LONGEST_WORD = 12
# Words between who promises and what is promised ("mengancam akan |menyerang").
PROMISED = 2
# The deed that tells of what may not have happened.
ACCUSING = "accuse"
# The act of what was agreed and is over.
OVER = "lapse"


def keeper_of(view: Passage, before: Sequence[Trigger], date: Span) -> Trigger | None:
    """Return the last deed before a date, or the verb that keeps the date from it; None where no table knows that."""
    text, last = view.text, before[-1]
    if last.voice == "noun" and is_under(text, last.span, "scheme") and not view.is_past(date):
        return last
    if over := _over(view, before[:-1], last, date) or _came(before) or _ended(text, before, date):
        return over
    if last.voice != "noun":
        return None if is_aim(view, before) else _what_is_given(text, before) or last
    known = _is_known(view, last.span)
    loose = known or _is_occasion(text, before) or (last.act.lasting and view.is_news(date))
    verbs = [one for one in before[:-1] if one.voice != "noun" and _governs(text, one, last, loose=loose)]
    verbs = [one for one in verbs if not (view.is_headline and "," in text[one.span.end : last.span.start])]
    if known and not verbs and last.act.type not in SPOKEN:
        verbs = [one for one in before[:-1] if one.voice == "active" and one.act.rank == SPEECH]
    if not verbs:
        return last
    earlier = [one for one in before if one.span.end <= verbs[-1].span.start]
    return _over(view, earlier, verbs[-1], date) or verbs[-1]  # "mengirim pasukan |untuk mendukung| serangan"


def _is_occasion(text: str, before: Sequence[Trigger]) -> bool:
    """Say whether the last noun is the occasion of the deed before it, not of a verb between ("yang |dibangun|")."""
    between = text[before[-2].span.end : before[-1].span.start] if len(before) > 1 else ""
    return is_under(text, before[-1].span, "occasion") and not has_verb(between)


def _came(before: Sequence[Trigger]) -> Trigger | None:
    """Return the arrival of which the last deed only says how it was received ("|tiba| di Demak disambut tarian")."""
    *others, last = before
    received = last.voice == "passive" and last.act.type == MEETING
    way = others[-1] if received and others else None
    return way if way and way.voice == "active" and way.act.abroad and way.act.type == MEETING else None


def _ended(text: str, before: Sequence[Trigger], date: Span) -> Trigger | None:
    """Return the noun told to be over, behind a deed that only tells which ("pakta yang diteken X |berakhir|")."""
    *others, last = before
    over = next((one for one in others if one.act.name == OVER), None)
    ends = act_words("ending").intersection(text[last.span.end : date.start].lower().split())
    return over if over and ends else None


def is_aim(view: Passage, before: Sequence[Trigger]) -> bool:
    """Say whether the last verb is what one no table knows is done for ("menyiapkan tiket untuk |pulang|")."""
    *others, last = before
    governed = any(one.voice != "noun" and one.act.rank > SPEECH for one in others)
    if governed or not is_under(view.text, last.span, "purpose"):
        return False
    lead = Span(view.clause_at(last.span.start).span.start, last.span.start)
    # "dijadwalkan untuk |bertemu|" is no deed besides
    return has_verb(lead.of(view.text)) and modality_of(view.text, lead, None)[0] != "planned"


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
    if charge and _is_charged(view, charge, last, date) and not _has_date(view, date, last):
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
    aims = [one for one in verbs if one.act.rank > SPEECH and one.act.type != BIDDING]
    return aims[-1] if aims and is_under(text, last.span, "purpose") and not _has_date(view, date, last) else None


def _is_charged(view: Passage, charge: Trigger, last: Trigger, date: Span) -> bool:
    """Say whether a deed is asked for, or charged and no mere object ("menuding |melanggar| gencatan senjata")."""
    between = view.text[charge.span.end : last.span.start]
    if charge.act.rank >= ASKING or last.voice != "noun" or has_verb(between):
        return True
    if len(between.split()) > OBJECT:
        return view.is_news(date) or not view.is_past(date)  # "menuding Y sebagai pelaku |serangan pada Mei|"
    return charge.act.name != ACCUSING and view.is_news(date) and not _is_told_more_of(view.text, date)


def _is_told_more_of(text: str, date: Span) -> bool:
    """Say whether a relative clause right behind a date tells more of the noun before it ("serangan Senin |yang …")."""
    return not relative_words().isdisjoint(text[date.end : date.end + LONGEST_WORD].split()[:1])


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
