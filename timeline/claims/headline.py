"""Headlines leave out that a deed is yet to come ("Bupati Temui Petani"): the text below says so."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.claims.claim import Claim
from timeline.edtf import DateValue
from timeline.message import message
from timeline.publication.published import Published


def settle_headline(claims: Sequence[Claim], published: Published) -> tuple[Claim, ...]:
    """Return the claims, with the headline's told as planned where the text only announces its deed."""
    return tuple(_as_announced(claim, published) if _is_announced(claim, claims) else claim for claim in claims)


def _is_announced(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Say whether a headline that names no date tells as done what its text, of the same people, tells as planned."""
    if not claim.is_headline or claim.expression is not None or claim.modality != "occurred" or claim.act is None:
        return False
    same = [one for one in claims if one is not claim and one.type == claim.type and _share_doers(claim, one)]
    return any(one.act == claim.act for one in same) and all(one.modality == "planned" for one in same)


def _share_doers(claim: Claim, other: Claim) -> bool:
    """Say whether two claims are of the same people: who does it, where both show that."""
    if claim.doers and other.doers:
        return not set(claim.doers).isdisjoint(other.doers)
    return not set(claim.actors).isdisjoint(other.actors)


def _as_announced(claim: Claim, published: Published) -> Claim:
    first = published.when.earliest if published.when else None
    return replace(
        claim,
        modality="planned",
        when=DateValue.on(first).since() if first else None,
        reasons=(message("claim.announced"), *claim.reasons),
    )
