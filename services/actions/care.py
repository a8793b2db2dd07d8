"""Psychosocial care as a course of conversations. Codes only, never words (domain 3.2).

Its events and audit lines carry no client and no field: that a course exists is known to the counsellor and her
supervisor alone.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ltsa.audit.actions import record
from ltsa.timeline.actions import write_event
from ltsa.versions import update_row

from ..models import CounsellingSession, Migrant, PsychosocialCourse
from .sessions import log_session


@transaction.atomic
def open_course(
    migrant: Migrant, *, goals=(), wellbeing_before: int | None = None, by
) -> PsychosocialCourse:
    """Begin a course with this counsellor. Raises ValidationError while one of theirs is still open."""
    posting = by.posting
    if PsychosocialCourse.objects.open().filter(migrant=migrant, counsellor=by).exists():
        raise ValidationError(_("Pendampingan Anda dengan klien ini masih berjalan."))
    course = PsychosocialCourse.objects.create(
        migrant=migrant,
        counsellor=by,
        organisation=posting.organisation,
        district_id=posting.district_id,
        goals=list(goals),
        wellbeing_before=wellbeing_before,
    )
    return _told("care.open", "create", course, by)


@transaction.atomic
def edit_course(course: PsychosocialCourse, *, version: int, by, **fields) -> PsychosocialCourse:
    """Other goals, or how she felt at the start. Raises ValidationError once it is closed, ltsa.versions.Stale."""
    _check_open(course)
    return _told("care.edit", "change", update_row(course, version=version, **fields), by)


@transaction.atomic
def close_course(
    course: PsychosocialCourse,
    *,
    version: int,
    ending: str,
    wellbeing_after: int | None = None,
    by,
) -> PsychosocialCourse:
    """It ends, with why by code. Raises ValidationError once it is closed, ltsa.versions.Stale."""
    _check_open(course)
    course = update_row(
        course,
        version=version,
        ending=ending,
        wellbeing_after=wellbeing_after,
        closed_at=timezone.now(),
    )
    return _told("care.close", "change", course, by)


@transaction.atomic
def log_care(course: PsychosocialCourse, *, by, **fields) -> CounsellingSession:
    """One more conversation of this course. Raises ValidationError once it is closed."""
    _check_open(course)
    return log_session(migrant=course.migrant, kind="psychosocial", by=by, **fields)


def _check_open(course: PsychosocialCourse) -> None:
    if course.closed_at is not None:
        raise ValidationError(_("Pendampingan ini sudah selesai. Buka yang baru bila perlu."))


def _told(event: str, verb: str, course: PsychosocialCourse, by) -> PsychosocialCourse:
    write_event(event, course, by=by)
    record(verb, course, by=by)
    return course
