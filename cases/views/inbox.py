from django.shortcuts import render

from ltsa.access import Permission, access
from ltsa.keyset import page_of_sides

from ..forms import InboxFilterForm
from ..inbox import inbox_rows, narrowed, tab_of, tabs_for, waiting_text
from ..models import Referral


@access(Permission.REFERRAL_SEE, Permission.REFERRAL_TIMING)
def index(request):
    """The house's referrals: for those who answer what waits for an answer, due first on top."""
    user = request.user
    tab = tab_of(request.GET.get("tampil", ""), user)
    hidden = ("layanan",) if user.can(Permission.REFERRAL_TIMING) else ()
    form = InboxFilterForm(request.GET or None, without=(*tab.without, *hidden))
    sides = [narrowed(side, form, user) for side in tab.sides(user)]
    seen = Referral.objects.visible_to(user).with_parts()
    page = page_of_sides(sides, seen, request, order=tab.order)
    answers = user.can(Permission.REFERRAL_ANSWER)
    context = {
        "rows": inbox_rows(page.rows, user),
        "page": page,
        "chosen": tab.key,
        "tabs": tabs_for(user),
        "form": form,
        "is_narrow": any(request.GET.get(name) for name in form.fields if name != "tampil"),
        "waiting": waiting_text(user) if answers else "",
        "answers": answers,
    }
    return render(request, "cases/referral_list.html", context)
