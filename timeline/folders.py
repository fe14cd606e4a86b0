"""Where the tables lie."""

from pathlib import Path

PACKAGE = Path(__file__).parent
RULES = PACKAGE / "rules"  # knowledge of the language
MESSAGES = PACKAGE / "messages"  # words of the interface and of reasons, in both languages
DATA = PACKAGE.parent / "data"  # knowledge of the world
