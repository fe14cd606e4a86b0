"""Names of events: labels in both languages, and readable ids that stay the same."""

from collections.abc import Sequence

from babel.lists import format_list

from timeline.claims.claim import Claim
from timeline.claims.gist import points_back
from timeline.entry import slug
from timeline.events.agreement import is_mutual
from timeline.language.act import SPEECH, kinds_of
from timeline.message import LANGUAGES, Language, message, templates
from timeline.names.actor import Gazetteer
from timeline.pattern import occurs

# The deed that may be done to a part of a land.
ANNEXING = "annex"
# An id names no more actors than this.
MOST_ACTORS_IN_ID = 3


def event_label(claim: Claim, actors: Sequence[str], places: Sequence[str], gazetteer: Gazetteer) -> dict[str, str]:
    """Return the label by language: made from deed, actors and place, else the source's own words."""
    told: dict[str, str] = {language: _label(claim, actors, places, gazetteer, language) for language in LANGUAGES}
    if not claim.alleged:
        return told
    return {language: message("event.alleged", told=told[language]).text(language) for language in LANGUAGES}


def event_id(claim: Claim) -> str:
    """Return the id a claim gives its event: date, actors and place as slugs, each once."""
    date = claim.when.edtf if claim.when else message("event.undated").text("id")
    parts = [date, *claim.actors[:MOST_ACTORS_IN_ID], *claim.places[:1]]
    return "-".join(dict.fromkeys(filter(None, (slug(part) for part in parts))))


def _label(claim: Claim, actors: Sequence[str], places: Sequence[str], gazetteer: Gazetteer, language: Language) -> str:
    shown = [one for one in actors if one in (*claim.doers, *claim.undergoers)]
    if len(shown) < len(actors):  # somebody takes part in a way that the words do not show
        if language == "id" or not shown or (claim.doers and not set(claim.doers) & set(shown)) or is_mutual(claim):
            return _denied(claim, _untold(claim, actors, gazetteer, language), language)
        actors = shown
    doing = [gazetteer.name(one, language) for one in actors if one in claim.doers]
    others = [gazetteer.name(one, language) for one in _undergoing(claim, actors, gazetteer)]
    if not others and is_mutual(claim):
        doing, others = doing[:1], doing[1:]  # in a deed of both sides the first meets the others
    named = {gazetteer.name(one) for one in actors}
    places = [place for place in places if place not in named]  # "bantuan untuk Mali lewat Mali"
    if claim.deed is not None and claim.deed.abroad:
        places = [place for place in places if not _lies_in_any(place, places, gazetteer)]
    if claim.act == ANNEXING:  # "mencaplok empat wilayah |Ukraina|" is not all of it
        places = [place for place in places if place not in _lands(gazetteer)]
    kinds = {gazetteer.actors[one].kind for one in _undergoing(claim, actors, gazetteer)}
    act = _kind(claim)
    key = _template(act, bool(doing), bool(others), bool(places), kinds == {"person"}) if act else None
    if key is None or (key == f"act.{act}" and language == "id" and _is_bare(claim)):
        return _denied(claim, _untold(claim, actors, gazetteer, language), language)
    values = {
        "agent": _listed(doing, language),
        "patient": _listed(others, language),
        "everybody": _listed([*doing, *others], language),
        "place": _place(places[0], gazetteer, language) if places else "",
        "there": _there(places[0], gazetteer, language) if places else "",
        "n": len(doing or others),
    }
    return _denied(claim, message(key, **values).text(language), language)


def _kind(claim: Claim) -> str | None:
    """Return the act, with its kind where the quote has words of one alone and labels tell of it ("test_nuclear")."""
    if claim.act is None:
        return None
    kinds = [kind for kind, words in kinds_of(claim.act).items() if occurs(words, claim.quote)]
    named = f"{claim.act}_{kinds[0]}" if len(kinds) == 1 else claim.act
    return named if f"act.{named}" in templates() else claim.act


def _undergoing(claim: Claim, actors: Sequence[str], gazetteer: Gazetteer) -> Sequence[str]:
    """Return who undergoes it; of what is done to envoys, the states they are of ("memanggil Duta Besar Lurah")."""
    told = [one for one in actors if one in claim.undergoers]
    if claim.deed is None or not claim.deed.envoys:
        return told
    sent = ((gazetteer.home_of(one) if gazetteer.actors[one].kind == "person" else one) for one in told)
    return list(dict.fromkeys(filter(None, sent)))


def _lies_in_any(place: str, places: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Say whether a house or the like lies in a city that is told too, so that a journey is said to lead there."""
    known = gazetteer.places.get(place)
    return known is not None and known.where == "at" and known.within in places


def _lands(gazetteer: Gazetteer) -> set[str]:
    """Return the names under which states are places."""
    return {gazetteer.place_of(one.id) for one in gazetteer.actors.values() if one.kind == "state"}


def _denied(claim: Claim, told: str, language: Language) -> str:
    """Return a label, marked as denied where the claim denies it; in Indonesian the source's words do."""
    if claim.modality != "denied" or told == claim.gist:
        return told
    return claim.gist if language == "id" else message("event.denied", told=told).text(language)


def _untold(claim: Claim, actors: Sequence[str], gazetteer: Gazetteer, language: Language) -> str:
    """Return a label where the words do not show who does what: in Indonesian the source's own, if they say who."""
    own_words = language == "id" and not points_back(claim.gist)
    return claim.gist if own_words else _involving(claim, actors, gazetteer, language)


def _involving(claim: Claim, actors: Sequence[str], gazetteer: Gazetteer, language: Language) -> str:
    """Return a label that says what kind of deed it is and who is named with it, not who does what.

    Of a deed with two sides somebody has to be shown to stand on one, lest a mere witness is told as the culprit.
    """
    key = f"act.{_kind(claim)}_of"
    act = claim.deed
    several = act is not None and act.mutual and len(actors) > 1
    lone = act is not None and act.rank == SPEECH and len(actors) == 1 and points_back(claim.gist)
    if key not in templates() or act is None or not (claim.doers or claim.undergoers or several or lone):
        return claim.gist
    named = claim.doers if act.rank == SPEECH and claim.doers else actors
    return message(key, everybody=_names(named, gazetteer, language)).text(language)


def _is_bare(claim: Claim) -> bool:
    """Say whether who does it alone says too little: what is said, or the other side, stands in the source's words."""
    return claim.deed is not None and not claim.deed.alone


def _place(place: str, gazetteer: Gazetteer, language: Language) -> str:
    known = gazetteer.places.get(place)
    return known.en if known and language == "en" else place


def _there(place: str, gazetteer: Gazetteer, language: Language) -> str:
    known = gazetteer.places.get(place)
    where = known.where if known else "in"
    return message(f"event.{where}", place=_place(place, gazetteer, language)).text(language)


def _template(act: str, doing: bool, others: bool, placed: bool, to_people: bool) -> str | None:
    """Return the fullest template for the parts at hand; None where none says no more than they do."""
    if not doing:
        keys = [f"act.{act}_to_at" if placed else "", f"act.{act}_to"] if others else []
    elif others:
        keys = [f"act.{act}_two_at" if placed else "", f"act.{act}_two"]
    else:
        keys = [f"act.{act}_at" if placed else "", f"act.{act}"]
    if to_people:
        keys = [f"{key}_person" for key in keys] + keys
    return next((key for key in keys if key in templates()), None)


def _names(actors: Sequence[str], gazetteer: Gazetteer, language: Language) -> str:
    return _listed([gazetteer.name(one, language) for one in actors], language)


def _listed(names: Sequence[str], language: Language) -> str:
    """Return names as a list in words; babel reads its tables anew each time, so it is not asked about a single one."""
    return format_list(names, locale=language) if len(names) > 1 else "".join(names)
