"""A name where it stands in its sentence: which names are beside it, and what leads up to it."""

from typing import NamedTuple

from timeline.names.metonymy import Before, Spoken
from timeline.names.name import Name


class Occurrence(NamedTuple):
    """A name in its sentence.

    sentence, lowest
        The number of its sentence, and where that begins: nothing before leads up to the name.
    previous
        What the name before it in the sentence is taken for; None without one.
    following
        The name after it in the sentence; None without one.
    """

    name: Name
    sentence: int
    lowest: int
    before: Before
    previous: Spoken | None
    following: Name | None

    @property
    def id(self) -> str:
        """Return what its form means, the first thing if several."""
        return self.name.form.ids[0]
