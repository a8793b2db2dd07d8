"""The door's contract: every view says which permission it needs; a view that says nothing is refused.

`@access(Permission.X)` on a function view, `access = {"list": Permission.X}` on a viewset,
`@access(PUBLIC)` on a page for everybody. The door itself is ltsa/accounts/middleware.py; who holds which
permission is the one table in ltsa/accounts/permissions.py.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar


class Permission(StrEnum):
    """What a role may do. Which rows it may do it to is each queryset's `visible_to`."""

    CLIENT_SEE = "client.see"
    CLIENT_SEE_MASKED = "client.see_masked"
    CLIENT_SEARCH_DISTRICT = "client.search_district"
    CLIENT_CREATE = "client.create"
    CLIENT_EDIT = "client.edit"
    CLIENT_REVEAL = "client.reveal"
    CLIENT_MERGE = "client.merge"
    CLIENT_IMPORT = "client.import"
    SESSION_SEE = "session.see"
    SESSION_CREATE = "session.create"
    PSYCHOSOCIAL_CARE = "psychosocial.care"
    DESK_SERVE = "desk.serve"
    CASE_SEE = "case.see"
    CASE_LIST_BARE = "case.list_bare"
    CASE_CREATE = "case.create"
    CASE_WORK = "case.work"
    CASE_CLOSE = "case.close"
    CASE_RESTRICTED = "case.restricted"
    CASE_HAND_OVER = "case.hand_over"
    CASE_REASSIGN = "case.reassign"
    CASE_EXPORT = "case.export"
    CASE_LOCK = "case.lock"
    GLASS_ASK = "break_glass.ask"
    GLASS_ALLOW = "break_glass.allow"
    REFERRAL_SEE = "referral.see"
    REFERRAL_SEND = "referral.send"
    REFERRAL_ANSWER = "referral.answer"
    REFERRAL_TIMING = "referral.timing"
    REFERRAL_OVERRIDE = "referral.override"
    REFERRAL_TRANSFER = "referral.transfer"
    DIRECTORY_OWN = "directory.own"
    DUTY_MANAGE = "duty.manage"
    VILLAGE_REQUEST_CREATE = "village_request.create"
    VILLAGE_REQUEST_HANDLE = "village_request.handle"
    FIGURES_OWN = "figures.own"
    FIGURES_DISTRICT = "figures.district"
    FIGURES_NATION = "figures.nation"
    OWN_ORGANISATION_SEE = "own_organisation.see"
    PEOPLE_MANAGE_OWN = "people.manage_own"
    PEOPLE_MANAGE_DISTRICT = "people.manage_district"
    PEOPLE_CONFIRM = "people.confirm"
    MASTER_DATA_MANAGE = "master_data.manage"
    NATION_MANAGE = "nation.manage"
    ORGANISATION_CONFIRM = "organisation.confirm"
    AUDIT_SEE = "audit.see"
    SYSTEM_SEE = "system.see"
    INBOX_SEE = "inbox.see"


class Open(StrEnum):
    PUBLIC = "public"
    SIGNED_IN = "signed_in"


PUBLIC = Open.PUBLIC
SIGNED_IN = Open.SIGNED_IN

View = TypeVar("View", bound=Callable)


def access(*needs: Permission | Open) -> Callable[[View], View]:
    """Declare what a view needs; several permissions mean any one of them."""

    def declare(view: View) -> View:
        view.access = needs  # type: ignore[attr-defined]
        return view

    return declare


def declared(view: Callable, action: str | None = None) -> tuple:
    """The needs a view declares: () when it declares nothing, which the door refuses."""
    needs = getattr(view, "access", None)
    if needs is None:
        needs = getattr(getattr(view, "cls", None), "access", ())
    if isinstance(needs, dict):
        needs = needs.get(action, ())
    return needs if isinstance(needs, tuple) else (needs,)
