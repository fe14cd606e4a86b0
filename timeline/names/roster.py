"""Rows of the files of `data/` as entries of the gazetteer, checked field by field."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from timeline.entry import Actor, ActorKind, Office, Place, slug
from timeline.errors import DataError

ACTOR_KEYS = frozenset(
    {"name", "en", "of", "aliases", "short", "offices", "since", "until", "succeeded_by", "building", "invaded"}
)
PLACE_KEYS = frozenset({"name", "en", "state", "within", "aliases", "capital", "government", "exact", "where"})
# English prepositions before a place.
WHERE = ("in", "on", "at")
OFFICE_KEYS = frozenset({"role", "since", "until", "of", "leads"})

Row = Mapping[str, object]


def rows_of(table: Row, section: str, file: str) -> Iterator[Row]:
    """Yield the rows of a section; DataError where it is not a list of tables."""
    found = table.get(section, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise DataError("rows.found", file=file, place=section)
    yield from found


def _text_of(row: Row, key: str, file: str) -> str:
    """Return a text every row must have."""
    found = row.get(key)
    if not isinstance(found, str) or not found.strip():
        raise DataError("text.found", file=file, place=str(row.get("name", row)), key=key, found=repr(found))
    return found


def texts_of(row: Row, key: str, file: str) -> tuple[str, ...]:
    """Return a list of texts, or of the one text given; DataError for anything else, a blank text too."""
    found = row.get(key, [])
    texts = found if isinstance(found, list) else [found]
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise DataError("texts.found", file=file, place=str(row.get("name", row)), key=key, found=repr(found))
    return tuple(texts)


def day_of(row: Row, key: str, file: str, name: str) -> date | None:
    """Return a day, or None where the row has none; DataError for anything but a TOML date."""
    found = row.get(key)
    if found is not None and type(found) is not date:
        raise DataError("day.found", file=file, place=name, key=key, found=repr(found))
    return found


def check_sections(table: Row, sections: Iterable[str], file: str) -> None:
    """Raise DataError where a file has a section that nothing reads."""
    if unknown := sorted(set(table) - set(sections)):
        raise DataError("section.unknown", file=file, place=unknown[0], names=", ".join(sections))


def _check_fields(row: Row, keys: frozenset[str], file: str, name: str) -> None:
    """Raise DataError where a row has a field that is not one of `keys`."""
    if unknown := sorted(set(row) - keys):
        raise DataError("field.unknown", file=file, place=name, name=repr(unknown[0]), names=", ".join(sorted(keys)))


def read_roles(table: Row, file: str) -> dict[str, Row]:
    """Return the posts by role."""
    found = table.get("roles", {})
    if not isinstance(found, dict):
        raise DataError("roles.found", file=file, place="roles")
    return found


def read_actor(row: Row, kind: ActorKind, roles: dict[str, Row], file: str) -> Actor:
    """Return the actor a row describes; DataError names what is not right in it."""
    name = _text_of(row, "name", file)
    _check_fields(row, ACTOR_KEYS, file, name)
    of = optional(row, "of")
    offices = tuple(_read_office(office, roles, of, file, name) for office in rows_of(row, "offices", file))
    if not slug(name):
        raise DataError("letters.none", file=file, place=name)
    since, until = day_of(row, "since", file, name), day_of(row, "until", file, name)
    if since and until and until < since:
        raise DataError("days.order", file=file, place=name, since=since, until=until)
    return Actor(
        id=slug(name),
        name=(("id", name), ("en", str(row.get("en", name)))),
        kind=kind,
        of=of,
        aliases=texts_of(row, "aliases", file),
        offices=offices,
        short=texts_of(row, "short", file),
        since=since,
        until=until,
        succeeded_by=optional(row, "succeeded_by"),
        building=bool(row.get("building", False)),
        invaded=texts_of(row, "invaded", file),
    )


def optional(row: Row, key: str) -> str | None:
    """Return a text a row may have."""
    found = row.get(key)
    return None if found is None else str(found)


def _read_office(row: Row, roles: dict[str, Row], of: str | None, file: str, name: str) -> Office:
    """Return the post a row describes, `of` being whose it is unless it says otherwise."""
    _check_fields(row, OFFICE_KEYS, file, name)
    role = _text_of(row, "role", file)
    if role not in roles:
        raise DataError("role.unknown", file=file, place=name, role=repr(role), names=", ".join(sorted(roles)))
    since, until = day_of(row, "since", file, name), day_of(row, "until", file, name)
    if since is None or (until is not None and until < since):
        raise DataError("term.found", file=file, place=name, role=role, since=since, until=until)
    return Office(
        title=(("id", str(roles[role]["id"])), ("en", str(roles[role]["en"]))),
        since=since,
        until=until,
        role=role,
        of=optional(row, "of") or of,
        leads=bool(row.get("leads", roles[role].get("leads", False))),
    )


def read_place(row: Row, file: str) -> Place:
    """Return the place a row describes."""
    name = _text_of(row, "name", file)
    _check_fields(row, PLACE_KEYS, file, name)
    where = str(row.get("where", WHERE[0]))
    if where not in WHERE:
        raise DataError("where.found", file=file, place=name, where=repr(where), names=", ".join(WHERE))
    return Place(
        name=name,
        en=str(row.get("en", name)),
        state=optional(row, "state"),
        within=optional(row, "within"),
        aliases=texts_of(row, "aliases", file),
        capital=bool(row.get("capital", False)),
        government=bool(row.get("government", False)),
        exact=bool(row.get("exact", False)),
        where=where,
    )
