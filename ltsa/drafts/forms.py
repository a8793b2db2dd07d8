"""What every form that is typed into shares: a draft to come back to, and a key that makes one row of two clicks.

In the template, inside the <form>: {% include "drafts/fields.html" %}. After a save: drop_draft(user, form.draft_path).
"""

import uuid
from contextlib import nullcontext

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from ltsa.drafts.actions import drop_draft, find_draft, save_draft, stamp
from ltsa.idempotency.actions import OtherBody, once
from ltsa.versions import Stale, show_both

from .models import Draft

PATH_LENGTH = Draft._meta.get_field("path").max_length or 0


def bound_or_draft(form_class, request, *, path: str | None = None, midway: bool = False, **kwargs):
    """The form of this request: bound to the POST, else to the draft's fields shown unvalidated, else empty.

    `midway`: this POST is a step inside the form, such as a search in it. What was typed is kept as the draft and
    shown unvalidated.

    `path` is the page that shows the form, where its draft comes back. `form.draft` is the Draft that was
    restored, or None; `form.stamp` and `form.key` go into hidden fields; visitors have no drafts.
    """
    path = path or _page(request)
    known = request.user.is_authenticated
    draft = None
    if request.method == "POST" and not midway:
        form = form_class(request.POST, request.FILES, **kwargs)
    else:
        form = form_class(**kwargs)
        if midway:
            save_draft(path, request.POST, by_id=request.user.pk)
        draft = find_draft(request.user, path) if known else None
        if draft is not None:
            form.initial = {**form.initial, **_as_initial(form, draft.body)}
    form.draft, form.draft_path = None if midway else draft, path
    form.stamp = stamp(request.user, path) if known else ""
    form.key = _key(request.POST.get("idempotency_key", ""))
    return form


def _page(request) -> str:
    """With its query: the new case of one client must not come back as that of another."""
    whole = request.get_full_path()
    return whole if len(whole) <= PATH_LENGTH else request.path


def _as_initial(form, body) -> dict:
    """A draft's raw strings, shaped as initial values: lists for fields of many choices, False for an empty box."""
    fields = QueryDict(mutable=True)
    for name, values in body.items():
        fields.setlist(name, values)
    return {
        name: field.widget.value_from_datadict(fields, {}, form.add_prefix(name))
        for name, field in form.fields.items()
        if not field.widget.value_omitted_from_data(fields, {}, form.add_prefix(name))
        and not isinstance(field, forms.FileField)
    }


def _key(given: str) -> str:
    try:
        return str(uuid.UUID(given))
    except ValueError:
        return str(uuid.uuid4())


def save_once(request, form, make, *, model, around=None):
    """The row that `make()` creates, one for a double click; None when the form now shows an error instead.

    What a verb refuses (ValidationError) is shown at its field; nothing typed is lost. `around` is a context manager
    that stands outside the transaction: what it writes stays when the verb is rolled back.
    """
    try:
        # With the address: one key must not answer for another client's or another meeting's form.
        body = {"to": form.draft_path, "body": form.cleaned_data}
        with around or nullcontext():
            row = once(form.key, body, make, model=model, by=request.user)
    except OtherBody:
        form.add_error(
            None,
            _(
                "Formulir ini sudah disimpan sebelumnya. Muat ulang halaman untuk mengisi yang baru."
            ),
        )
        return None
    except ValidationError as error:
        show_errors(form, error)
        return None
    drop_draft(request.user, form.draft_path)
    return row


def save_edit(request, form, save, **theirs) -> bool:
    """Run `save()`, which writes onto the version of the form; False when the form now shows both values or an error.

    `theirs` is for ltsa.versions.show_both.
    """
    try:
        with transaction.atomic():
            save()
    except Stale as stale:
        show_both(form, stale.current, **theirs)
        return False
    except ValidationError as error:
        show_errors(form, error)
        return False
    drop_draft(request.user, form.draft_path)
    return True


def show_errors(form, error: ValidationError) -> None:
    """Put a verb's refusal at the fields it names, else on top of the form."""
    for name, messages in _by_field(error).items():
        form.add_error(name if name in form.fields else None, messages)


def _by_field(error: ValidationError) -> dict:
    return error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
