import pytest
from django import forms
from django.http import QueryDict

from ltsa.organisations.models import Kind, Organisation
from ltsa.versions import Stale, VersionField, show_both, update_row

pytestmark = pytest.mark.django_db


class ThingForm(forms.ModelForm):
    class Meta:
        model = Organisation
        fields = ["name", "kind", "is_confirmed", "verified_on", "version"]
        field_classes = {"version": VersionField}
        widgets = {"version": forms.HiddenInput}


@pytest.fixture
def thing():
    return Organisation.objects.create(name="Serikat Contoh", kind=Kind.UNION)


def again() -> Organisation:
    return Organisation.objects.get(name="Serikat Contoh")


def typed(text: str) -> QueryDict:
    return QueryDict(text, mutable=False)


def test_a_save_counts_the_version_up_and_leaves_other_fields_alone(thing):
    saved = update_row(thing, version=1, phone="0231 1")
    assert (saved.phone, saved.version) == ("0231 1", 2)
    thing.refresh_from_db()
    assert (thing.name, thing.phone, thing.version) == ("Serikat Contoh", "0231 1", 2)


def test_a_stale_save_changes_nothing_and_brings_the_current_row(thing):
    update_row(again(), version=1, phone="0231 1")
    with pytest.raises(Stale) as stale:
        update_row(thing, version=1, phone="0231 2")
    assert stale.value.current.phone == "0231 1"
    assert again().phone == "0231 1"


def test_a_stale_form_shows_both_values_in_words_and_can_be_saved_knowingly(thing):
    update_row(again(), version=1, kind=Kind.OTHER, is_confirmed=False)
    form = ThingForm(
        typed("name=Serikat+Contoh&kind=union&is_confirmed=on&verified_on=09/08/2026&version=1"),
        instance=thing,
    )
    assert form.is_valid(), form.errors
    show_both(form, again())
    assert [(row.yours, row.theirs) for row in form.both] == [
        ("Serikat pekerja", "Lainnya"),
        ("Ya", "Tidak"),
        ("Minggu, 9 Agustus 2026", "(kosong)"),
    ]
    assert form["version"].value() == "2"
    assert form["kind"].value() == "union"
