"""Text for places where Streamlit reads markdown: labels of buttons and links."""

import re

# Any ASCII punctuation may be escaped in CommonMark; Streamlit's own `:name[`, `:material/x:` and `$` go with it.
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def literal(text: str) -> str:
    """Return `text` so that markdown shows it as it stands."""
    return PUNCTUATION.sub(r"\\\1", text)
