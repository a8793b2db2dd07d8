"""The Washington Group short set on functioning: six questions of four answers, none of them about an illness."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..codes import Ability, Difficulty

PREFIX = "ability_"
NAMES = [f"{PREFIX}{code}" for code in Ability.values]
SCRIPT = _(
    "Pertanyaan berikut tentang kesulitan sehari-hari karena kesehatan. Boleh tidak dijawab. "
    "Apakah Ibu/Bapak mengalami kesulitan dalam hal-hal ini?"
)
NOT_ASKED = [("", _("Tidak ditanya"))]


def add_abilities(form: forms.Form, stored: dict | None) -> None:
    """Put the six questions on the form, answered as they are stored."""
    for code, label in Ability.choices:
        form.fields[PREFIX + code] = forms.TypedChoiceField(
            label=label,
            choices=[*NOT_ASKED, *Difficulty.choices],
            coerce=int,
            empty_value=None,
            required=False,
        )
        form.initial.setdefault(PREFIX + code, (stored or {}).get(code))


def taken(data: dict) -> dict | None:
    """{ability: difficulty} of what was answered; None when nothing was asked."""
    answers = {code: data.get(PREFIX + code) for code in Ability.values}
    return {code: value for code, value in answers.items() if value} or None
