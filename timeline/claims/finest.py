"""Which claims of a sentence are kept: those whose deed no other tells more finely."""

from collections.abc import Sequence
from datetime import timedelta

from timeline.claims.claim import Claim
from timeline.edtf import DateValue, Mod

# How far a day that is only counted to may lie from the one meant.
HALF_A_MONTH = timedelta(days=15)


def finest(claims: Sequence[Claim]) -> list[Claim]:
    """Return a sentence's claims without those that another tells of a day in theirs ("tahun lalu, … pada 5 Mei")."""
    return [one for one in claims if not any(_refines(other, one) for other in claims)]


def _refines(fine: Claim, coarse: Claim) -> bool:
    """Say whether a claim tells the same deed of the same people with a date that lies within the other's."""
    if fine.when is None or coarse.when is None or fine.when == coarse.when:
        return False
    alike = (fine.act, fine.actors, fine.gist, fine.modality) == (
        coarse.act,
        coarse.actors,
        coarse.gist,
        coarse.modality,
    )
    return alike and _lies_within(fine.when, coarse.when)


def _lies_within(fine: DateValue, coarse: DateValue) -> bool:
    """Say whether a date lies in another, or on a day that the other only counted to ("sebulan sebelumnya, 16 Mei")."""
    if coarse.mod is Mod.APPROX and coarse.precision == fine.precision == "day" and coarse.earliest and fine.earliest:
        return abs(coarse.earliest - fine.earliest) <= HALF_A_MONTH
    closed = coarse.earliest is not None and coarse.latest is not None
    first, last = coarse.sort_key
    return closed and first <= fine.sort_key[0] and fine.sort_key[1] <= last
