"""What the name of a place is taken for: a place, the government that sits there, or where another place lies."""

from timeline.names.apposition import tells_where
from timeline.names.discourse import Discourse
from timeline.names.metonymy import Before, Spoken, is_visited, read_government, read_place
from timeline.names.occurrence import Occurrence


def sense_of_place(one: Occurrence, discourse: Discourse) -> Spoken:
    """Return a place that never stands for a government, with what was printed where that is a misprint."""
    name = one.name
    spelt = discourse.text[name.start : name.end] if name.form.kind == "misspelt" else None
    return read_place(name, one.before, discourse.gazetteer)._replace(spelt=spelt)


def sense_of_government(one: Occurrence, discourse: Discourse) -> Spoken:
    """Return a capital as a place, or as the government it stands for."""
    before = located(one, discourse)
    visited = before.reads == "to" and is_visited(discourse.text, one.lowest, one.name.start)
    return read_government(one.name, before, discourse.gazetteer, visited=visited)


def located(one: Occurrence, discourse: Discourse) -> Before:
    """Return what leads up to a name, with the reading of a region where it only tells where what is before it lies."""
    if one.before.reads or one.before.role:
        return one.before
    tells = tells_where(
        discourse.text,
        one.lowest,
        one.name,
        previous=one.previous,
        gazetteer=discourse.gazetteer,
    )
    return one.before._replace(reads="region") if tells else one.before
