"""The look keeps its promises: contrast, icons that exist, no style or script inside a page."""

import re
from pathlib import Path

import pytest

from ltsa.sockets import NAV, STARTS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "static" / "css").glob("*.css"))
SPRITE = ROOT / "static" / "vendor" / "bootstrap-icons-1.13.2" / "sprite.svg"

GROUNDS = ("paper", "surface", "sunken")
# (ink, ground, least contrast): 7 for body text, 4.5 for other text, 3 for edges and focus.
PAIRS = [
    *[
        ("ink", ground, 7)
        for ground in (*GROUNDS, "accent-soft", "wait-soft", "good-soft", "burn-soft")
    ],
    *[("ink-soft", ground, 7) for ground in GROUNDS],
    *[("accent", ground, 4.5) for ground in GROUNDS],
    *[("burn", ground, 4.5) for ground in GROUNDS],
    ("accent-strong", "accent-soft", 4.5),
    ("good", "good-soft", 4.5),
    ("wait", "wait-soft", 4.5),
    ("burn-strong", "burn-soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("on-accent", "burn", 4.5),
    ("on-accent", "burn-strong", 4.5),
    *[("line-strong", ground, 3) for ground in ("paper", "surface")],
    *[("focus", ground, 3) for ground in GROUNDS],
]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


def sets() -> dict[str, dict[str, str]]:
    css = (ROOT / "static" / "css" / "tokens.css").read_text()
    dark, chosen = css.split("@media (prefers-color-scheme: dark)")[1].split(
        ':root[data-theme="dark"]'
    )
    light = css.split("@media (prefers-color-scheme: dark)")[0]
    return {"light": colours(light), "dark": colours(dark), "chosen": colours(chosen)}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_pair_of_colours_has_its_contrast(name):
    tokens = sets()[name]
    weak = [
        f"{ink} on {ground}: {got:.2f} < {least}"
        for ink, ground, least in PAIRS
        if (got := contrast(tokens[ink], tokens[ground])) < least
    ]
    assert not weak


def test_the_chosen_dark_is_the_dark_of_the_device():
    assert sets()["dark"] == sets()["chosen"]
    assert sets()["dark"].keys() == sets()["light"].keys()


def test_no_other_style_sheet_names_a_colour():
    named = [
        f"{path.name}: {line.strip()}"
        for path in STYLES
        if path.name not in ("tokens.css", "print.css")
        for line in path.read_text().splitlines()
        if re.search(r"(?<!url\()#[0-9a-fA-F]{6}\b|\brgba?\(", line)
    ]
    assert not named


def test_no_page_holds_a_style_or_a_script_of_its_own():
    found = [
        f"{path.relative_to(ROOT)}: {match.group(0)[:60]}"
        for path in TEMPLATES
        for match in re.finditer(
            r"<style\b|\sstyle=\"|\son[a-z]+=\"|<script(?![^>]*(\bsrc=|application/json))",
            path.read_text(),
        )
    ]
    assert not found


def test_every_icon_that_is_named_is_in_the_sprite():
    drawn = set(re.findall(r'<symbol id="([a-z0-9-]+)"', SPRITE.read_text()))
    listed = set((SPRITE.parent / "used.txt").read_text().split())
    sources = [
        *TEMPLATES,
        *(
            p
            for app in ("ltsa", "services", "villages", "cases")
            for p in (ROOT / app).rglob("*.py")
        ),
    ]
    named = {
        name
        for path in sources
        for name in re.findall(
            r"{% icon \"([^\"]+)\"|\bicon(?:_name)?=\"([a-z0-9-]+)\"", path.read_text()
        )
        for name in name
        if name
    }
    named |= {item.icon for item in NAV} | {start[3] for start in STARTS}
    assert drawn == listed
    assert named - drawn == set()


def test_no_style_sheet_grows_past_300_lines():
    assert not [path.name for path in STYLES if len(path.read_text().splitlines()) > 300]
