"""Every page, on a phone by day and on the desk's screen by night: it fits, it is quiet, and axe finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.fixtures import DESK, PHONE
from tests.browser.pages import PAGES


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_it_fits_and_everybody_can_use_it(look_at, page):
    # `look_at` fails the test for errors of scripts and policies, a 500, and requests to strangers.
    shown = look_at(page)
    assert shown.evaluate(STATUS) == page.status
    assert shown.title().endswith("· Satu Atap")
    assert shown.get_by_role("main").count() == 1
    assert shown.get_by_role("heading", level=1).count() == 1
    assert shown.evaluate(WIDTH) <= PHONE["width"], shown.evaluate(WIDEST)
    assert complaints(shown) == []

    shown.set_viewport_size(DESK)
    shown.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert shown.evaluate(WIDTH) <= DESK["width"], shown.evaluate(WIDEST)
    assert complaints(shown, runOnly=OF_THE_SCREEN) == []


# What depends on the screen and its colours; all other rules have been asked on the phone.
OF_THE_SCREEN = ["color-contrast", "target-size", "scrollable-region-focusable", "region"]
STATUS = "performance.getEntriesByType('navigation')[0].responseStatus"
WIDTH = "document.documentElement.scrollWidth"
WIDEST = """[...document.querySelectorAll("main *:not(th)")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).join("\\n")"""


def complaints(shown, **only) -> list[str]:
    found = Axe().run(shown, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for rule in found
        for node in rule["nodes"][:3]
    ]
