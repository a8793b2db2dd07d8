"""Who may sit between the two sides: neutral, and of an office that mediates (domain 3.5)."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from ltsa.accounts.models import Posting, User
from ltsa.organisations.models import Kind, Organisation, ServiceCode
from services.locks import not_shut_out

from .models import Case


def mediators(district: str):
    """People of this district who work today for a government office, or for a house that offers mediation."""
    offices = Organisation.objects.current().in_district(district)
    offices = offices.filter(Q(kind=Kind.GOVERNMENT) | Q(offers__code=ServiceCode.MEDIATION))
    posted = Posting.objects.current().filter(organisation__in=offices.values("pk"))
    return User.objects.filter(is_active=True, pk__in=posted.values("user")).order_by("full_name")


def neutral_mediators(case: Case):
    """Those of them who neither own the case nor are in its team."""
    return able_mediators(case).exclude(pk__in=own_people(case))


def able_mediators(case: Case):
    """Nobody who is shut out from the client sits between her and the other side."""
    return not_shut_out(mediators(case.district_id), case.migrant_id)


def own_people(case: Case) -> set:
    """Ids of who works on the case."""
    people = set(case.members.current().values_list("user", flat=True))
    return people | ({case.owner_id} if case.owner_id else set())


def check_mediator(case: Case, mediator, *, mediator_name: str, companion: str) -> None:
    """Raises ValidationError with the rule that she breaks."""
    if (mediator is None) == (not mediator_name):
        raise ValidationError(
            {"mediator": _("Pilih mediator dari daftar, atau tulis namanya: salah satu saja.")}
        )
    if mediator is not None and not able_mediators(case).filter(pk=mediator.pk).exists():
        raise ValidationError(
            {
                "mediator": _(
                    "Mediator harus dari kantor pemerintah atau lembaga yang memberi mediasi."
                )
            }
        )
    field = "mediator" if mediator else "mediator_name"
    name = _plain(mediator.full_name if mediator else mediator_name)
    own = own_people(case)
    named = {
        _plain(one) for one in User.objects.filter(pk__in=own).values_list("full_name", flat=True)
    }
    if (mediator and mediator.pk in own) or name in named:
        raise ValidationError(
            {field: _("Mediator harus netral: bukan orang yang menangani kasus ini.")},
            code="not_neutral",
        )
    if companion and name == _plain(companion):
        raise ValidationError(
            {field: _("Mediator tidak boleh sekaligus pendamping klien.")}, code="not_neutral"
        )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
