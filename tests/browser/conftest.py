from collections.abc import Callable

import pytest

from cases.actions import open_case
from ltsa.accounts.models import User
from services.models import Migrant
from tests.browser.pages import Page, ids
from tests.villages.conftest import GIVEN
from villages.actions import hand_in_request


@pytest.fixture(scope="session")
def furnished(house, django_db_blocker) -> dict:
    """The ids that stand for names in the paths of PAGES."""
    with django_db_blocker.unblock(), house.database():
        meja = User.objects.get(username="meja.cirebon")
        client = Migrant.objects.visible_to(meja).first()
        open_case(client, restricted=True, reported_by="self", by=meja)
        hand_in_request(GIVEN, by=User.objects.get(username="kader.cirebon"))
        return {name: getattr(row, "pk", row) for name, row in ids().items()}


@pytest.fixture
def look_at(house, visit, let_in, furnished) -> Callable:
    """Opens one of the PAGES, and presses its button."""

    def look(page: Page, **options):
        path = page.path.format(**furnished)
        shown = let_in(page.who, path, **options) if page.who else visit(path, **options)
        if page.press:
            shown.get_by_role("main").get_by_role("button", name=page.press, exact=True).click()
            shown.wait_for_load_state()
        return shown

    return look
