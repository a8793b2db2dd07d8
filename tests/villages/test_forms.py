import pytest

from villages.forms import CorrectionForm, RequestForm

# What a volunteer must never be led to ask (domain 6; domain 4 keeps it for trained people).
VIOLENCE = (
    "pukul",
    "perkosa",
    "pelecehan",
    "siksa",
    "luka",
    "pelaku",
    "korban",
    "kekerasan seksual",
)


def words_of(form):
    return " ".join(
        f"{field.label} {field.help_text} {[label for _, label in getattr(field, 'choices', [])]}"
        for field in form.fields.values()
    ).lower()


def test_the_volunteer_is_not_asked_about_violence_domain_6():
    form = RequestForm()
    assert not [word for word in VIOLENCE if word in words_of(form)]
    assert set(form.fields) == {
        "reporter_name",
        "relation",
        "phone",
        "phone_safe",
        "migrant_name",
        "destination",
        "last_contact_on",
        "needs",
        "urgent",
        "consent",
    }


def test_the_hint_says_not_to_ask_for_details_of_violence_domain_6():
    assert (
        "jangan menanyakan atau menulis rincian kekerasan"
        in str(RequestForm().fields["needs"].help_text).lower()
    )


def test_there_is_one_question_on_danger_answered_by_yes_or_no(typed):
    form = RequestForm(typed | {"urgent": "True"})
    assert [value for value, _ in form.fields["urgent"].choices] == ["True", "False"]
    assert form.is_valid()
    assert form.cleaned_data["urgent"] is True


def test_the_danger_question_must_be_answered(typed):
    del typed["urgent"]
    assert "urgent" in RequestForm(typed).errors


def test_nothing_is_handed_in_without_consent(typed):
    del typed["consent"]
    assert "consent" in RequestForm(typed).errors


def test_a_number_is_stored_in_one_shape_and_needs_to_be_called_safe_or_not(typed):
    form = RequestForm(typed)
    assert form.is_valid()
    assert form.cleaned_data["phone"] == "+6281234567890"
    del typed["phone_safe"]
    assert "phone_safe" in RequestForm(typed).errors


def test_a_family_without_a_phone_can_ask_too(typed):
    form = RequestForm(typed | {"phone": "", "phone_safe": "yes"})
    assert form.is_valid()
    assert form.cleaned_data["phone_safe"] == "no"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "bukan nomor"),
        ("phone", "08" * 30),
        ("last_contact_on", "31/02/2026"),
        ("last_contact_on", "01/01/2999"),
        ("relation", "hostile"),
        ("needs", "a" * 501),
        ("needs", "   "),
        ("reporter_name", "a\x00b"),
        ("consent", "'; DROP TABLE"),
    ],
)
def test_a_wrong_value_gets_its_message_at_the_field(typed, field, value):
    assert field in RequestForm(typed | {field: value}).errors


@pytest.mark.django_db
def test_the_correction_shows_what_was_stored(asked):
    values = CorrectionForm.values_of(asked)
    assert values["reporter_name"] == asked.reporter_name
    assert (values["urgent"], values["version"]) == ("False", 1)
