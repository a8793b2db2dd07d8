from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from ltsa.home.templatetags import ui

AFTERNOON = datetime(2026, 8, 9, 7, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


def test_dates_and_times_are_written_as_in_indonesia():
    assert ui.long_date(date(2026, 8, 9)) == "Minggu, 9 Agustus 2026"
    assert ui.short_date(AFTERNOON) == "9 Agustus 2026"
    assert ui.clock_time(AFTERNOON) == "14.30 WIB"
    assert ui.date_time(AFTERNOON) == "9 Agustus 2026, 14.30 WIB"
    assert ui.iso(AFTERNOON) == "2026-08-09T14:30:00+07:00"


def test_english_writes_the_same_moment_its_own_way():
    with translation.override("en"):
        assert ui.long_date(date(2026, 8, 9)) == "Sunday, 9 August 2026"
        assert ui.date_time(AFTERNOON) == "9 August 2026, 14:30 WIB"


def test_a_late_evening_in_utc_is_the_next_day_at_the_desk():
    assert ui.short_date(datetime(2026, 8, 9, 20, tzinfo=UTC)) == "10 Agustus 2026"


def test_dates_follow_the_language():
    with translation.override("en"):
        assert ui.long_date(date(2026, 8, 9)) == "Sunday, 9 August 2026"


@pytest.mark.parametrize(
    "filter_", [ui.long_date, ui.short_date, ui.clock_time, ui.date_time, ui.iso]
)
def test_no_date_writes_nothing(filter_):
    assert filter_(None) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1250000, "Rp1.250.000"),
        (Decimal("1250000.50"), "Rp1.250.000,50"),
        ("999", "Rp999"),
        (0, "Rp0"),
        (-5000, "-Rp5.000"),
        (None, ""),
    ],
)
def test_money_is_written_in_rupiah(value, text):
    assert ui.rupiah(value) == text


def test_numbers_are_grouped_and_a_missing_one_is_a_dash():
    assert ui.number(1500) == "1.500"
    assert ui.number(None) == "–"


def test_change_is_told_in_words():
    assert ui.change_in_words(12, "Juni") == "12 lebih banyak dari Juni"
    assert ui.change_in_words(-1200, "Juni") == "1.200 lebih sedikit dari Juni"
    assert ui.change_in_words(0, "Juni") == "sama dengan Juni"
    assert ui.change_in_words(None, "Juni") == ""


def test_a_state_has_word_colour_and_shape():
    html = ui.status_tag("Menunggu jawaban", "waiting")
    assert "tag-waiting" in html
    assert "#hourglass-split" in html
    assert "Menunggu jawaban" in html


def test_words_from_outside_cannot_bring_markup():
    assert "<script>" not in ui.status_tag("<script>", "waiting")
    assert "tag-neutral" in ui.status_tag("x", '"><b')


def test_message_levels_speak_in_tones():
    assert [ui.tone(level) for level in ("error", "success", "warning", "info", "what")] == [
        "burning",
        "good",
        "waiting",
        "info",
        "info",
    ]


def test_bars_start_at_zero_and_the_largest_fills_the_width():
    rows = [
        {"label": "a", "value": 40},
        {"label": "b", "value": 10, "highlight": True},
        {"label": "c", "value": None, "text": "<5"},
    ]
    drawn = ui.bar_chart(rows, "Judul")["rows"]
    assert [row["share"] for row in drawn] == ["100.0", "25.0", ""]
    assert [row["text"] for row in drawn] == ["40", "10", "<5"]


def test_columns_start_at_zero():
    rows = [
        {"label": "Jan", "value": 50},
        {"label": "Feb", "value": 25},
        {"label": "Mar", "value": 0},
    ]
    drawn = ui.column_chart(rows, "Judul")["rows"]
    assert [row["height"] for row in drawn] == ["128", "64", "0"]


def test_charts_without_data_are_drawn_without_a_fault():
    assert ui.bar_chart([], "Judul")["rows"] == []
    assert ui.column_chart([], "Judul")["rows"] == []


def test_suppressed_cells_stay_text_in_the_page():
    html = Template("{% load ui %}{% bar_chart rows 'Judul' %}").render(
        Context({"rows": [{"label": "Psikososial", "value": None, "text": "<5"}]})
    )
    assert "&lt;5" in html
    assert "<rect" not in html
