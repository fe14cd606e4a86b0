"""The gazetteer: what it answers, what it refuses, and that the bundled data hold together."""

from datetime import date
from pathlib import Path

import pytest

from timeline.entry import slug
from timeline.errors import DataError
from timeline.names.actor import Gazetteer
from timeline.names.loading import load_gazetteer

DAY = date(2019, 4, 25)
ROLES = '\n[roles]\npresident = { id = "Presiden", en = "President", leads = true }\n'
STATE = 'states = [{ name = "Rusia" }]\n'


def written(folder: Path, actors: str, places: str = "places = []\n") -> Path:
    (folder / "actors.toml").write_text(actors + ROLES, encoding="utf-8")
    (folder / "places.toml").write_text(places, encoding="utf-8")
    return folder


def test_a_state_covers_itself_its_people_bodies_and_what_it_succeeded(gazetteer):
    for actor in ("rusia", "vladimir-putin", "kremlin", "uni-soviet", "josef-stalin", "kgb"):
        assert gazetteer.covers("rusia", actor), actor
    assert gazetteer.covers("perserikatan-bangsa-bangsa", "dewan-keamanan-pbb")
    assert gazetteer.covers("perserikatan-bangsa-bangsa", "antonio-guterres")
    for state, actor in (("korea-utara", "kim-dae-jung"), ("uni-soviet", "vladimir-putin"), ("rusia", "korea-utara")):
        assert not gazetteer.covers(state, actor), actor


def test_a_state_covers_itself_even_where_nobody_knows_it(gazetteer):
    assert gazetteer.covers("atlantis", "atlantis")
    assert not gazetteer.covers("rusia", "atlantis")


@pytest.mark.parametrize(
    ("actor", "state", "home"),
    [
        ("vladimir-putin", "rusia", "rusia"),
        ("josef-stalin", "rusia", "uni-soviet"),
        ("uni-soviet", "rusia", "uni-soviet"),
        ("kim-jong-un", "korea-utara", "korea-utara"),
        ("nato", None, None),
        ("antonio-guterres", None, None),
        ("nobody", None, None),
    ],
)
def test_whose_side_an_actor_counts_for(gazetteer, actor, state, home):
    assert gazetteer.state_of(actor) == state
    assert gazetteer.home_of(actor) == home


@pytest.mark.parametrize(
    ("person", "day", "role"),
    [
        ("vladimir-putin", date(2000, 1, 1), "acting-president"),
        ("vladimir-putin", date(2000, 5, 7), "president"),
        ("vladimir-putin", date(2010, 1, 1), "prime-minister"),
        ("vladimir-putin", DAY, "president"),
        ("kim-jong-il", date(2011, 12, 17), "supreme-leader"),
        ("kim-jong-un", date(2011, 12, 16), None),
        ("donald-trump", date(2021, 6, 1), None),
        ("donald-trump", date(2025, 6, 1), "president"),
    ],
)
def test_the_post_somebody_held_on_a_day(gazetteer, person, day, role):
    held = [office.role for office in gazetteer.actors[person].offices if office.held_on(day)]
    assert held[-1:] == ([role] if role else [])


def test_who_held_a_post_on_a_day(gazetteer):
    assert gazetteer.holder_on("president", "rusia", DAY) == "vladimir-putin"
    assert gazetteer.holder_on("president", "rusia", date(2010, 1, 1)) == "dmitry-medvedev"
    assert gazetteer.holder_on("leader", "korea-utara", DAY) == "kim-jong-un"
    assert gazetteer.holder_on("leader", "amerika-serikat", date(2021, 6, 12)) == "joe-biden"
    assert gazetteer.holder_on("leader", "vietnam", DAY) == "nguyen-phu-trong"
    assert gazetteer.holder_on("president", "islandia", DAY) is None


def test_places_lie_in_places(gazetteer):
    assert gazetteer.lies_in("Kosmodrom Vostochny", "Timur Jauh Rusia")
    assert gazetteer.lies_in("Universitas Federal Timur Jauh", "Vladivostok")
    assert gazetteer.lies_in("Universitas Federal Timur Jauh", "Rusia")
    assert gazetteer.lies_in("Gedung Putih", "Washington")
    assert gazetteer.lies_in("Rusia", "Rusia")
    assert not gazetteer.lies_in("Rusia", "Vladivostok")
    assert not gazetteer.lies_in("Panmunjom", "Rusia")
    assert gazetteer.lies_in("Moskow", "Uni Soviet")
    assert not gazetteer.lies_in("Kyiv", "Uni Soviet")
    assert not gazetteer.lies_in("Atlantis", "Rusia")


def test_capitals_and_houses_are_places(gazetteer):
    assert gazetteer.capital_of("korea-utara") == "Pyongyang"
    assert gazetteer.capital_of("uni-soviet") is None
    assert gazetteer.places["Kremlin"].state == "rusia"
    assert gazetteer.places["Rusia"].state == "rusia"


def test_the_dead_and_the_dissolved_no_longer_act(gazetteer):
    assert gazetteer.actors["kim-jong-il"].until == date(2011, 12, 17)
    assert gazetteer.actors["uni-soviet"].until < date(1992, 1, 1)
    assert gazetteer.actors["rusia"].until is None


def test_ids_are_slugs_of_names(gazetteer):
    assert all(actor.id == slug(actor.name[0][1]) for actor in gazetteer.actors.values())
    assert slug("Côte d’Ivoire") == "cote-d-ivoire"


def test_nobody_holds_a_post_after_death_or_before_the_state(gazetteer):
    for actor in gazetteer.actors.values():
        for office in actor.offices:
            last = office.until or date(2026, 1, 1)
            assert actor.until is None or last <= actor.until, actor.id
            state = gazetteer.actors[office.of] if office.of else None
            assert state is None or state.until is None or last <= state.until, actor.id


def test_no_state_has_two_presidents_on_one_day_but_the_day_of_change(gazetteer):
    """Whole terms that overlap would be a wrong date in the data; a change of office may share its day."""
    held = [(office.of, office, actor.id) for actor in gazetteer.actors.values() for office in actor.offices]
    terms = [(of, office, who) for of, office, who in held if office.role in ("president", "supreme-leader")]
    for of, office, who in terms:
        for other_of, other, somebody in terms:
            if who < somebody and of == other_of and office.role == other.role:
                last = min(office.until or date.max, other.until or date.max)
                assert last <= max(office.since, other.since), (who, somebody)


def test_every_state_of_the_un_has_an_english_name(gazetteer):
    states = [actor for actor in gazetteer.actors.values() if actor.kind == "state"]
    assert len(states) > 195
    assert gazetteer.name("korea-utara", "en") == "North Korea"
    assert all(dict(actor.name)["en"] for actor in states)


@pytest.mark.parametrize(
    ("actors", "places", "says"),
    [
        (STATE + 'persons = [{ name = "A", of = "prusia" }]', "places = []", "unknown state 'prusia'"),
        (STATE + 'persons = [{ name = "A", aliases = ["Rusia"] }]', "places = []", "a name of a, rusia"),
        (STATE + 'persons = [{ name = "A", aliases = ["rusia"] }]', "places = []", "a name of a, rusia"),
        (STATE + 'persons = [{ name = "A", aliases = ["B", "B"] }]', "places = []", "'B' stands twice"),
        (STATE + 'persons = [{ name = "A", wife = "B" }]', "places = []", "unknown field 'wife'"),
        (STATE + 'persons = [{ en = "A" }]', "places = []", "`name` is None"),
        (STATE + 'persons = [{ name = "A" }, { name = "a" }]', "places = []", "stands twice"),
        (STATE + 'persons = [{ name = "A", until = "1994" }]', "places = []", "`until` is '1994'"),
        (
            STATE + 'persons = [{ name = "A", since = 1994-01-01, until = 1990-01-01 }]',
            "places = []",
            "before it begins",
        ),
        (
            STATE + 'persons = [{ name = "A", offices = [{ role = "tsar", since = 1990-01-01 }] }]',
            "places = []",
            "'tsar'",
        ),
        (STATE + 'persons = [{ name = "A", offices = [{ role = "president" }] }]', "places = []", "from None"),
        (STATE + 'persons = [{ name = "A", of = "a" }]', "places = []", "belongs to itself through 'a'"),
        (STATE + 'persons = [{ name = "A", aliases = [""] }]', "places = []", "`aliases` is ['']"),
        (STATE + 'persons = [{ name = "A", aliases = 3 }]', "places = []", "`aliases` is 3"),
        (STATE + 'persons = [{ name = "?" }]', "places = []", "a name without letters"),
        (STATE + 'person = [{ name = "A" }]', "places = []", "person: no such section"),
        (STATE, 'place = [{ name = "Omsk" }]', "place: no such section"),
        (STATE + 'groups = [{ names = ["x"], members = ["prusia"] }]', "places = []", "unknown member 'prusia'"),
        (STATE + "persons = 3", "places = []", "not a list of tables"),
        (STATE + 'spellings = ["Yuri"]', "places = []", "'Yuri' is no list"),
        (STATE + 'spellings = [["Yuri", "Yury"], ["Yury"]]', "places = []", "'Yury' stands in two lists"),
        (STATE, 'places = [{ name = "Omsk", state = "prusia" }]', "unknown state 'prusia'"),
        (STATE, 'places = [{ name = "Omsk", within = "Siberia" }]', "unknown larger place 'Siberia'"),
        (STATE, 'places = [{ name = "Omsk" }, { name = "Omsk" }]', "stands twice"),
        (STATE, 'places = [{ name = "Omsk", aliases = ["Rusia"] }]', "a name of Omsk, rusia"),
        (STATE, "places = [", "is not TOML"),
    ],
)
def test_what_is_not_right_is_named_with_its_file_and_what_to_do(tmp_path, actors, places, says):
    with pytest.raises(DataError) as refused:
        load_gazetteer(written(tmp_path, actors, places))
    assert says in str(refused.value)
    assert refused.value.file.endswith(".toml") or "toml" in refused.value.file
    assert refused.value.parts("id")["remedy"]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"actors\.toml: file: No such file"):
        load_gazetteer(tmp_path)


def test_small_data_are_enough(tmp_path):
    gazetteer = load_gazetteer(written(tmp_path, STATE))
    assert isinstance(gazetteer, Gazetteer)
    assert set(gazetteer.actors) == {"rusia"}
    assert set(gazetteer.places) == {"Rusia"}
