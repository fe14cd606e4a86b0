"""The gazetteer: every actor and place known, and what can be asked of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches

from timeline.entry import Actor, ActorKind, Office, Place, slug
from timeline.errors import DataError
from timeline.message import message

__all__ = ["Actor", "ActorKind", "Gazetteer", "Office", "Place", "slug"]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All actors by id and all places by Indonesian name; states are places too, under their names.

    others
        Names that only look like those of actors and stand for neither (Bank Indonesia).
    groups
        Names that stand for several states at once ("kedua Korea"), with the ids.
    root
        The gazetteer without the people whom only articles name; None where it has none.
    """

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    others: tuple[str, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    root: "Gazetteer | None" = None

    @property
    def data(self) -> "Gazetteer":
        """Return the gazetteer as `data/` has it, without people whom only articles name."""
        return self.root or self

    def joined_by(self, people: Mapping[str, Actor]) -> "Gazetteer":
        """Return the gazetteer with people whom only articles name."""
        return replace(self, actors={**self.actors, **people}, root=self.data) if people else self

    def is_known(self, actor_id: str) -> bool:
        """Say whether the data know an actor, or what it acts for."""
        return actor_id in self.data.actors or self.actors[actor_id].of is not None

    def name(self, actor_id: str, language: str = "id") -> str:
        """Return the name of an actor in `language`."""
        return dict(self.actors[actor_id].name)[language]

    def unknown(self, actor_id: str, *, file: str, place: str) -> DataError:
        """Return the error of an id that nobody has, with those of like names."""
        names = {
            slug(name): one.id for one in self.actors.values() for name in (*dict(one.name).values(), *one.aliases)
        }
        alike = list(dict.fromkeys(names[name] for name in get_close_matches(slug(actor_id), names)))
        perhaps = message("found.perhaps", ids=", ".join(alike)) if alike else ""
        return DataError("actor.unknown", file=file, place=place, id=repr(actor_id), perhaps=perhaps)

    def home_of(self, actor_id: str) -> str | None:
        """Return the state an actor belongs to, or is: as the data have it, without successors."""
        actor = self.actors.get(actor_id)
        while actor is not None and actor.kind != "state":
            actor = self.actors.get(actor.of) if actor.of else None
        return actor.id if actor else None

    def state_of(self, actor_id: str) -> str | None:
        """Return the state whose side an actor counts for: its own, or the one that succeeded it; None without one."""
        home = self.home_of(actor_id)
        while home is not None and (heir := self.actors[home].succeeded_by) is not None:
            home = heir
        return home

    def state_then(self, state_id: str, day: date) -> str:
        """Return the state that was on `day` where `state_id` is now: one that it succeeded, or itself."""
        was = (
            one
            for one in self.actors.values()
            if one.succeeded_by == state_id and one.until is not None and day < one.until
        )
        return next((one.id for one in was), state_id)

    def covers(self, state_id: str, actor_id: str) -> bool:
        """Say whether choosing `state_id` finds `actor_id`: itself, its people and bodies, states it succeeded."""
        return state_id == actor_id or any(state_id == step for step in self._belongs_to(actor_id))

    def owners(self, actor_id: str) -> Iterator[str]:
        """Yield what an actor belongs to, nearest first: a body, its state."""
        above = self.actors[actor_id].of
        while above is not None:
            yield above
            above = self.actors[above].of

    def _belongs_to(self, actor_id: str) -> Iterator[str]:
        """Yield what an actor belongs to, nearest first, successors of its state included."""
        actor = self.actors.get(actor_id)
        while actor is not None and (above := actor.of or actor.succeeded_by) is not None:
            yield above
            actor = self.actors.get(above)

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
            if found.state is not None and self._held(larger, found.state):
                return True
            found = self.places.get(found.within) if found.within else None
        return found is not None

    def _held(self, larger: str, state_id: str) -> bool:
        """Say whether a name is that of a state, or of one it succeeded."""
        return larger == self.name(state_id) or (
            (was := self.actors.get(slug(larger))) is not None and was.succeeded_by == state_id
        )

    def region_of(self, place: str) -> str | None:
        """Return the largest place that holds `place`, itself perhaps, short of its state; None if it is not known."""
        found = self.places.get(place)
        while found is not None and found.within is not None and found.within in self.places:
            found = self.places[found.within]
        return found.name if found else None
