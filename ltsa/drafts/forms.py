"""What every form that is typed into shares: a draft to come back to, and a key that makes one row of two clicks."""

import uuid

from django import forms
from django.http import QueryDict

from ltsa.drafts.actions import find_draft, stamp


class IdempotencyField(forms.UUIDField):
    widget = forms.HiddenInput


def bound_or_draft(form_class, request, *, path: str | None = None, **kwargs):
    """The form of this request: bound to the POST, else to the draft's fields shown unvalidated, else empty.

    `form.draft` is the Draft that was restored, or None; `form.stamp` goes into a hidden field.
    """
    path = path or request.path
    draft = None
    if request.method == "POST":
        form = form_class(request.POST, **kwargs)
    else:
        draft = find_draft(request.user, path)
        initial = dict(kwargs.pop("initial", {}))
        if draft is not None:
            initial |= _as_initial(form_class, draft.body)
        form = form_class(initial=initial, **kwargs)
    form.draft, form.stamp = draft, stamp(request.user, path)
    form.draft_path = path
    form.key = request.POST.get("idempotency_key") or str(uuid.uuid4())
    return form


def _as_initial(form_class, body: dict) -> dict:
    """A draft's raw strings, shaped as initial values: lists for fields of many choices."""
    fields = QueryDict(mutable=True)
    for name, values in body.items():
        fields.setlist(name, values)
    return {
        name: field.widget.value_from_datadict(fields, {}, name)
        for name, field in form_class.base_fields.items()
        if name in body
    }
