"""How far a date reaches: from which clause on its deed is looked for, and whether it reaches beyond that."""

from timeline.article import Span
from timeline.claims.nominal import PREDICATE
from timeline.claims.passage import Passage
from timeline.language.act import SPEECH
from timeline.language.clause import Clause, index_of
from timeline.language.conjunction import clause_words, has_verb, tells_deed
from timeline.language.leading import is_adverb
from timeline.language.marker import RELATIVE

# Words before a date that is one more of a list ("dan pada").
ONE_MORE = 2
CLOSING = " .”’\"'"


def clause_of(view: Passage, date: Span) -> int:
    """Return the clause a date stands in; set off at the end it is that of the main deed.

    Not of a noun under "after" ("X dan Y sepakat berdamai setelah perundingan di Beijing, |Jumat (10/3)|."), nor of
    what was said besides ("X mengecam Y dan menyebutnya salah, |Jumat|."), nor of what is said if that tells no deed.
    What only describes ("menguji rudal |yang mampu mencapai Y| pada Jumat") has no date, nor has what somebody is
    only thought to be one of the news ("menangkap pria |yang diduga pencuri| pada Jumat").
    """
    index = index_of(view.text, view.clauses, date)
    if _is_thought(view, index) and view.is_news(date):
        index = view.clauses[index].governor or 0
    if index != view.index_at(date.start):
        return index
    clause = view.clauses[index]
    head = view.text[clause.span.start : date.start].rstrip()
    last = not view.text[date.end : view.span.end].strip(CLOSING)
    if not last or not head.endswith(","):
        return index
    if clause.kind == "complement" and clause.governor is not None and not view.triggers_in(index):
        return clause.governor
    if not (_only_says(view, index) or _is_time(clause, head)):
        return index
    wider = view.governor(index)
    return index if wider is None else wider


def _is_thought(view: Passage, index: int) -> bool:
    """Say whether a relative clause tells no deed but what somebody is thought to be, or whose a place is."""
    clause = view.clauses[index]
    second = "".join(clause.span.of(view.text).lower().split()[1:2])
    if clause.kind != RELATIVE or clause.governor is None or second not in clause_words("thought"):
        return False
    return all(one.span.of(view.text).lower().startswith(second) for one in view.triggers_in(index))


def is_one_more(view: Passage, index: int, date: Span) -> bool:
    """Say whether a clause is no more than another date ("… menyerang pada 30 Desember |dan 2 Januari|")."""
    clause = view.clauses[index]
    return clause.kind == "coordinate" and len(view.text[clause.span.start : date.start].split()) <= ONE_MORE


def tells_by_itself(view: Passage, index: int) -> bool:
    """Say whether a clause of before or after has a verb no table knows, or names somebody: its date is its own.

    So is that of a clause beside another ("sementara X …") which has both, and that of one joined by "and" to a deed
    with a date of its own ("bertemu pada 2024 dan sejak 2000 memimpin"), or what a noun for a deed does.
    """
    clause = view.clauses[index]
    names = any(one.as_ == "actor" for one in view.mentions_in([index]))
    verb = has_verb(clause.span.of(view.text))
    if clause.kind == "coordinate":
        wider = view.governor(index)
        verb = verb or tells_deed(clause.span.of(view.text))
        return verb and wider is not None and any(view.clauses[wider].span.covers(one.span) for one in view.timexes)
    if clause.kind == "contrast":
        return verb and (names or _has_subject(clause.span.of(view.text)))
    return clause.kind == PREDICATE or (clause.kind == "subordinate" and (names or verb))


def _is_time(clause: Clause, head: str) -> bool:
    """Say whether a clause only tells after what something was, or after what somebody at first did."""
    return clause.kind == "subordinate" and (
        not has_verb(head) or not clause_words("before").isdisjoint(head.lower().split())
    )


def _only_says(view: Passage, index: int) -> bool:
    """Say whether a clause joined by "and" tells no more than that something was said."""
    deeds = view.triggers_in(index)
    return view.clauses[index].kind == "coordinate" and bool(deeds) and all(one.act.rank == SPEECH for one in deeds)


def _has_subject(words: str) -> bool:
    """Say whether words that no name is among come before the verb of a clause ("meski |kantornya| menyatakan …")."""
    first = words.split()[1:2]
    return bool(first) and not has_verb(first[0]) and not is_adverb(first[0].lower())
