"""Every text of the code and the templates that is to be translated, read without GNU gettext."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
EAGER = {"gettext", "ngettext", "pgettext", "npgettext"}
LITERAL = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(_|n?p?gettext)\(({LITERAL}(?:,\s*{LITERAL})*)", re.DOTALL)


class Text(NamedTuple):
    context: str | None
    singular: str
    plural: str | None


def paths(*patterns: str) -> list[Path]:
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = (ROOT / name for name in told.stdout.splitlines() if not name.startswith("tests/"))
    return [path for path in found if path.exists()]


def text_of(function: str, words: list[str]) -> Text:
    context = words.pop(0) if "pgettext" in function else None
    return Text(context, words[0], words[1] if function.startswith("n") else None)


def names_in(tree: ast.AST) -> dict[str, str]:
    """{name in this module: function of django.utils.translation}."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if "gettext" in alias.name
    }


def calls_in(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    names = names_in(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield names[node.func.id], node


def texts_of_code(path: Path) -> Iterator[Text]:
    for function, call in calls_in(ast.parse(path.read_text())):
        words = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        if words:
            yield text_of(function, words)


def texts_of_template(path: Path) -> Iterator[Text]:
    for function, arguments, *_ in CALL.findall(templatize(path.read_text())):
        words = [ast.literal_eval(word) for word in re.findall(LITERAL, arguments)]
        yield text_of(function, words)


def all_texts() -> set[Text]:
    code = {text for path in paths("*.py") for text in texts_of_code(path)}
    return code | {text for path in paths("templates") for text in texts_of_template(path)}


def frozen_texts() -> list[str]:
    """Texts translated once, when their module is loaded, and in one language for ever."""
    return [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in paths("*.py")
        for call in frozen_calls(ast.parse(path.read_text()))
    ]


def frozen_calls(tree: ast.AST) -> Iterator[ast.Call]:
    bodies = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    later = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, bodies)
        for part in (node.body if isinstance(node.body, list) else [node.body])
        for inner in ast.walk(part)
    }
    for function, call in calls_in(tree):
        if function in EAGER and id(call) not in later:
            yield call
