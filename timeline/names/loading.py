"""The gazetteer as `data/` has it: read row by row, and checked as a whole at the door."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from timeline.entry import Actor, ActorKind, Place, slug
from timeline.errors import DataError
from timeline.names.actor import Gazetteer
from timeline.names.roster import Row, check_sections, read_actor, read_place, read_roles, rows_of, texts_of
from timeline.names.variant import read_spellings, with_spellings
from timeline.toml import read_toml

KINDS: tuple[tuple[str, ActorKind], ...] = (
    ("states", "state"),
    ("persons", "person"),
    ("organisations", "organisation"),
    ("media", "medium"),
)
BOTH = "actors.toml, places.toml"


def load_gazetteer(folder: Path) -> Gazetteer:
    """Return what `actors.toml` and `places.toml` of `folder` hold; DataError names the row that is not right."""
    actors, groups = _load_actors(folder / "actors.toml")
    places, others = _load_places(folder / "places.toml", actors)
    gazetteer = Gazetteer(actors, places, others, groups)
    _check_names(gazetteer)
    return gazetteer


def _load_actors(path: Path) -> tuple[dict[str, Actor], dict[str, tuple[str, ...]]]:
    """Return the actors by id, and the members of each group by its names."""
    table, file = read_toml(path), path.name
    roles = read_roles(table, file)
    check_sections(table, ("roles", *(section for section, _ in KINDS), "groups", "spellings"), file)
    spellings = read_spellings(table, file)
    actors: dict[str, Actor] = {}
    for section, kind in KINDS:
        for row in rows_of(table, section, file):
            actor = with_spellings(read_actor(row, kind, roles, file), spellings)
            if actor.id in actors:
                raise DataError("twice.actor", file=file, place=actor.id)
            actors[actor.id] = actor
    _check_states(actors, file)
    return actors, _groups(rows_of(table, "groups", file), actors, file)


def _load_places(path: Path, actors: Mapping[str, Actor]) -> tuple[dict[str, Place], tuple[str, ...]]:
    """Return the places by name, and the names that stand for nothing."""
    table, file = read_toml(path), path.name
    check_sections(table, ("places", "towns", "others"), file)
    places = _places(chain(rows_of(table, "places", file), _towns(table, file)), actors, file)
    return places, tuple(name for row in rows_of(table, "others", file) for name in texts_of(row, "names", file))


def _check_states(actors: Mapping[str, Actor], file: str) -> None:
    """Raise DataError where an actor belongs to something no row describes, or to itself."""
    for actor in actors.values():
        for wanted in (actor.of, actor.succeeded_by, *actor.invaded, *(office.of for office in actor.offices)):
            if wanted is not None and wanted not in actors:
                raise DataError("row_id.state", file=file, place=actor.id, id=repr(wanted))
        above = [actor.id]
        while (wanted := actors[above[-1]].of or actors[above[-1]].succeeded_by) is not None:
            if wanted in above:
                raise DataError("itself.found", file=file, place=actor.id, id=repr(wanted))
            above.append(wanted)


def _groups(rows: Iterator[Row], actors: Mapping[str, Actor], file: str) -> dict[str, tuple[str, ...]]:
    """Return the members by each name of a group; DataError where a member is unknown."""
    groups: dict[str, tuple[str, ...]] = {}
    for row in rows:
        members = tuple(sorted(texts_of(row, "members", file)))
        if odd := [member for member in members if member not in actors]:
            raise DataError("row_id.member", file=file, place="groups", id=repr(odd[0]))
        groups |= dict.fromkeys(texts_of(row, "names", file), members)
    return groups


def _towns(table: Row, file: str) -> Iterator[Row]:
    """Yield a row for each place that is listed with others of the same larger place."""
    for row in rows_of(table, "towns", file):
        for name in texts_of(row, "names", file):
            yield {"name": name, "state": row.get("state"), "within": row.get("within"), "exact": True}


def _places(rows: Iterator[Row], actors: Mapping[str, Actor], file: str) -> dict[str, Place]:
    """Return the places by name, states among them."""
    places = {
        actor.name[0][1]: Place(
            actor.name[0][1], actor.name[1][1], actor.of or actor.id, where="at" if actor.building else "in"
        )
        for actor in actors.values()
        if actor.kind == "state" or actor.building
    }
    for row in rows:
        place = read_place(row, file)
        if place.name in places:
            raise DataError("twice.place", file=file, place=place.name)
        if place.state is not None and place.state not in actors:
            raise DataError("place_state.found", file=file, place=place.name, id=repr(place.state))
        places[place.name] = place
    capitals = {place.state: place.name for place in places.values() if place.capital}
    for house in [actor.name[0][1] for actor in actors.values() if actor.building]:
        places[house] = replace(places[house], within=capitals.get(places[house].state))
    for place in places.values():
        if place.within is not None and place.within not in places:
            raise DataError("place_within.found", file=file, place=place.name, name=repr(place.within))
    return places


def _check_names(gazetteer: Gazetteer) -> None:
    """Raise DataError where one written form would stand for two things, capitals and hyphens aside."""
    owners: dict[str, set[str]] = {}
    for actor in gazetteer.actors.values():
        for form in (actor.name[0][1], *actor.aliases):
            owners.setdefault(slug(form), set()).add(actor.id)
    states = {
        gazetteer.name(actor.id) for actor in gazetteer.actors.values() if actor.kind == "state" or actor.building
    }
    for place in gazetteer.places.values():
        for form in (place.name, *place.aliases) if place.name not in states else ():
            owners.setdefault(slug(form), set()).add(place.name)
    for form, named in owners.items():
        if len(named) > 1:
            raise DataError("shared.found", file=BOTH, place=form, names=", ".join(sorted(named)))
    _check_repeats(gazetteer)


def _check_repeats(gazetteer: Gazetteer) -> None:
    """Raise DataError where one row gives the same alias twice."""
    for name, aliases in [(actor.id, actor.aliases) for actor in gazetteer.actors.values()] + [
        (place.name, place.aliases) for place in gazetteer.places.values()
    ]:
        if twice := [alias for alias, count in Counter(aliases).items() if count > 1]:
            raise DataError("alias.twice", file=BOTH, place=name, alias=repr(twice[0]))
