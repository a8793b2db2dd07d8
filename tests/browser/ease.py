"""What every page owes everybody: it fits its screen, and axe finds nothing to complain of."""

import json

from axe_playwright_python.base import AXE_SCRIPT

WIDTH = "document.documentElement.scrollWidth"
WIDEST = """[...document.querySelectorAll("main *:not(th)")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).join("\\n")"""


def expect_easy(page, **only) -> None:
    """`only` as axe's options: `runOnly=["region"]` asks that rule alone."""
    expect_fits(page)
    assert complaints(page, **only) == []


def expect_fits(page) -> None:
    # A click returns when the next page has begun; until all of it is there, it has no width.
    page.wait_for_load_state()
    assert page.evaluate(WIDTH) <= page.viewport_size["width"], page.evaluate(WIDEST)


def complaints(page, **only) -> list[str]:
    options = json.dumps({"resultTypes": ["violations"], **only})
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(f"axe.run({options}).then((results) => results.violations)")
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for rule in found
        for node in rule["nodes"][:3]
    ]
