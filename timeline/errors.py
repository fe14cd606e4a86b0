"""The exceptions a user of Linimasa can meet; each names the place, what was found, and what to do."""

import errno

from timeline.message import Language, Message, message, templates

FILE = Message("place.file")


class TimelineError(Exception):
    """Broken input; the message is meant to be read by the person who can mend it."""

    def text(self, language: Language) -> str:  # noqa: ARG002  what only contributors meet is told in English
        """Return what is wrong in `language`; as text of the exception it is English, for logs."""
        return str(self)


class RuleError(TimelineError):
    """A row of a rule table is not what the tables allow; contributors meet it, in English."""

    def __init__(self, *, file: str, rule: str, found: str, remedy: str) -> None:
        super().__init__(f"{file}: rule {rule!r}: {found}. {remedy}")


class DataError(TimelineError):
    """A file of `data/`, or one given by the user, is not what its format allows.

    fault
        ``<remedy>.<finding>`` of the table ``fault.toml``, whose sentences hold `values`.
    place
        Where in the file; a name that stands there is told as it is.
    """

    def __init__(self, fault: str, /, *, file: str, place: str | Message = FILE, **values: object) -> None:
        self.file, self.place = file, place
        self.found = message(f"fault.{fault}", **values)
        self.remedy = message(f"fault.{fault.partition('.')[0]}.remedy", **values)
        super().__init__(self.text("en"))

    def parts(self, language: Language) -> dict[str, str]:
        """Return file, place, what was found and what to do."""
        place = self.place if isinstance(self.place, str) else self.place.text(language)
        found, remedy = self.found.text(language), self.remedy.text(language)
        return {"file": self.file, "place": place, "found": found, "remedy": remedy}

    def text(self, language: Language) -> str:
        """Return all of it in a line."""
        return "{file}: {place}: {found}. {remedy}".format(**self.parts(language))


class QuoteMismatchError(TimelineError):
    """A quote is not, character for character, what the article says there."""

    def __init__(self, *, article_id: str, start: int, quote: str, found: str) -> None:
        self._found = message(
            "fault.quote.moved", article=repr(article_id), start=start, quote=repr(quote), found=repr(found)
        )
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """Return where, what was found, and what to do."""
        return f"{self._found.text(language)}. {message('fault.quote.remedy').text(language)}"


def system_words(error: OSError) -> Message | str:
    """Return what the system says of a file it does not let us have."""
    key = f"found.{errno.errorcode.get(error.errno or 0)}"
    return message(key) if key in templates() else error.strerror or str(error)
