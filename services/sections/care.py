"""Psychosocial care on the client's page: for the counsellor and her supervisor, as if it did not exist for others."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission as P

from ..client_page import Asking, Section, section
from ..courses import course_rows
from ..lists import addresses
from ..merged import hers
from ..models import PsychosocialCourse


@section(40)
def psychosocial(migrant, user) -> Asking:
    if not user.can(P.PSYCHOSOCIAL_CARE):
        return None
    seen = PsychosocialCourse.objects.visible_to(user).filter(hers(migrant))
    courses = yield seen.select_related("counsellor")
    running = [row for row in courses if row.closed_at is None and row.counsellor_id == user.pk]
    address = reverse("services:course_create", args=[migrant.pk])
    return Section(
        title=_("Pendampingan psikososial"),
        rows=course_rows(courses, addresses("services:course_detail")),
        subjects=[row.pk for row in courses],
        actions=[] if running else [(_("Buka pendampingan"), address)],
        on_paper=False,
        empty=_("Belum ada pendampingan Anda. Hanya konselor dan supervisornya yang melihat ini."),
    )
