"""Who came to a meeting, as rows of a page; a client's name only where the reader may know it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa import phone as phones
from ltsa.access import Permission

from .codes import Mode
from .disclosure import masked_name
from .models import Attendance, CounsellingSession, Migrant


def meeting(session: CounsellingSession, user) -> dict | None:
    """{attendees, quiz} of a meeting; None of a conversation with one person."""
    if session.mode != Mode.GROUP:
        return None
    return {"attendees": attendee_rows(session, user), "quiz": quiz(session)}


def attendee_rows(session: CounsellingSession, user) -> list[dict]:
    """[{url, name, hint, known, wants}] in the order of the list; two queries whatever its length."""
    rows = list(session.attendances.select_related("migrant", "village").order_by("pk"))
    named = _named(rows, user)
    return [
        {
            "url": reverse("services:attendee", args=[row.pk]),
            "name": _name(row, named),
            "hint": " · ".join(_facts(row)),
            "known": row.migrant_id is not None,
            "wants": row.wants_follow_up and row.followed_up_at is None,
        }
        for row in rows
    ]


def quiz(session: CounsellingSession) -> str:
    """ "5,2 menjadi 8,1 dari 10"; empty without a quiz."""
    pairs = list(session.attendances.values_list("quiz_before", "quiz_after"))
    found = quiz_of(session, pairs)
    if found is None:
        return ""
    words = {"before": _decimal(found[0]), "after": _decimal(found[1]), "best": session.quiz_of}
    if session.quiz_of:
        return _("%(before)s menjadi %(after)s, dari %(best)s") % words
    return _("%(before)s menjadi %(after)s") % words


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",").removesuffix(",0")


def attendee_page(row: Attendance, user, *, number: str = "") -> dict:
    """One person of the list for her own page; her `number` in full only when it was just asked for."""
    named = _named([row], user)
    shown = row.migrant_id in named
    facts = [
        (_("Nama"), _name(row, named)),
        (_("Jenis kelamin"), row.get_sex_display()),
        (_("Kelompok umur"), row.get_age_band_display()),
        (_("Tahap migrasi"), row.get_phase_display()),
        (_("Desa"), row.village.name if row.village else ""),
        (_("Telepon"), phones.display(number) if number else phones.mask(row.phone)),
    ]
    return {
        "row": row,
        "facts": [{"term": term, "value": value} for term, value in facts if value],
        "client": row.migrant if shown else None,
        "may_reveal": bool(row.phone) and not number and user.can(Permission.CLIENT_REVEAL),
        "may_link": row.migrant_id is None,
        "waits": row.wants_follow_up and row.followed_up_at is None,
    }


def _named(rows: list[Attendance], user) -> set:
    known = [row.migrant_id for row in rows if row.migrant_id]
    if not known:
        return set()
    seen = Migrant.objects.identified_for(user).filter(pk__in=known)
    return set(seen.values_list("pk", flat=True))


def _name(row: Attendance, named: set) -> str:
    """What was written on the list; of somebody who was chosen as a client, her name there."""
    if row.migrant is None or row.name:
        return row.name
    return str(row.migrant) if row.migrant_id in named else masked_name(row.migrant)


def _facts(row: Attendance) -> list[str]:
    person = row if row.sex else row.migrant
    facts = [person.get_sex_display(), person.get_age_band_display()] if person else []
    if row.village:
        facts.append(row.village.name)
    if row.disability:
        facts.append(_("disabilitas"))
    return [str(fact) for fact in facts]


def quiz_of(session: CounsellingSession, pairs: list[tuple]) -> tuple | None:
    """(average before, average after): of the names that have both, else as they were typed; None without."""
    both = [(one, two) for one, two in pairs if one is not None and two is not None]
    if both:
        first, second = (sum(side) / len(both) for side in zip(*both, strict=True))
        return round(first, 1), round(second, 1)
    if session.quiz_before is None or session.quiz_after is None:
        return None
    return float(session.quiz_before), float(session.quiz_after)
