"""Files of a case: added, replaced by a better version, taken off the list; none is ever changed or thrown away."""

import uuid

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.uploads import PDF, PHOTO, VOICE, CleanFile, Limits, read_upload

from ..codes import FileKind
from ..models import Case, CaseFile, CaseFileContent
from ..transitions import NotPossible
from .notes import check_writing

MB = 1024 * 1024
# A page of a contract stays readable at this side.
FILE_LIMITS = Limits({PHOTO: 10 * MB, PDF: 10 * MB, VOICE: 15 * MB}, longest_side=3000)


def add_file(case: Case, *, upload, kind: str, note: str = "", by) -> CaseFile:
    """Keep a file of this case. `upload`: what a form got, or what read_upload has already made safe.

    Raises ValidationError (the file is refused, or the limits of confidentiality were not explained, or the case is closed).
    """
    clean = upload if isinstance(upload, CleanFile) else read_upload(upload, FILE_LIMITS)
    return _keep(case, clean, kind=kind, note=note, replaces=None, by=by)


def replace_file(file: CaseFile, *, upload, kind: str = "", note: str = "", by) -> CaseFile:
    """A new version in the place of this one, which stays readable. Of two at once one wins."""
    clean = upload if isinstance(upload, CleanFile) else read_upload(upload, FILE_LIMITS)
    return _keep(file.case, clean, kind=kind or file.kind, note=note, replaces=file, by=by)


@transaction.atomic
def _keep(case: Case, clean: CleanFile, *, kind, note, replaces, by) -> CaseFile:
    case = _still_open(case, by=by)
    if kind not in FileKind.values:
        raise ValidationError({"kind": _("Pilih jenis berkas.")})
    last = CaseFile.objects.filter(case=case).order_by("-number").first()
    try:
        with transaction.atomic():
            file = CaseFile.objects.create(
                case=case,
                number=last.number + 1 if last else 1,
                kind=kind,
                note=note.strip(),
                media_type=clean.media_type,
                size=clean.size,
                digest=clean.digest,
                scanned_at=clean.scanned_at,
                thread=replaces.thread if replaces else uuid.uuid4(),
                replaces=replaces,
                organisation=by.posting.organisation,
                by=by,
            )
    except IntegrityError as error:  # the case is locked: only the version can be taken
        text = _("Berkas ini baru saja diganti orang lain. Muat ulang dulu.")
        raise ValidationError({"file": text}) from error
    CaseFileContent.objects.create(file=file, content=clean.content)
    _tell("replace" if replaces else "add", file, by=by)
    record("create", file, by=by)
    return file


@transaction.atomic
def remove_file(file: CaseFile, *, reason: str, by) -> CaseFile:
    """Take it off the list, with its earlier versions: hidden, kept, with who, when and why. A second time does nothing."""
    _still_open(file.case, by=by)
    if not reason.strip():
        raise ValidationError({"reason": _("Tulis alasannya.")})
    gone = {"removed_at": timezone.now(), "removed_by": by, "removed_reason": reason.strip()}
    if CaseFile.objects.filter(thread=file.thread, removed_at=None).update(**gone):
        _tell("remove", file, by=by)
        record("change", file, fields=["removed_at"], by=by)
    return file


def _still_open(case: Case, *, by) -> Case:
    """The case, locked; a form that was filled while somebody closed the case keeps what was typed."""
    try:
        return check_writing(case, "file", by=by)
    except NotPossible as error:
        text = _("Kasus ini sudah selesai atau ditutup, jadi berkasnya tidak diubah lagi.")
        raise ValidationError(text, "state") from error


def _tell(verb: str, file: CaseFile, *, by) -> None:
    case = file.case
    write_event(
        f"file.{verb}",
        case,
        client=None if case.restricted else case.migrant_id,
        detail={"part": str(file.pk), "kind": file.kind, "number": file.number},
        by=by,
    )
