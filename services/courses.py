"""A course of psychosocial care as its counsellor and her supervisor read it."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .codes import CareGoal
from .lists import session_rows
from .models import CounsellingSession, PsychosocialCourse


def course_summary(course: PsychosocialCourse) -> list[dict]:
    """Rows for components/summary_list.html; codes in words."""
    rows = [
        (_("Tujuan"), "; ".join(str(CareGoal(goal).label) for goal in course.goals)),
        (_("Keadaan saat mulai"), course.get_wellbeing_before_display()),
        (_("Dibuka"), _day(course.opened_at)),
        (_("Konselor"), str(course.counsellor)),
    ]
    if course.closed_at:
        rows += [
            (_("Keadaan saat selesai"), course.get_wellbeing_after_display()),
            (_("Selesai"), _day(course.closed_at)),
            (_("Alasan selesai"), course.get_ending_display()),
        ]
    return [{"term": term, "value": value} for term, value in rows]


def course_sessions(course: PsychosocialCourse, user) -> list[dict]:
    """Its conversations, newest first, as services.lists.session_rows has them."""
    seen = CounsellingSession.objects.visible_to(user).filter(course=course)
    rows = list(seen.order_by("-started_at")[:100])
    for row in rows:
        row.migrant = course.migrant
    return session_rows(rows, user) if rows else []


def course_rows(courses, url_of) -> list[dict]:
    """Rows for the client's page."""
    return [
        {
            "url": url_of(row.pk),
            "title": _("Dibuka %(day)s") % {"day": _day(row.opened_at)},
            "text": str(row.counsellor),
            "tag": _("selesai") if row.closed_at else _("berjalan"),
            "tone": "neutral" if row.closed_at else "info",
        }
        for row in courses
    ]


def _day(moment) -> str:
    return date_format(localtime(moment), "j F Y")
