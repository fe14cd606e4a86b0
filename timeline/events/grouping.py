"""Which claims are about the same event: blocks of one type and the same states, joined from the finest date on.

The outcome does not depend on the order in which claims come: within a block they are taken by length of period, then
by day, then by id. Where two events fit a coarser claim, it joins neither: in doubt two events stay apart.
"""

from collections.abc import Iterable

from timeline.claims.claim import Claim
from timeline.events.agreement import is_definite, sides
from timeline.events.blocks import blocks, fineness, join_block
from timeline.events.group import Group
from timeline.events.headlines import join_headlines
from timeline.events.joining import join_ordinals, join_undated
from timeline.events.lasting import join_lasting
from timeline.events.scant import join_lone, join_others
from timeline.names.actor import Gazetteer


def group_claims(claims: Iterable[Claim], gazetteer: Gazetteer) -> list[Group]:
    """Return the groups of claims that are about the same event; a claim without a date that joins none is in none."""
    definite, loose, undated, headlines = _sorted(claims)
    groups = [group for block in blocks(definite, gazetteer) for group in join_block(block, gazetteer)]
    alone = join_lasting(sorted(loose, key=lambda claim: claim.id), groups, gazetteer)
    groups = join_others(groups, gazetteer)
    groups = join_ordinals(groups)
    groups, left = join_headlines(headlines, groups, gazetteer)
    groups = join_lone(groups, gazetteer)
    alone += [
        Group([claim], [sides(claim, gazetteer)], None) for claim in left if claim.when and not is_definite(claim)
    ]
    undated += [claim for claim in left if not claim.when]
    join_undated(undated, groups, gazetteer)
    for group in (*groups, *alone):
        group.close()
    return sorted([*groups, *alone], key=lambda group: min(claim.id for claim in group.claims))


def _sorted(claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim], list[Claim], list[Claim]]:
    """Return the claims with a period of their own (finest first), those with a loose one, those without a date, and
    the headlines that name none."""
    unique = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    headlines = [claim for claim in unique if _is_bare_headline(claim)]
    rest = [claim for claim in unique if not _is_bare_headline(claim)]
    definite = sorted((claim for claim in rest if is_definite(claim)), key=fineness)
    loose = [claim for claim in rest if claim.when and not is_definite(claim)]
    return definite, loose, [claim for claim in rest if not claim.when], headlines


def _is_bare_headline(claim: Claim) -> bool:
    return claim.is_headline and claim.expression is None
