"""Single files of a case that travel with a referral: chosen when the client agrees, newer versions when it is shared again."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..disclosure import sendable_files
from ..models import CaseFile, Referral, ReferralFile


def attach_files(referral: Referral, files, *, by) -> None:
    """These go along. Raises ValidationError {attachments} for one that is not hers to send, or was taken off the list."""
    chosen = {file.pk for file in files}
    if not chosen:
        return
    known = list(sendable_files(referral.case, by).filter(pk__in=chosen))
    if len(known) < len(chosen):
        text = _("Sebagian berkas ini tidak ada lagi. Pilih berkasnya sekali lagi.")
        raise ValidationError({"attachments": text})
    _add(referral, known, by=by)


def newer_files(referral: Referral, *, by) -> list[CaseFile]:
    """Versions that came after those that travelled."""
    return list(carried_files(referral, by=by).exclude(pk__in=_attached(referral, "file")))


def carried_files(referral: Referral, *, by):
    """The files that travelled as they are now, for a referral that follows this one."""
    return sendable_files(referral.case, by).filter(thread__in=_attached(referral, "file__thread"))


def renew_files(referral: Referral, *, by) -> None:
    _add(referral, newer_files(referral, by=by), by=by)


def _attached(referral: Referral, column: str):
    return ReferralFile.objects.filter(referral=referral).values(column)


def _add(referral: Referral, files, *, by) -> None:
    ReferralFile.objects.bulk_create(
        [ReferralFile(referral=referral, file=file, by=by) for file in files]
    )
