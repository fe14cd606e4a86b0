"""What the name of a person is taken for: that person, the state they are spoken for, or nobody."""

from timeline.article import Span
from timeline.names.beside import has_agent
from timeline.names.discourse import Discourse
from timeline.names.metonymy import Spoken, words_before
from timeline.names.occurrence import Occurrence
from timeline.names.wording import mention_words


def sense_of_person(one: Occurrence, discourse: Discourse) -> Spoken:
    """Return whom a full name is taken for."""
    rests_on = discourse.introduction(one.id, one.sentence)
    spoken = _spoken(one, one.id, discourse, joined=_is_joined(one, discourse), rests_on=rests_on)
    return _represented(spoken, one, discourse)


def sense_of_surname(one: Occurrence, discourse: Discourse) -> Spoken | None:
    """Return the person a bare surname stands for, if it can be told; "adik Kim" only tells whose kin is meant."""
    if not mention_words("kin").isdisjoint(discourse.words_before(one)[-1:]):
        return None
    found = discourse.whose(one.name, one.sentence)
    if found is None:
        return None
    actor, outside = found.name.form.ids[0], found.sentence != discourse.sentences[one.sentence]
    named = (Span(found.name.start, found.name.end),) if outside else ()
    rests_on = (*named, *discourse.introduction(actor, one.sentence))
    spoken = _spoken(one, actor, discourse, joined=one.before.joined, rests_on=rests_on)
    if discourse.gazetteer.actors[actor].until is not None:
        others = discourse.surnames.others(one.name, actor)
        spoken = spoken._replace(
            others=tuple((other.name.form.ids[0], Span(other.name.start, other.name.end)) for other in others)
        )
    return _represented(spoken, one._replace(following=None), discourse)


def _spoken(one: Occurrence, actor: str, discourse: Discourse, *, joined: bool, rests_on: tuple[Span, ...]) -> Spoken:
    """Return a person as an actor."""
    return Spoken(
        one.name.start,
        one.name.end,
        actor=actor,
        home=discourse.gazetteer.home_of(actor),
        person=True,
        joined=joined,
        rests_on=rests_on,
        led=discourse.led.get(one.name.start, -1),
    )


def _is_joined(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether a person is joined, or the state in their title is ("Kim dan Presiden Rusia Putin")."""
    if one.previous is None or discourse.text[one.previous.end : one.name.start].strip():
        return one.before.joined
    return one.before.joined or one.previous.joined


def _represented(spoken: Spoken, one: Occurrence, discourse: Discourse) -> Spoken:
    """Return a person; for whom somebody speaks or goes their state, nobody where that one is named too."""
    nobody = spoken._replace(actor=None, person=False, reads="none")
    text, words = discourse.text, discourse.words_before(one)
    titled = words_before(text, one.lowest, spoken.led) if spoken.led >= 0 else ()
    if not mention_words("around").isdisjoint((*words[-1:], *titled[-1:])):  # "era Presiden |Budi|"
        return nobody
    led = tuple(text[spoken.led : spoken.start].lower().split()) if spoken.led >= 0 else ()
    if not has_agent(led or words, str(spoken.actor), discourse.gazetteer):
        return spoken
    following = one.following
    named = following is not None and following.form.kind in ("person", "short")
    apposed = named and following and not text[spoken.end : following.start].strip(" ,")
    return nobody if apposed else spoken._replace(actor=spoken.home, person=False)
