"""A URL that declares no permission is refused by the door; this guard says so before anyone meets it."""

import pytest
from django.urls import URLPattern, get_resolver

from ltsa.access import Open, Permission, declared
from ltsa.accounts.permissions import ROLES


def patterns(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{prefix}{entry.pattern}", entry.callback
        else:
            yield from patterns(entry, f"{prefix}{entry.pattern}")


ALL = list(patterns())


@pytest.mark.parametrize(("path", "view"), ALL, ids=[path for path, _ in ALL])
def test_the_view_says_what_it_needs(path, view):
    if not hasattr(view, "cls"):
        needs = [declared(view)]
    elif getattr(view, "actions", None):
        needs = [declared(view.cls, action) for action in view.actions.values()]
    else:
        needs = [declared(view.cls)]
    for need in needs:
        assert need, f"{path} declares no permission"
        assert all(isinstance(part, Permission | Open) for part in need), f"{path}: {need}"


def test_every_permission_is_used_by_some_role():

    held = frozenset().union(*ROLES.values())
    assert set(Permission) == held
