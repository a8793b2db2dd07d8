from django.http import HttpResponse
from django.shortcuts import render

from ltsa.access import Permission, access
from ltsa.audit.actions import record
from ltsa.sheets.write import XLSX

from ..forms import OwnRecordsForm
from ..own_records import own_book


@access(Permission.CASE_EXPORT)
def index(request):
    """The house's own records as an Excel book; the reason is written down before a row is read."""
    sees = request.user.can(Permission.CASE_RESTRICTED)
    form = OwnRecordsForm(request.POST or None, may_restricted=sees)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        reason = told.pop("reason")
        days = f"{told['first']}_{told['last']}"
        fields = ["own_records", *(["restricted"] if told.get("restricted") else [])]
        record(
            "export",
            "cases.own_records",
            fields=fields,
            reason=f"{days}: {reason}",
            by=request.user,
        )
        answer = HttpResponse(own_book(request.user, **told), content_type=XLSX)
        answer["Content-Disposition"] = f'attachment; filename="data-{days}.xlsx"'
        return answer
    return render(request, "cases/own_records.html", {"form": form})
