"""Colours for light and dark pages: one accent, lanes from Okabe and Ito's colour-blind safe set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme.

    lanes, inks
        For marks, and for words in the same hue (4.5:1 against the page).
    """

    page: str
    surface: str
    ink: str
    muted: str
    faint: str
    band: str
    line: str
    grid: str
    accent: str
    wash: str
    share: str
    mark: str
    lanes: tuple[str, ...]
    inks: tuple[str, ...]

    def lane(self, number: int) -> str:
        """Return the colour of a lane's marks."""
        return self.lanes[number % len(self.lanes)]

    def lane_ink(self, number: int) -> str:
        """Return the colour of a lane's name."""
        return self.inks[number % len(self.inks)]

    def variables(self) -> dict[str, str]:
        """Return the colours by the names the style sheet uses."""
        named = ("page", "surface", "ink", "muted", "faint", "band", "line", "accent", "wash", "share", "mark")
        lanes = {f"--lm-lane-{number}": colour for number, colour in enumerate(self.lanes)}
        return {**{f"--lm-{name}": getattr(self, name) for name in named}, **lanes}


LIGHT = Palette(
    page="#FFFFFF",
    surface="#FAFAF8",
    ink="#1F2328",
    muted="#57606A",
    faint="#8B949E",
    band="#F5F5F2",
    line="#D9DADB",
    grid="rgba(31,35,40,.10)",
    accent="#B3261E",
    wash="rgba(179,38,30,.10)",
    share="#E6E6E1",
    mark="#FFE9A8",
    lanes=("#0072B2", "#009E73", "#D55E00", "#8E5A9F", "#6B7680", "#B58900", "#3E8FBF"),
    inks=("#00609A", "#00704F", "#A84A00", "#774587", "#525C66", "#7A5C00", "#22688F"),
)

DARK = Palette(
    page="#14171A",
    surface="#1A1E22",
    ink="#E9EAEB",
    muted="#A7AFB8",
    faint="#7D8791",
    band="#1C2024",
    line="#363C43",
    grid="rgba(233,234,235,.10)",
    accent="#FF8A75",
    wash="rgba(255,138,117,.14)",
    share="#2B3136",
    mark="#5C4A12",
    lanes=("#56B4E9", "#2BC49A", "#F28E4B", "#CFA0DC", "#9AA5B0", "#E6C34A", "#8CC8EE"),
    inks=("#6FC0EE", "#3FD0A8", "#F59E66", "#D8B1E3", "#AEB8C2", "#E9CC66", "#A3D3F2"),
)


def palette(theme: str | None) -> Palette:
    """Return the colours for Streamlit's theme type; light where it is not known yet."""
    return DARK if theme == "dark" else LIGHT
