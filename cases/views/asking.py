"""Saving what a form of a case asks for; what is refused is on record, and nothing that was typed is lost."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.drafts.forms import save_edit, save_once
from ltsa.versions import Stale

from ..models import Case
from ..refusals import SAYING_NO, on_record, rule_of
from ..transitions import NotPossible, NotYours

OVER = (NotPossible, NotYours)


def save_or_refuse(request, form, case: Case, verb: str, make, *, model):
    """The row that `make()` gives, once; None when the form now shows why not.

    The record of a refusal is written after the refused transaction was rolled back.
    """
    refused: list[Exception] = []

    def tried():
        try:
            return make()
        except SAYING_NO as error:
            refused.append(error)
            raise

    try:
        row = save_once(request, form, tried, model=model)
    except (*OVER, Stale):
        row = None
        form.add_error(None, _("Belum dilakukan: keadaannya baru saja berubah. Muat ulang dulu."))
    for error in refused:
        record("refused", case, fields=[verb, rule_of(error)], by=request.user)
    return row


def edit_or_refuse(request, form, case: Case, verb: str, save, **theirs) -> bool:
    """The same for an edit: False when the form now shows both values or why not."""
    refused: list[Exception] = []

    def tried():
        try:
            save()
        except SAYING_NO as error:
            refused.append(error)
            raise

    try:
        saved = save_edit(request, form, tried, **theirs)
    except OVER:
        saved = False
        form.add_error(None, _("Belum dilakukan: keadaannya baru saja berubah. Muat ulang dulu."))
    for error in refused:
        record("refused", case, fields=[verb, rule_of(error)], by=request.user)
    return saved


def do_or_tell(request, case: Case, verb: str, act) -> bool:
    """Run a button's action; a refusal is told on the next page and kept on record."""
    try:
        with on_record(case, verb, by=request.user):
            act()
    except (*OVER, Stale):
        messages.warning(request, _("Belum dilakukan: keadaannya baru saja berubah."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        return True
    return False
