"""The gazetteer: every actor and place known to `data/`, read and checked at the door."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timeline.entry import Actor, ActorKind, Office, Place, slug
from timeline.errors import DataError

__all__ = ["Actor", "ActorKind", "Gazetteer", "Office", "Place", "load_gazetteer", "slug"]

KINDS: tuple[tuple[str, ActorKind], ...] = (
    ("states", "state"),
    ("persons", "person"),
    ("organisations", "organisation"),
    ("media", "medium"),
)
ACTOR_KEYS = frozenset(
    {"name", "en", "of", "aliases", "short", "offices", "since", "until", "succeeded_by", "building"}
)
PLACE_KEYS = frozenset({"name", "en", "state", "within", "aliases", "capital", "government"})
OFFICE_KEYS = frozenset({"role", "since", "until", "of", "leads"})

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All actors by id and all places by Indonesian name; states are places too, under their names.

    others
        Names that only look like those of actors and stand for neither (Semenanjung Korea).
    """

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    others: tuple[str, ...] = ()

    def name(self, actor_id: str, language: str = "id") -> str:
        """Return the name of an actor in `language`."""
        return dict(self.actors[actor_id].name)[language]

    def home_of(self, actor_id: str) -> str | None:
        """Return the state an actor belongs to, or is: as the data have it, without successors."""
        actor = self.actors.get(actor_id)
        while actor is not None and actor.kind != "state":
            actor = self.actors.get(actor.of) if actor.of else None
        return actor.id if actor else None

    def state_of(self, actor_id: str) -> str | None:
        """Return the state whose side an actor counts for: its own, or the one that succeeded it; None if it has none."""
        home = self.home_of(actor_id)
        while home is not None and (heir := self.actors[home].succeeded_by) is not None:
            home = heir
        return home

    def covers(self, state_id: str, actor_id: str) -> bool:
        """Say whether choosing `state_id` finds `actor_id`: itself, its people and organisations, states it succeeded."""
        return state_id == actor_id or any(state_id == step for step in self._belongs_to(actor_id))

    def _belongs_to(self, actor_id: str) -> Iterator[str]:
        """Yield what an actor belongs to, nearest first, successors of its state included."""
        actor = self.actors.get(actor_id)
        while actor is not None and (above := actor.of or actor.succeeded_by) is not None:
            yield above
            actor = self.actors.get(above)

    def office_on(self, actor_id: str, day: date) -> Office | None:
        """Return the post a person held on `day`, the leading one first; None if none is known."""
        held = [office for office in self.actors[actor_id].offices if office.held_on(day)]
        return max(held, key=lambda office: (office.leads, office.since), default=None)

    def holders(self, role: str, of: str) -> Iterator[tuple[str, Office]]:
        """Yield who ever held the post `role` of `of`; the role ``leader`` is any post that leads."""
        for actor in self.actors.values():
            for office in actor.offices:
                if office.of == of and (office.leads if role == "leader" else office.role == role):
                    yield actor.id, office

    def holder_on(self, role: str, of: str, day: date) -> str | None:
        """Return who held the post on `day`; None if nobody known did, or two did."""
        found = {actor_id for actor_id, office in self.holders(role, of) if office.held_on(day)}
        return found.pop() if len(found) == 1 else None

    def place_of(self, state_id: str) -> str:
        """Return the name under which a state is a place."""
        return self.name(state_id)

    def capital_of(self, state_id: str) -> str | None:
        """Return the name of a state's capital; None if the data have none."""
        return next((place.name for place in self.places.values() if place.capital and place.state == state_id), None)

    def lies_in(self, place: str, larger: str) -> bool:
        """Say whether `place` is `larger` or a part of it; its state's name counts as larger."""
        found = self.places.get(place)
        while found is not None and found.name != larger:
            if found.state is not None and larger == self.name(found.state):
                return True
            found = self.places.get(found.within) if found.within else None
        return found is not None


def load_gazetteer(folder: Path) -> Gazetteer:
    """Return what `actors.toml` and `places.toml` of `folder` hold; DataError names the row that is not right."""
    actors_path, places_path = folder / "actors.toml", folder / "places.toml"
    table = _table(actors_path)
    roles = _roles(table, actors_path.name)
    actors: dict[str, Actor] = {}
    for section, kind in KINDS:
        for row in _rows(table, section, actors_path.name):
            actor = _actor(row, kind, roles, actors_path.name)
            if actor.id in actors:
                raise _fault(actors_path.name, actor.id, "an id that stands twice", "Merge the two rows.")
            actors[actor.id] = actor
    _check_states(actors, actors_path.name)
    table = _table(places_path)
    places = _places(_rows(table, "places", places_path.name), actors, places_path.name)
    others = tuple(str(name) for row in _rows(table, "others", places_path.name) for name in _texts(row, "names"))
    gazetteer = Gazetteer(actors, places, others)
    _check_names(gazetteer)
    return gazetteer


def _table(path: Path) -> Row:
    """Return the parsed file; DataError if it is missing or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _fault(path.name, "the file", f"cannot be read ({error.strerror})", "Put it back.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _fault(path.name, "the file", f"is not TOML ({error})", "Mend the line named.") from error


def _fault(file: str, place: str, found: str, remedy: str) -> DataError:
    return DataError(file=file, place=place, found=found, remedy=remedy)


def _rows(table: Row, section: str, file: str) -> Iterator[Row]:
    """Yield the rows of a section; DataError where it is not a list of tables."""
    found = table.get(section, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise _fault(file, section, "is not a list of tables", "Write one table a row.")
    yield from found


def _text(row: Row, key: str, file: str) -> str:
    """Return a text every row must have."""
    found = row.get(key)
    if not isinstance(found, str) or not found.strip():
        raise _fault(file, str(row.get("name", row)), f"`{key}` is {found!r}", "Give a text.")
    return found


def _texts(row: Row, key: str) -> tuple[str, ...]:
    found = row.get(key, [])
    return tuple(str(text) for text in found) if isinstance(found, list) else (str(found),)


def _day(row: Row, key: str, file: str, name: str) -> date | None:
    """Return a day, or None where the row has none; DataError for anything but a TOML date."""
    found = row.get(key)
    if found is not None and type(found) is not date:
        raise _fault(file, name, f"`{key}` is {found!r}", "Write a day as 2000-05-07, without quotes.")
    return found


def _known(row: Row, keys: frozenset[str], file: str, name: str) -> None:
    if unknown := sorted(set(row) - keys):
        raise _fault(file, name, f"unknown field {unknown[0]!r}", f"Use one of {', '.join(sorted(keys))}.")


def _roles(table: Row, file: str) -> dict[str, Row]:
    """Return the posts by role."""
    found = table.get("roles", {})
    if not isinstance(found, dict):
        raise _fault(file, "roles", "is not a table", "Write `role = { id = …, en = … }`.")
    return found


def _actor(row: Row, kind: ActorKind, roles: dict[str, Row], file: str) -> Actor:
    name = _text(row, "name", file)
    _known(row, ACTOR_KEYS, file, name)
    of = _optional(row, "of")
    offices = tuple(_office(office, roles, of, file, name) for office in _rows(row, "offices", file))
    since, until = _day(row, "since", file, name), _day(row, "until", file, name)
    if since and until and until < since:
        raise _fault(file, name, f"ends on {until}, before it begins on {since}", "Change one of the days.")
    return Actor(
        id=slug(name),
        name=(("id", name), ("en", str(row.get("en", name)))),
        kind=kind,
        of=of,
        aliases=_texts(row, "aliases"),
        offices=offices,
        short=_texts(row, "short"),
        since=since,
        until=until,
        succeeded_by=_optional(row, "succeeded_by"),
        building=bool(row.get("building", False)),
    )


def _optional(row: Row, key: str) -> str | None:
    found = row.get(key)
    return None if found is None else str(found)


def _office(row: Row, roles: dict[str, Row], of: str | None, file: str, name: str) -> Office:
    _known(row, OFFICE_KEYS, file, name)
    role = _text(row, "role", file)
    if role not in roles:
        raise _fault(file, name, f"unknown role {role!r}", f"Use one of {', '.join(sorted(roles))}, or add it there.")
    since, until = _day(row, "since", file, name), _day(row, "until", file, name)
    if since is None or (until is not None and until < since):
        raise _fault(file, name, f"{role} from {since} until {until}", "Give the first day, and a last one after it.")
    return Office(
        title=(("id", str(roles[role]["id"])), ("en", str(roles[role]["en"]))),
        since=since,
        until=until,
        role=role,
        of=_optional(row, "of") or of,
        leads=bool(row.get("leads", roles[role].get("leads", False))),
    )


def _check_states(actors: Mapping[str, Actor], file: str) -> None:
    """Raise DataError where an actor belongs to something no row describes."""
    for actor in actors.values():
        for wanted in (actor.of, actor.succeeded_by, *(office.of for office in actor.offices)):
            if wanted is not None and wanted not in actors:
                raise _fault(file, actor.id, f"unknown state {wanted!r}", "Name the id of a row of this file.")


def _places(rows: Iterator[Row], actors: Mapping[str, Actor], file: str) -> dict[str, Place]:
    """Return the places by name, states among them."""
    places = {
        actor.name[0][1]: Place(actor.name[0][1], actor.name[1][1], actor.of or actor.id)
        for actor in actors.values()
        if actor.kind == "state" or actor.building
    }
    for row in rows:
        place = _place(row, file)
        if place.name in places:
            raise _fault(file, place.name, "a place that stands twice", "Merge the two rows.")
        if place.state is not None and place.state not in actors:
            raise _fault(file, place.name, f"unknown state {place.state!r}", "Name the id of a state of actors.toml.")
        places[place.name] = place
    for place in places.values():
        if place.within is not None and place.within not in places:
            raise _fault(file, place.name, f"unknown larger place {place.within!r}", "Name a place of this file.")
    return places


def _place(row: Row, file: str) -> Place:
    name = _text(row, "name", file)
    _known(row, PLACE_KEYS, file, name)
    return Place(
        name=name,
        en=str(row.get("en", name)),
        state=_optional(row, "state"),
        within=_optional(row, "within"),
        aliases=_texts(row, "aliases"),
        capital=bool(row.get("capital", False)),
        government=bool(row.get("government", False)),
    )


def _check_names(gazetteer: Gazetteer) -> None:
    """Raise DataError where one written form would stand for two things."""
    owners: dict[str, set[str]] = {}
    for actor in gazetteer.actors.values():
        for form in (actor.name[0][1], *actor.aliases):
            owners.setdefault(form, set()).add(actor.id)
    states = {
        gazetteer.name(actor.id) for actor in gazetteer.actors.values() if actor.kind == "state" or actor.building
    }
    for place in gazetteer.places.values():
        for form in (place.name, *place.aliases) if place.name not in states else ():
            owners.setdefault(form, set()).add(place.name)
    for form, named in owners.items():
        if len(named) > 1:
            raise _fault(
                "actors.toml, places.toml", form, f"a name of {' and '.join(sorted(named))}", "Leave it to one."
            )
    _check_repeats(gazetteer)


def _check_repeats(gazetteer: Gazetteer) -> None:
    """Raise DataError where one row gives the same alias twice."""
    for name, aliases in [(actor.id, actor.aliases) for actor in gazetteer.actors.values()] + [
        (place.name, place.aliases) for place in gazetteer.places.values()
    ]:
        if twice := [alias for alias, count in Counter(aliases).items() if count > 1]:
            raise _fault("actors.toml, places.toml", name, f"alias {twice[0]!r} stands twice", "Leave it once.")
