"""Names that somebody known shares with others: whom an article introduces by one, and strangers who only bear it."""

from collections.abc import Sequence

from timeline.article import Span
from timeline.names.actor import Gazetteer
from timeline.names.bearer import Introduced
from timeline.names.introduction import LONGEST_WORD, is_in_capitals
from timeline.names.name import Form, Name, covering
from timeline.names.title import is_of_name, is_younger, opens_sentence, takes_name

ENDS = ".,;:!?()[]“”\"'’…"
BREAKS = ".:!?–—-\n"  # after them a sentence, or a part like one, begins


def tell_namesakes_apart(titled: Sequence[Introduced], names: list[list[Name]], text: str) -> None:
    """Give a name that somebody known shares to whom the article introduces by it ("Bupati Suharto … |Suharto|").

    Where the article names the other one too, by the whole name or a title, either may be meant.
    """
    if not any(one.actor for one in titled):
        return
    written: dict[Form, set[str]] = {}
    shared: dict[str, list[Name]] = {}
    for name in (name for some in names for name in some if name.form.kind == "person"):
        word = text[name.start : name.end]
        written.setdefault(name.form, set()).add(word)
        shared.setdefault(word, []).append(name)
    led = {one.name.start for one in titled if one.actor is None}
    titles = {one.known for one in titled if one.actor is None}
    changed: dict[Name, Name] = {}
    for one in titled:
        for name in (name for word in one.words for name in shared.get(word, ())):
            if one.actor is None or name.start in led or one.name.start <= name.start < one.name.end:
                continue
            both = name.form.ids[0] in titles or not written[name.form] <= one.words
            form = Form("short", (one.actor.id, *name.form.ids)) if both else Form("person", (one.actor.id,))
            changed[name] = name._replace(form=form)
    for some in names:
        some[:] = [changed.get(name, name) for name in some]


def estranged(name: Name, sentence: Span, names: Sequence[Name], text: str, gazetteer: Gazetteer) -> Name:
    """Return a person's name as a stranger's, where another leads up to a word of it alone ("Igor |Putin|").

    What opens a sentence may be any word; so may every word of a headline in capitals.
    """
    after = text[name.end : min(name.end + LONGEST_WORD, sentence.end)].lstrip(", ").split(" ", maxsplit=1)[0]
    if is_younger(after.rstrip(ENDS)):  # "Joe Biden |Jr|"
        return name._replace(form=Form("stranger", name.form.ids))
    if " " in text[name.start : name.end] or text[name.start - 1 : name.start] != " ":
        return name
    before = text[max(sentence.start, name.start - LONGEST_WORD) : name.start - 1]
    word = before.rsplit(" ", maxsplit=1)[-1]
    if not is_of_name(word) or opens_sentence(word) or takes_name(word) or before.strip() == word:
        return name
    if covering(Span(name.start - 1 - len(word), name.start - 1), names):  # "dari |Pyongyang| Putin terbang"
        return name
    opening = before.removesuffix(word).rstrip()[-1:] in BREAKS
    person = gazetteer.actors.get(name.form.ids[0])
    own = person is None or any(word in written.split() for written in (person.name[0][1], *person.aliases))
    if opening or own or is_in_capitals(text, sentence):
        return name
    return name._replace(form=Form("stranger", name.form.ids))
