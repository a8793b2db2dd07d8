"""Whoever switches to English reads English: every text has one, and none is frozen in Indonesian."""

import re

import polib

from tests.guards.texts import ROOT, Text, all_texts, frozen_texts

CATALOGUE = polib.pofile(str(ROOT / "ltsa/locale/en/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|%[sd]|</?\w+[^>]*>")


def english(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def text(entry: polib.POEntry) -> Text:
    return Text(entry.msgctxt, entry.msgid, entry.msgid_plural or None)


def test_every_text_of_the_sources_is_in_the_catalogue_and_no_other():
    """`make texts` brings the catalogue up to date; it is blind to a text inside an f-string."""
    there = {text(entry) for entry in CATALOGUE if not entry.obsolete}
    assert sorted(all_texts() ^ there, key=str) == []


def test_every_text_has_its_english():
    assert [entry.msgid for entry in CATALOGUE if not all(english(entry))] == []


def test_no_translation_is_a_guess():
    assert [entry.msgid for entry in CATALOGUE if entry.fuzzy or entry.obsolete] == []


def test_english_keeps_the_placeholders_and_tags():
    lost = [
        (entry.msgid, words)
        for entry in CATALOGUE
        for words in english(entry)
        if sorted(PLACEHOLDER.findall(entry.msgid)) != sorted(PLACEHOLDER.findall(words))
    ]
    assert lost == []


def test_no_text_is_translated_when_its_module_is_loaded():
    assert frozen_texts() == []
