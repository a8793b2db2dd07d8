"""Every page, on a phone by day and on the desk's screen by night: it fits, it is quiet, and axe finds nothing."""

import pytest

from tests.browser.ease import expect_easy
from tests.browser.fixtures import DESK
from tests.browser.pages import PAGES


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_it_fits_and_everybody_can_use_it(look_at, page):
    # `look_at` fails the test for errors of scripts and policies, a 500, and requests to strangers.
    shown = look_at(page)
    assert shown.evaluate(STATUS) == page.status
    assert shown.title().endswith("· Satu Atap")
    assert shown.get_by_role("main").count() == 1
    assert shown.get_by_role("heading", level=1).count() == 1
    expect_easy(shown)

    shown.set_viewport_size(DESK)
    shown.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect_easy(shown, runOnly=OF_THE_SCREEN)


# What depends on the screen and its colours; all other rules have been asked on the phone.
OF_THE_SCREEN = ["color-contrast", "target-size", "scrollable-region-focusable", "region"]
STATUS = "performance.getEntriesByType('navigation')[0].responseStatus"
