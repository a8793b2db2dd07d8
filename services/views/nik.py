from django import forms
from django.shortcuts import render
from django.views.decorators.http import require_POST

from ltsa.access import Permission, access

from ..codes import Sex
from ..nik_offer import doubts_about, read_nik


class AskedForm(forms.Form):
    """What stands in the fields when the page asks; a wrong one is simply not compared."""

    nik = forms.CharField(required=False)
    sex = forms.ChoiceField(choices=Sex.choices, required=False)
    birth_date = forms.DateField(required=False)


@access(Permission.CLIENT_CREATE, Permission.CLIENT_EDIT)
@require_POST
def read(request):
    """What the typed number says. Nothing is kept: not the number, not that somebody asked."""
    asked = AskedForm(request.POST)
    asked.is_valid()
    typed = asked.cleaned_data.get("nik", "")[:60]
    told = {name: asked.cleaned_data.get(name) for name in ("sex", "birth_date")}
    context = {
        "offer": read_nik(typed),
        "doubts": doubts_about(typed, **told),
        "empty": [name for name, value in told.items() if not value],
    }
    return render(request, "services/nik_offer.html", context)
