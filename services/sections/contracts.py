"""Work contracts that were read together with this client."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ltsa.access import Permission as P

from ..client_page import Asking, Section, section
from ..contracts import check_rows
from ..lists import addresses
from ..merged import hers
from ..models import ContractCheck


@section(45)
def contract_checks(migrant, user) -> Asking:
    if not user.can(P.SESSION_CREATE):
        return None
    seen = ContractCheck.objects.visible_to(user).filter(hers(migrant)).select_related("by")
    checks = yield seen[:10]
    address = reverse("services:contract_create", args=[migrant.pk])
    return Section(
        title=_("Perjanjian kerja"),
        rows=check_rows(checks, addresses("services:contract_detail")),
        subjects=[check.pk for check in checks],
        actions=[(_("Periksa perjanjian kerja"), address)],
        empty=_(
            "Bacalah bersama klien sebelum ditandatangani. Perjanjiannya sendiri tidak disimpan."
        ),
    )
