"""Names that only add to the one before them: where it lies ("di Hanoi, Vietnam"), or itself again in brackets."""

import re

from timeline.names.actor import Gazetteer
from timeline.names.metonymy import Spoken
from timeline.names.name import Name
from timeline.names.wording import cues, mention_words

ADDRESS = re.compile(r"\b(?P<word>[^\W\d_a-z][\w.]*), \Z")  # a capitalised word and a comma: "Gedung Parlemen, London"
ADDRESS_REACH, ADDRESS_ENDS = 40, (",", ".", ")", "(", "")
# A preposition inside a sentence, and one or two capitalised words behind it: "serangan di Lembah Swat Pakistan".
PLACED = re.compile(r"\s(?P<lead>[a-z]+) (?P<named>(?:[A-Z][a-z'’-]+ ){1,2})\Z")


def tells_where(text: str, lowest: int, name: Name, *, previous: Spoken | None, gazetteer: Gazetteer) -> bool:
    """Say whether a state or capital after a comma, or right behind "di X", only tells where what is before it lies.

    A sentence that opens with a place ("Di Pyongyang, Korea Utara menggelar parade") goes on with its subject.
    """
    if name.form.kind == "state" and _ends_place(text, lowest, name):
        return True
    ends = text[name.end : name.end + 2].strip()[:1] in ADDRESS_ENDS
    if previous is not None and text[previous.end : name.start].strip() == ",":
        fronted = len(text[lowest : previous.start].split()) <= 1
        tells = previous.place is not None and holds(name, previous.place, gazetteer)
        return tells and (ends or not fronted)
    found = ADDRESS.search(text, max(lowest, name.start - ADDRESS_REACH), name.start)
    if found is None or found.start() == lowest or found.group("word").lower() in mention_words("calendar"):
        return False
    return ends


def _ends_place(text: str, lowest: int, name: Name) -> bool:
    """Say whether a state stands right behind a place of its own ("ledakan di Lembah Swat |Pakistan|")."""
    found = PLACED.search(text, max(lowest, name.start - ADDRESS_REACH), name.start)
    if found is None or cues().get(found["lead"]) != "at":
        return False
    return mention_words("common").isdisjoint(found["named"].lower().split())


def holds(name: Name, place: str, gazetteer: Gazetteer) -> bool:
    """Say whether a state or capital is, or has in it, a place."""
    larger = name.form.ids[0]
    return gazetteer.lies_in(place, gazetteer.place_of(larger) if name.form.kind == "state" else larger)


def repeats(text: str, name: Name, earlier: list[Name], gazetteer: Gazetteer) -> bool:
    """Say whether a name only gives, in brackets, another form of the one before it, or of what ends that.

    "Amerika Serikat (AS)", "Majelis Umum Perserikatan Bangsa-Bangsa (PBB)".
    """
    if not earlier or text[earlier[-1].end : name.start].strip() != "(" or not text.startswith(")", name.end):
        return False
    one, other = earlier[-1].form.ids[0], name.form.ids[0]
    body = gazetteer.actors.get(one)
    return one == other or (body is not None and body.kind == "organisation" and body.of == other)
