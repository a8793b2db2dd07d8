from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone

from cases import actions
from cases.models import CaseType
from ltsa.accounts.models import User
from services.models import Migrant
from tests.browser.fixtures import PATIENCE, PHONE, Watch, session_cookie
from tests.browser.pages import Page, ids
from tests.villages.conftest import GIVEN
from villages.actions import hand_in_request


@pytest.fixture(scope="session")
def furnished(house, django_db_blocker) -> dict:
    """The ids that stand for names in the paths of PAGES."""
    with django_db_blocker.unblock(), house.database():
        meja = User.objects.get(username="meja.cirebon")
        client = Migrant.objects.visible_to(meja).first()
        actions.open_case(client, restricted=True, reported_by="self", by=meja)
        hand_in_request(GIVEN, by=User.objects.get(username="kader.cirebon"))
        rows = {**ids(), **looked_into(client, by=meja)}
        return {name: getattr(row, "pk", row) for name, row in rows.items()}


def looked_into(client: Migrant, *, by: User) -> dict:
    """A case that is being verified, with a party and a plan: chance may leave the demo without one."""
    head = User.objects.get(username="supervisor.cirebon")
    wages = CaseType.objects.get(code="KRJ01")
    case = actions.open_case(
        client, types=[wages], account="Upah tertahan.", reported_by="self", by=by
    )
    case = actions.move_case(case, "verify", by=by)
    step = {"id": None, "text": "Telepon P3MI.", "who": by, "due_on": timezone.localdate()}
    plan = actions.write_plan(case, goal="Upah lunas.", steps=[step], by=by)
    plan = actions.move_plan(plan, "submit", by=by)
    return {
        "verifying": case,
        "agreed": actions.move_plan(plan, "approve", comment="Baik.", by=head),
        "party": actions.add_respondent(case, kind="sponsor", name="Budi Umpama", by=by),
    }


@pytest.fixture(scope="session")
def browsers(house, chromium) -> Iterator[Callable]:
    """One browser for each account, kept with its cache: fetching the styles anew takes longer than a page."""
    kept: dict[str, tuple] = {}

    def browser_of(username: str) -> tuple:
        if username not in kept:
            context = chromium.new_context(base_url=house.url, locale="id-ID")
            context.set_default_timeout(PATIENCE)
            watch = Watch(house.url)
            watch.over(context)
            kept[username] = context.new_page(), watch
        return kept[username]

    yield browser_of
    for page, _ in kept.values():
        page.context.close()


@pytest.fixture
def look_at(house, browsers, furnished) -> Iterator[Callable]:
    """Opens one of the PAGES on a phone by day, and presses its button; at the end nothing may have gone wrong."""
    watches = []

    def look(page: Page):
        shown, watch = browsers(page.who)
        watch.complaints.clear()
        watches.append(watch)
        shown.set_viewport_size(PHONE)
        shown.emulate_media(color_scheme="light", reduced_motion="reduce")
        if page.who:
            shown.context.add_cookies([session_cookie(house, page.who)])
        shown.goto(page.path.format(**furnished))
        if page.press:
            shown.get_by_role("main").get_by_role("button", name=page.press, exact=True).click()
            shown.wait_for_load_state()
        return shown

    yield look
    assert [watch.complaints for watch in watches] == [[] for _ in watches]
