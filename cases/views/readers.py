from django.shortcuts import get_object_or_404, render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.audit.models import Record
from ltsa.keyset import page_of

from ..models import Case


@access(Permission.CASE_SEE)
def index(request, pk):
    """Who looked at a restricted case, or tried to, for its own team: codes of staff, no names and no addresses."""
    case = get_object_or_404(Case.objects.visible_to(request.user).filter(restricted=True), pk=pk)
    looks = Record.objects.about(case.pk).select_related("by").defer("address", "session")
    page = page_of(looks, request, order=("-at", "-id"), of_people=False)
    record("view", case, fields=["readers"], by=request.user)
    return render(request, "cases/readers.html", {"case": case, "page": page})
