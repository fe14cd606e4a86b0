"""What the name of an organisation or of a house is taken for: that body, its officer named before, or nobody."""

from timeline.names.beside import is_in_title, points, tells_post
from timeline.names.discourse import Discourse
from timeline.names.metonymy import Spoken, read_organisation
from timeline.names.occurrence import Occurrence
from timeline.names.reference import find_antecedent
from timeline.names.title import begins_title


def sense_of_body(one: Occurrence, discourse: Discourse) -> Spoken:
    """Return an organisation, or whoever of it was named before ("Ketua DPR itu"); neither in somebody's title."""
    spoken = read_organisation(one.name, one.before, discourse.gazetteer)
    spoken = spoken._replace(rests_on=discourse.introduction(one.id, one.sentence))
    nobody = tells_post(discourse.text, one.name, one.previous) or _is_of_another(one, discourse)
    if nobody or is_in_title(discourse.text, one.name, one.following):
        return spoken._replace(actor=None, reads="none")
    if not _is_pointed_at(one, discourse):
        return spoken
    found = find_antecedent("person", discourse.back(one), discourse.gazetteer)
    if found is None:
        return spoken._replace(actor=None, reads="none")
    return spoken._replace(actor=found.ids[0], person=True, rests_on=found.rests_on)


def _is_of_another(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether another state follows right after a body's name, whose the body is then ("DPR |AS|")."""
    home, state = discourse.gazetteer.home_of(one.id), one.following
    if home is None or state is None or state.form.kind != "state" or home in state.form.ids:
        return False
    return discourse.text[one.name.end : state.start] == " "


def _is_pointed_at(one: Occurrence, discourse: Discourse) -> bool:
    """Say whether an office of a body is spoken of as that of somebody named before ("Wakil Ketua DPR |ini|")."""
    pointed = points(discourse.text, one.name)
    return pointed and any(begins_title(word) for word in discourse.words_before(one))
