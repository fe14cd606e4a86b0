"""Who takes part in a deed: looked for in its clause, then further out, without those only named beside it."""

from collections.abc import Sequence

from timeline.claims.bystander import is_told_beside, stands_aside, without_bystanders
from timeline.claims.deed import Deed
from timeline.claims.headlined import headlined
from timeline.claims.passage import Passage
from timeline.claims.predicate import (
    are_joined,
    heads_relative,
    is_beside,
    is_kin_of,
    names_stranger,
    role_words,
)
from timeline.claims.reaction import answered, reaction_to
from timeline.claims.role import OF_OTHERS, Roles, receives, roles_of
from timeline.claims.speaker import speaks
from timeline.language.act import SPEECH, Trigger
from timeline.language.conjunction import has_verb, opens_with_verb, tells_deed
from timeline.language.leading import has_own_doer, is_adverb, is_copula, shares_subject
from timeline.language.marker import FRONTED, RELATIVE
from timeline.names.mention import Mention

# Words that open a clause without a subject: one that joins it, an adverb ("usai kembali membuka …").
OPENING = 2
# Clauses that may be opened by a verb, whose subject is that of the clause they hang on ("namun akhirnya bertolak").
OPENED = frozenset(["contrast", "subordinate", "simultaneous"])
NOBODY = Roles((), frozenset(), frozenset())


def participants_of(view: Passage, chain: list[int], trigger: Trigger | None, *, alone: bool) -> Roles:
    """Return who takes part; with `alone` a noun that has a doer of its own leaves everybody else out.

    One of several deeds ("… tiga kali, termasuk pertemuan 2002") is done by those who do them all; of what somebody
    answers ("mengecam Y setelah uji coba rudal") only those are told to take part whom the answer is aimed at.
    """
    if trigger and (reaction := reaction_to(view, trigger)):
        return Roles(tuple(answered(view, reaction)), frozenset(), frozenset())
    mentions = _participants(view, chain, trigger)
    if trigger and view.is_headline and (named := headlined(view, trigger)):
        mentions = without_bystanders(view, named, trigger, ())
    if (whole := _all_of(view, trigger)) and not set(view.mentions_in(chain[:1])) & set(mentions):
        return roles_of(view, mentions, whole)
    if alone and trigger and (own := _own_party(view, trigger, mentions)):
        told_more = view.actors_in(chain[:1]) if view.clauses[chain[0]].kind == RELATIVE else []
        mentions = [*own, *(one for one in told_more if one not in own)]  # "agresi terhadap X, |yang dimulai Y|"
    return roles_of(view, mentions, trigger)


def speakers_and_spoken(view: Passage, deed: Deed) -> Roles:
    """Return who says it, then who is spoken of before that."""
    speakers = [one for one in view.actors if deed.clause.covers(one.span) and speaks(view, one)]
    spoken_of = [one for one in view.actors if one.span.end <= deed.clause.start]
    return Roles((*speakers, *spoken_of), frozenset(one.id for one in speakers), frozenset())


def _participants(view: Passage, chain: list[int], trigger: Trigger | None) -> list[Mention]:
    """Return who takes part, who does it first; the speaker of a report takes no part in what is reported.

    They are looked for where the deed is told, then where the date stands, then further out.
    """
    conditional = view.clauses[chain[0]].kind == "conditional"  # what is told hangs on it: who acts there takes part
    actors = (not conditional and view.actors_in(chain[-1:])) or view.actors_in(chain)
    shared = trigger is None or not (is_of_others(view, trigger) or _is_of_head(view, chain, trigger))
    while shared and not actors and (wider := view.governor(chain[-1])) is not None and wider not in chain:
        chain = [*chain, wider]
        actors = _shared_with(view, chain[0], wider)
    head = head_of(view, chain[0]) if view.clauses[chain[0]].kind == RELATIVE and len(chain) == 1 else None
    beside = head and not view.text[head.span.end : view.clauses[chain[0]].span.start].strip(" ,")
    if head and (trigger or beside):
        told = [one for one in view.actors if one.span == head.span]  # "kedua pemimpin, |yang bertemu|"
        actors = [*told, *(one for one in actors if one not in told)]
    told_more = view.actors_in(chain[:1]) if view.clauses[chain[0]].kind == RELATIVE else []
    if trigger and told_more and len(chain) > 1:
        actors = [*_between(view, trigger.span.end, view.clauses[chain[0]].span.start), *told_more]
    if trigger and _shares_subject(view, trigger, chain[-1] if _is_verbless(view, chain) else chain[0]):
        actors = _with_subject(view, actors, trigger)
    if trigger and (told := _told_of_speaker(view, actors, trigger)):
        return told
    if trigger and trigger.act.rank == SPEECH:
        actors = [one for one in actors if not (stands_aside(view, one, trigger) or is_kin_of(view, one))] or actors
        return [*actors, *_spoken_of(view, view.index_at(trigger.span.start))]
    if trigger is None:
        own = [one for one in actors if one not in told_more and view.index_at(one.span.start) == chain[0]]
        actors = [one for one in actors if one not in own or not is_told_beside(view, one)] or actors
    return without_bystanders(view, actors, trigger, told_more)


def _is_of_head(view: Passage, chain: list[int], trigger: Trigger) -> bool:
    """Say whether what a relative clause tells is of whoever it tells more of ("menemui lurah |yang menjabat …|").

    Whoever else the sentence names takes no part, but for what both sides do ("memuji pakta |yang diteken|").
    """
    return len(chain) == 1 and is_of_stranger(view, trigger)


def is_of_stranger(view: Passage, trigger: Trigger) -> bool:
    """Say whether a verb stands in a relative clause that tells more of nobody known ("rudal |yang diuji|")."""
    index = view.index_at(trigger.span.start)
    one_sided = trigger.voice == "active" or (trigger.voice == "passive" and not trigger.act.mutual)
    return one_sided and view.clauses[index].kind == RELATIVE and head_of(view, index) is None


def _is_verbless(view: Passage, chain: list[int]) -> bool:
    """Say whether the deed was at the time of a clause without a verb ("X ke Y pada 2019, |saat bertemu| Z")."""
    own = view.clauses[chain[0]].span.of(view.text)
    return chain[-1] == chain[0] + 1 and view.clauses[chain[-1]].kind == "simultaneous" and not tells_deed(own)


def is_of_others(view: Passage, trigger: Trigger) -> bool:
    """Say whether an attack or arrest only went before, so that nobody is told to do it ("sejak |perang| itu, X …")."""
    clause = view.clauses[view.index_at(trigger.span.start)]
    return trigger.voice == "noun" and trigger.act.type in OF_OTHERS and clause.kind in FRONTED


def _shared_with(view: Passage, index: int, wider: int) -> list[Mention]:
    """Return whom a clause without a name of its own shares with the wider one: its subject, else everybody.

    A relative clause has whoever it tells more of; one of several deeds ("termasuk …") is done by all who do them.
    """
    clause, named = view.clauses[index], view.actors_in([wider])
    if clause.kind == RELATIVE:
        named = [one for one in named if one.span.end <= clause.span.start]
        return _groups(view, named)[-1] if head_of(view, index) else named
    return named if clause.kind == "inclusion" else subject_of(view, wider) or named


def subject_of(view: Passage, index: int) -> list[Mention]:
    """Return who is named before the verb of a clause, or of the one that it shares its subject with."""
    said = view.attribution.span if view.attribution else None
    named = [one for one in view.actors_in([index]) if said is None or not said.covers(one.span)]
    clause, start = view.clauses[view.whole(index)], view.parts(index)[0].start
    before = [one for one in named if not tells_deed(view.text[start : one.start])]
    wider = view.governor(index)
    if before:
        return [one for one in before if not is_beside(view, one, start)] or before
    if wider is None:  # "disampaikan X |saat menemui Y|"
        return next(iter(_groups(view, named)), [])
    if clause.kind == RELATIVE:
        return [head] if (head := head_of(view, index)) else []
    opened = clause.span.of(view.text).partition(" ")[2]
    return subject_of(view, wider) if clause.kind == "coordinate" or opens_with_verb(opened) else []


def _groups(view: Passage, named: Sequence[Mention]) -> list[list[Mention]]:
    """Return those named in groups of whom "and" joins ("antara |X dan Y|, yang …")."""
    groups: list[list[Mention]] = []
    for one in named:
        if groups and (groups[-1][-1].span == one.span or are_joined(view.text, groups[-1][-1], one)):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _between(view: Passage, start: int, end: int) -> list[Mention]:
    """Return the actors named from `start` to `end` ("agresi |terhadap X,| yang dimulai Y")."""
    return [one for one in view.actors if start <= one.span.start and one.span.end <= end]


def head_of(view: Passage, index: int) -> Mention | None:
    """Return whoever a relative clause tells more of: who is named right before it ("Budi, |yang tiba Senin").

    Or who is said to be one of those it tells of ("Budi termasuk satu dari lima lurah |yang menolak …"); not who is
    named with a thing ("sanksi PBB |yang didukung Budi").
    """
    start = view.clauses[index].span.start
    before = [one for one in view.actors if one.span.end <= start]
    heads = [one for one in before if heads_relative(view, one, start)]
    while len(heads) > 1 and is_copula(view.text[heads[-2].span.end : heads[-1].start].strip().partition(" ")[0]):
        heads.pop()  # "X menjadi presiden pertama |Y| yang tiba"
    return heads[-1] if heads else None


def _all_of(view: Passage, trigger: Trigger | None) -> Trigger | None:
    """Return the deeds of which `trigger` is said to be one, or None."""
    clause = view.clause_at(trigger.span.start) if trigger else None
    if trigger is None or clause is None or clause.kind != "inclusion" or clause.governor is None:
        return None
    return next((one for one in view.triggers_in(clause.governor) if one.act.type == trigger.act.type), None)


def _own_party(view: Passage, trigger: Trigger, actors: Sequence[Mention]) -> list[Mention]:
    """Return who follows a noun that has a doer of its own, and to whom it comes; nobody where it has none."""
    after = [one for one in actors if one.span.start >= trigger.span.end]
    if trigger.voice != "noun" or not after or not has_own_doer(view.text, trigger.span, after[0].span):
        return []
    return [one for one in actors if one in after or receives(view, one, trigger)]


def _spoken_of(view: Passage, clause: int) -> list[Mention]:
    """Return who is named in what the speaker of `clause` says."""
    said = [number for number, one in enumerate(view.clauses) if one.kind == "complement" and one.governor == clause]
    return view.actors_in(said)


def _shares_subject(view: Passage, trigger: Trigger, index: int) -> bool:
    """Say whether a clause takes the subject of the one before: joined to it, or opened by a verb ("setelah tiba")."""
    clause = view.clauses[index]
    if clause.kind == "coordinate":
        return True
    first, *rest = view.text[clause.span.start : trigger.span.start].split() or [""]
    opens = clause.kind in OPENED and clause.span.covers(trigger.span) and bool(first)
    if trigger.voice == "noun":  # "saat hendak memenuhi |undangan| X"
        return (
            opens
            and not role_words("receiving").isdisjoint(rest[-1:])
            and all(is_adverb(word) or has_verb(word) for word in rest)
        )
    return opens and all(is_adverb(word) for word in rest)


def _with_subject(view: Passage, actors: list[Mention], trigger: Trigger) -> list[Mention]:
    """Return `actors` with the subject that a clause shares with the one it hangs on, if it names none of its own."""
    own = view.index_at(trigger.span.start)
    wider = view.governor(own)
    if any(one.span.start < trigger.span.start for one in actors) or names_stranger(view, own, trigger):
        return actors
    shared = subject_of(view, wider) if wider is not None else []
    return [*(one for one in shared if one not in actors), *actors]


def _told_of_speaker(view: Passage, actors: list[Mention], trigger: Trigger) -> list[Mention]:
    """Return the speaker with who is named after, where the deed is theirs ("…, kata X |usai membuka| rapat Y")."""
    said = view.attribution
    opening = view.clause_at(trigger.span.start).span.start
    if said is None or said.verb is None or opening < said.verb.end:
        return []
    before = view.text[opening : trigger.span.start]
    if len(before.split()) > OPENING or (trigger.voice == "noun" and not shares_subject(before)):
        return []  # it has a subject of its own
    speakers = [one for one in view.actors if said.verb.end <= one.span.start and one.span.end <= opening]
    return [*speakers, *(one for one in actors if one.span.start >= opening)] if speakers else []
