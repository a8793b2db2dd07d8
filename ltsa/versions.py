"""Nothing is overwritten in silence: an edit names the version it was made from, and a stale one shows both values.

In a view:
    try:
        row = actions.edit_thing(thing, version=form.cleaned_data["version"], ..., by=request.user)
    except Stale as stale:
        show_both(form, stale.current)   # and render the form again: components/stale.html lists form.both
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django import forms
from django.db import models
from django.db.models import F
from django.utils import formats
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

Row = TypeVar("Row", bound=models.Model)


class Stale(Exception):
    """Someone else saved the row meanwhile; `current` is the row as it stands now."""

    def __init__(self, current: models.Model):
        super().__init__("The row was changed by someone else meanwhile.")
        self.current = current


def update_row(row: Row, *, version: int, **values) -> Row:
    """Write `values` to the row if it still has this version, and count the version up. Raises Stale.

    One UPDATE decides, so of two simultaneous saves one wins. `row` carries the new values afterwards.
    """
    rows = type(row)._default_manager
    if not rows.filter(pk=row.pk, version=version).update(**values, version=F("version") + 1):
        raise Stale(rows.get(pk=row.pk))
    for name, value in values.items():
        setattr(row, name, value)
    row.version = version + 1  # type: ignore[attr-defined]
    return row


class VersionField(forms.IntegerField):
    """The version that a form was shown with; give it `initial=row.version` or name it in Meta.fields."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs):
        super().__init__(**{"min_value": 0, "max_value": 2**31 - 1, **kwargs})


@dataclass(frozen=True)
class Both:
    """One field that differs: what the reader typed and what is stored now, as words."""

    label: str
    yours: str
    theirs: str


def show_both(form: forms.BaseForm, current: models.Model, **theirs) -> forms.BaseForm:
    """Turn a valid form whose save was stale into one that shows both values and may be saved knowingly.

    `theirs` gives the present value of fields that are no attribute of `current`. What was typed stays in the fields.
    """
    form.both = [  # type: ignore[attr-defined]
        Both(str(form[name].label), yours, stored)
        for name, field in form.fields.items()
        if not isinstance(field, VersionField) and (name in theirs or hasattr(current, name))
        if (yours := in_words(field, form.cleaned_data.get(name)))
        != (stored := in_words(field, theirs[name] if name in theirs else getattr(current, name)))
    ]
    version = str(current.version)  # type: ignore[attr-defined]
    form.data = MultiValueDict({**dict(form.data.lists()), form.add_prefix("version"): [version]})  # type: ignore[attr-defined]
    return form


def in_words(field: forms.Field, value: Any) -> str:
    """A field's value as a person reads it: labels instead of codes, dates in her language."""
    if isinstance(value, bool):
        return _("Ya") if value else _("Tidak")
    if value in (None, "", []):
        return _("(kosong)")
    if isinstance(value, date | datetime):
        return formats.localize(value)
    if isinstance(value, list | tuple | set | models.QuerySet):
        return ", ".join(in_words(field, one) for one in sorted(value, key=str))
    if not isinstance(value, models.Model) and not hasattr(field, "queryset"):
        labels = _labels(getattr(field, "choices", []))
        return labels.get(str(value), str(value))
    return str(value)


def _labels(choices) -> dict[str, str]:
    labels: dict[str, str] = {}
    for value, label in choices:
        if isinstance(label, list | tuple):
            labels |= _labels(label)
        else:
            labels[str(value)] = str(label)
    return labels
