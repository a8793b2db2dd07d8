"""Where the code asks whether it is the demo, a test asks what happens in production.

The branches are found by reading the source; each stands here beside the test that takes it with DEMO off. One that is
added, moved or lost meets this list.
"""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("ltsa", "services", "villages", "cases")
SETTINGS = "ltsa/settings.py"

ASKED = {
    "ltsa/notifications/views.py: _demo_only": "tests/ltsa/notifications/test_views.py::test_mails_are_shown_in_the_demo_alone",
    "ltsa/notifications/tasks.py: _forget": "tests/ltsa/notifications/test_tasks.py::test_a_mail_that_opens_something_by_itself_is_not_kept_once_it_has_gone",
    "ltsa/home/views.py: theme": "tests/ltsa/home/test_production.py::test_the_cookie_of_the_theme_goes_by_https_alone",
    "ltsa/home/context.py: frame": "tests/ltsa/home/test_production.py::test_no_page_says_that_it_is_an_example",
    "ltsa/demo/management/commands/demo.py: handle": "tests/ltsa/demo/test_loading.py::test_without_demo_there_are_no_demo_accounts",
    "ltsa/accounts/views/profile.py: get_context_data": "tests/ltsa/accounts/test_sign_in.py::test_the_login_page_lists_the_demo_accounts_in_the_demo_only",
    "ltsa/accounts/middleware.py: lacks_second_factor": "tests/ltsa/accounts/test_sign_in.py::test_without_second_factor_a_counsellor_works_in_the_demo_only",
    "ltsa/home/checks.py: proxies_are_told": "tests/ltsa/test_keys.py::test_a_start_without_the_number_of_proxies_is_refused",
    "ltsa/accounts/views/address.py: asked": "tests/ltsa/accounts/test_address_proof.py::test_a_printed_link_proves_nothing_until_she_opens_one_from_her_mail",
    "cases/views/guests.py: _let_in": "tests/cases/views/test_guests.py::test_in_production_the_guests_cookie_goes_by_https_alone",
}  # fmt: skip
IN_SETTINGS = "tests/ltsa/test_settings.py"
# The first line of each statement of the settings that asks; the test that reads the settings of production.
SET = {
    "SECRET_KEY = env('SECRET_KEY', default=DEMO_KEY if DEMO else '')": "test_production_refuses",
    "FIELD_KEYS = env.list('FIELD_KEYS', default=[DEMO_KEY] if DEMO else [])": "test_production_refuses",
    "if DEMO and set(ALLOWED_HOSTS) - {*LOCAL_HOSTS, 'testserver'}:": "test_the_demo_refuses_a_public_name",
    "if not DEMO and (DEBUG or not SECRET_KEY or (not FIELD_KEYS) or (DEMO_KEY in [SECRET_KEY, *FIELD_KEYS])):": "test_production_refuses",
    "if not DEMO and any((is_weak(key) for key in [SECRET_KEY, *FIELD_KEYS])):": "test_production_refuses",
    "if DEMO and (not env('EMAIL_URL', default='')):": "test_production_sends_mail",
    "if GATEWAY_URL and (not DEMO) and (not GATEWAY_URL.startswith(('https://', 'http://127.0.0.1:'))):": "test_production_refuses",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO": "test_production_is_set_to_be_safe",
    "WHITENOISE_USE_FINDERS = DEMO": "test_production_is_set_to_be_safe",
    "WHITENOISE_AUTOREFRESH = DEMO": "test_production_is_set_to_be_safe",
    "if not DEMO: STORAGES": "test_production_is_set_to_be_safe",
    "if not DEMO: SESSION_COOKIE_SECURE": "test_production_is_set_to_be_safe",
}  # fmt: skip
IN_TEMPLATES = {
    "templates/base.html": "ltsa/home/context.py: frame",
    "templates/account/login.html": "ltsa/accounts/views/profile.py: get_context_data",
}


def sources() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def asks(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "DEMO"


def branches(path: Path) -> set[str]:
    """`file: function` of each place that reads settings.DEMO."""
    tree, found = ast.parse(path.read_text()), set()
    name = path.relative_to(ROOT)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = set()
    for function in functions:
        reads = [node for node in of_its_own(function) if asks(node)]
        inside.update(map(id, reads))
        if reads:
            found.add(f"{name}: {function.name}")
    if any(asks(node) and id(node) not in inside for node in ast.walk(tree)):
        found.add(f"{name}: module")
    return found


def of_its_own(function) -> list[ast.AST]:
    """Without what functions inside it hold: they are named themselves."""
    found, waiting = [], list(function.body)
    while waiting:
        node = waiting.pop()
        found.append(node)
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += ast.iter_child_nodes(node)
    return found


def settings_branches() -> set[str]:
    found = set()
    for statement in ast.parse((ROOT / SETTINGS).read_text()).body:
        own = [statement.test] if isinstance(statement, ast.If) else [statement]
        reads = [n for part in own for n in ast.walk(part) if isinstance(n, ast.Name)]
        if not any(n.id == "DEMO" and isinstance(n.ctx, ast.Load) for n in reads):
            continue
        line = ast.unparse(statement).splitlines()[0]
        if line == "if not DEMO:":
            line += " " + ast.unparse(statement.body[0]).split(" = ")[0]
        found.add(line)
    return found


def body_of(test: str) -> str:
    path, _, name = test.partition("::")
    text = (ROOT / path).read_text()
    tree = ast.parse(text)
    found = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == name]
    assert len(found) == 1, f"there is no test {test}"
    return ast.get_source_segment(text, found[0]) or ""


def test_every_branch_on_demo_has_a_test_with_demo_off():
    found = set().union(*(branches(path) for path in sources() if path != ROOT / SETTINGS))
    assert found == set(ASKED)
    for test in ASKED.values():
        assert "settings.DEMO = False" in body_of(test) or is_off_in_all_of(test), test


def is_off_in_all_of(test: str) -> bool:
    """A fixture that every test of the file uses switches it off."""
    text = (ROOT / test.partition("::")[0]).read_text()
    fixtures = [n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef)]
    return any(
        "autouse=True" in ast.unparse(part) and "settings.DEMO = False" in ast.unparse(one)
        for one in fixtures
        for part in one.decorator_list
    )


def test_every_setting_that_asks_has_a_test_that_reads_it_in_production():
    assert settings_branches() == set(SET)
    for name in SET.values():
        assert body_of(f"{IN_SETTINGS}::{name}")


def test_every_template_that_asks_is_one_of_those():
    demo = re.compile(r"{%-? *(?:if|elif)\b[^%]*\bdemo")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if demo.search(path.read_text())
    }
    assert found == set(IN_TEMPLATES)
    assert set(IN_TEMPLATES.values()) <= set(ASKED)
