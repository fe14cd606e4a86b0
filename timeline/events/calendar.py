"""Groups with a period, in the order of their first days."""

from bisect import bisect_left, bisect_right
from datetime import date

from timeline.claims.claim import Claim
from timeline.events.agreement import contains
from timeline.events.group import Group, Period


class Calendar:
    """Groups with a period, by its first day."""

    def __init__(self) -> None:
        self._days: list[date] = []
        self._groups: list[Group] = []

    def add(self, group: Group) -> None:
        """Put a group in its place, after others of its first day."""
        assert group.period is not None
        at = bisect_right(self._days, group.period[0])
        self._days.insert(at, group.period[0])
        self._groups.insert(at, group)

    def grow(self, group: Group, claim: Claim) -> None:
        """A group stays in its place when a claim joins it."""

    def within(self, own: Period, claim: Claim | None = None) -> list[Group]:  # noqa: ARG002  any claim may be of any
        """Return the groups whose period lies within `own`, in order."""
        begun = self._groups[bisect_left(self._days, own[0]) : bisect_right(self._days, own[1])]
        return [group for group in begun if group.period and contains(own, group.period)]
