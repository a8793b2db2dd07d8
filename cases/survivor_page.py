"""What the pages of a restricted case's parts show: built here, so that no template holds a rule."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ltsa.clocks.models import Clock

from .codes import Simfoni, Told
from .forms.survivor import REVIEW_DAYS
from .gbvims import QUESTIONS
from .lists import day_of, minute
from .models import Case, Incident, ReportDecision, SafetyPlan
from .reporting import CLOCK


def violence_of(incident: Incident) -> str:
    return incident.get_violence_display() if incident.violence else _("belum diklasifikasi")


def incident_rows(incident: Incident) -> list[dict]:
    answers = incident.answers or {}
    rows: list[tuple] = [
        (_("Klasifikasi"), violence_of(incident)),
        (_("Diceritakan pada"), day_of(incident.reported_on)),
        (pgettext("kejadian", "Terjadi pada"), day_of(incident.happened_on)),
        (_("Negara kejadian"), incident.happened_in),
        (_("Diceritakan penyintas sendiri?"), _told(incident.told_by_survivor)),
        (_("Saat itu ia di bawah 18 tahun?"), _told(incident.child)),
        (_("Pelaku"), incident.get_perpetrator_display() if incident.perpetrator else ""),
        (_("Label SIMFONI PPA"), ", ".join(str(Simfoni(code).label) for code in incident.simfoni)),
    ]
    rows += [(question, _word(answers.get(code.value))) for code, question in QUESTIONS]
    # Staff by code, not by name, on what is written about a survivor (domain 4 rule 12).
    rows += [(_("Dicatat oleh petugas"), incident.by.staff_code), (_("Versi"), incident.version)]
    return [{"term": term, "value": value} for term, value in rows if value]


def _told(answer: bool | None) -> str:
    return str((Told.SKIPPED if answer is None else Told.YES if answer else Told.NO).label)


def _word(answer) -> str:
    return str(Told(answer if answer in Told.values else Told.SKIPPED).label)


def plan_start(last: SafetyPlan | None) -> dict:
    """What the form of the next version starts with."""
    start = {"review_on": timezone.localdate() + timedelta(days=REVIEW_DAYS)}
    return start | ({**last.answers, "after": last.number} if last else {"after": 0})


def report_page(case: Case, user) -> dict:
    clock = Clock.objects.ticking().about(case.pk).filter(kind=CLOCK).first()
    decisions = ReportDecision.objects.visible_to(user).filter(case=case)
    return {
        "due": minute(clock.due_at) if clock else "",
        "late": clock is not None and clock.due_at < timezone.now(),
        "unsure": case.organisation.reports_violence is None,
        "decisions": [
            {"title": row.get_choice_display(), "rows": decision_rows(row)}
            for row in decisions.select_related("by", "supervisor")
        ],
    }


def decision_rows(decision: ReportDecision) -> list[dict]:
    rows = [
        (_("Dicatat"), f"{minute(decision.at)} · {decision.by.staff_code}"),
        (_("Dilaporkan pada"), day_of(decision.reported_on)),
        (_("Unit kepolisian"), decision.unit),
        (_("Nomor LP"), decision.number),
        (_("Alasan"), decision.reason),
        (_("Supervisor"), decision.supervisor.staff_code if decision.supervisor else ""),
    ]
    return [{"term": term, "value": value} for term, value in rows if value]
