"""What an expression is counted from: the article's days."""

from datetime import date

from timeline.edtf import DateValue

MOST_DAYS = 31  # of an article's interval that expressions are resolved against one by one


def anchor_days(published: DateValue | None) -> tuple[date, ...]:
    """Return the days to resolve against: each day of a short interval, both ends of a longer one, none if open."""
    if published is None or published.earliest is None or published.latest is None:
        return ()
    if published.earliest == published.latest:
        return (published.earliest,)
    if (published.latest - published.earliest).days < MOST_DAYS:
        return tuple(published.days())
    return published.earliest, published.latest


def is_wide(published: DateValue | None) -> bool:
    """Say whether only expressions that mean the same on the first and the last day can be resolved."""
    return bool(
        published
        and published.earliest
        and published.latest
        and (published.latest - published.earliest).days >= MOST_DAYS
    )
