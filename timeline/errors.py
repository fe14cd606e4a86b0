"""The exceptions a user of Linimasa can meet; each names the place, what was found, and what to do."""


class TimelineError(Exception):
    """Broken input; the message is meant to be read by the person who can mend it."""


class RuleError(TimelineError):
    """A row of a rule table is not what the tables allow."""

    def __init__(self, *, file: str, rule: str, found: str, remedy: str) -> None:
        super().__init__(f"{file}: rule {rule!r}: {found}. {remedy}")


class DataError(TimelineError):
    """A file of `data/`, or one given by the user, is not what its format allows."""

    def __init__(self, *, file: str, place: str, found: str, remedy: str) -> None:
        super().__init__(f"{file}: {place}: {found}. {remedy}")
        self.file, self.place, self.found, self.remedy = file, place, found, remedy


class QuoteMismatchError(TimelineError):
    """A quote is not, character for character, what the article says there."""

    def __init__(self, *, article_id: str, start: int, quote: str, found: str) -> None:
        super().__init__(
            f"Article {article_id!r} has {found!r} at character {start}, not the quote {quote!r}. "
            "Offsets count code points of Article.text; extract the claim again if the text changed."
        )
