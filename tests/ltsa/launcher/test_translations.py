import gettext
import os
from pathlib import Path

from ltsa.launcher.translations import compile_translations

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Satu atap"
msgstr "{}"
"""


def test_a_catalogue_is_compiled_when_it_changed_and_only_then(tmp_path: Path):
    folder = tmp_path / "ltsa" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(CATALOGUE.format("One roof"))
    assert [compile_translations(tmp_path) for _ in range(2)] == [1, 0]
    source.write_text(CATALOGUE.format("Under one roof"))
    os.utime(source, (2**31, 2**31))
    assert compile_translations(tmp_path) == 1
    with (folder / "django.mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Satu atap") == "Under one roof"
    assert [path.name for path in sorted(folder.iterdir())] == ["django.mo", "django.po"]
