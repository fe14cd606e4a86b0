"""Why a claim is read as it is: its reasons, under what each is about. What is kept of a reason is its sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from timeline.message import Language, templates

DATE, EVENT, WHO = "date", "event", "who"
SUBJECTS = (DATE, EVENT, WHO)
OF_EVENT = ("trigger", "untriggered", "cue", "future", "deadline", "ordinal", "counted")
OF_WHO = ("bridged",)
FIELD = re.compile(r"\\\{\w+\\\}")


def by_subject(reasons: Iterable[str], language: Language) -> Mapping[str, Sequence[str]]:
    """Return the reasons for the date, for what happened and for who took part; those of none left out."""
    found: dict[str, list[str]] = {subject: [] for subject in SUBJECTS}
    for reason in reasons:
        found[_subject(reason, language)].append(reason)
    return {subject: some for subject, some in found.items() if some}


def _subject(reason: str, language: Language) -> str:
    """Return what a reason is about; what is not known to be about anything else is about the date."""
    return next((subject for subject, shape in _shapes(language) if shape.fullmatch(reason)), DATE)


@cache
def _shapes(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return how the sentences look that are not about a date, each with what it is about."""
    keys = {f"claim.{name}": EVENT for name in OF_EVENT} | {f"claim.{name}": WHO for name in OF_WHO}
    keys |= {key: WHO for key in templates() if key.startswith("mention.")}
    return tuple(
        (subject, re.compile(FIELD.sub(".+", re.escape(told)), re.DOTALL))
        for key, subject in keys.items()
        for told in _spoken(templates()[key][language])
    )


def _spoken(template: object) -> Iterable[str]:
    return [str(one) for one in template.values()] if isinstance(template, Mapping) else [str(template)]
