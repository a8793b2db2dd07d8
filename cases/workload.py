"""Who of the house has how much: numbers alone, for the supervisor; no story, no client (domain 4 rule 12)."""

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ltsa.access import Permission
from ltsa.accounts.models import Absence, User

from .lists import CASE_TONES, day_of
from .models import ActionStep, Case
from .transitions import OPEN_CASE

NOBODY = "kosong"  # of the address: cases without an owner
WHY = {
    "restricted": gettext_lazy("tidak berhak atas kasus terbatas"),
    "conflict": gettext_lazy("tidak dapat menerima kasus ini"),
    "same": gettext_lazy("sudah memegang kasus ini"),
}


def colleagues(user):
    """Those of the reader's house who work on cases."""
    house = user.posting.organisation
    return User.objects.filter(
        pk__in=User.objects.holding(Permission.CASE_WORK).working_for(house).values("pk")
    ).order_by("full_name")


def workload_rows(user) -> list[dict]:
    """One line a colleague; the cases are those the reader sees. Four statements, whatever the number."""
    today = timezone.localdate()
    seen = Case.objects.visible_to(user).filter(state__in=OPEN_CASE)
    seen = seen.filter(organisation=user.posting.organisation_id)
    late = ActionStep.objects.open().filter(case=OuterRef("pk"), due_on__lt=today)
    counted = {
        row.pop("owner"): row
        for row in seen.order_by()
        .values("owner")
        .annotate(
            open=Count("pk"),
            restricted=Count("pk", filter=Q(restricted=True)),
            adrift=Count("pk", filter=Q(next_action_on=None) | Q(next_action_on__lt=today)),
            late=Count("pk", filter=Exists(late)),
        )
    }
    away = {one.user_id: one for one in Absence.objects.visible_to(user).on(today)}
    rows = [
        _row(person, counted.get(person.pk), away.get(person.pk)) for person in colleagues(user)
    ]
    if None in counted:
        rows.insert(0, _row(None, counted[None], None))
    return rows


def _row(person: User | None, counted: dict | None, absence: Absence | None) -> dict:
    numbers = counted or {"open": 0, "restricted": 0, "adrift": 0, "late": 0}
    address = reverse("cases:case_reassign")
    return numbers | {
        "name": str(person) if person else _("Belum ada petugas"),
        "away": _("tidak masuk sampai %(day)s") % {"day": date_format(absence.ends_on, "j M Y")}
        if absence
        else "",
        "url": f"{address}?dari={person.pk if person else NOBODY}" if numbers["open"] else "",
    }


def held_by(who: str, user):
    """The open cases of one colleague (her id), or of nobody ("kosong"), as far as the reader sees them."""
    seen = Case.objects.visible_to(user).filter(state__in=OPEN_CASE)
    seen = seen.filter(organisation=user.posting.organisation_id).order_by("opened_at", "pk")
    return seen.filter(owner=None) if who == NOBODY else seen.filter(owner=who)


def case_lines(cases) -> list[dict]:
    """Code, state and next step of each; nothing that tells what it is about."""
    return [
        {
            "pk": str(case.pk),
            "code": case.code,
            "state": case.get_state_display(),
            "tone": CASE_TONES[case.state],
            "next": day_of(case.next_action_on),
        }
        for case in cases
    ]
