"""What places are called in English; the chronology has their Indonesian names."""

from functools import cache

from timeline import folders
from timeline.message import LANGUAGES, Language
from timeline.names.loading import load_gazetteer

DATA = folders.DATA


def place_name(place: str, language: Language) -> str:
    """Return the name of a place; one that the gazetteer does not have keeps its own."""
    return place if language == LANGUAGES[0] else _names().get(place, place)


@cache
def _names() -> dict[str, str]:
    return {name: place.en for name, place in load_gazetteer(DATA).places.items()}
