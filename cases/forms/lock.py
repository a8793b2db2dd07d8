"""Shutting somebody out of a client, and letting them near her again."""

from crispy_forms.layout import Div
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ltsa.accounts.models import Posting, User
from ltsa.organisations.forms import AgencyField, offered_agencies
from ltsa.organisations.models import Organisation
from services.forms.places import VillageField

from ..codes import LockKind
from ..models import Case
from .survivor import plain_helper

TARGETS = tuple(LockKind.values)


def reason_field(label) -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class PersonField(forms.ModelChoiceField):
    """Somebody who works in the district, by name, role and house."""

    def offer(self, case: Case, by) -> None:
        district = {"organisation__district": case.district_id}
        postings = Posting.objects.posted_today().filter(**district).select_related("organisation")
        self._posts = {row.user_id: str(row) for row in postings}
        people = User.objects.filter(is_active=True, pk__in=self._posts).exclude(pk=by.pk)
        self.queryset = people.order_by("full_name")

    def label_from_instance(self, obj):
        return f"{obj.full_name}: {self._posts.get(obj.pk, '')}"


class LockForm(forms.Form):
    """One of the four is filled, the one of the chosen kind; without JavaScript all four stand there."""

    kind = forms.ChoiceField(
        label=_("Siapa yang dikunci?"), choices=LockKind.choices, widget=forms.RadioSelect
    )
    organisation = forms.ModelChoiceField(
        label=_("Lembaga"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Pilih lembaga"),
    )
    agency = AgencyField(
        label=_("P3MI"),
        help_text=_("Ketik sebagian nama, lalu pilih. Semua yang tercatat terkait ikut terkunci."),
    )
    village = VillageField(label=_("Desa"), required=False)
    person = PersonField(
        label=_("Petugas"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Pilih petugas"),
    )
    reason = reason_field(_("Alasan"))

    def __init__(self, *args, case: Case, user, **kwargs):
        super().__init__(*args, **kwargs)
        houses = Organisation.objects.current().serving(case.district_id)
        self.fields["organisation"].queryset = houses.exclude(pk=case.organisation_id)
        self.fields["village"].offer(case.district_id)
        self.fields["person"].offer(case, user)
        for name in TARGETS:
            self.fields[name].conditional = True  # one of the four
        parts = [Div(name, css_class=f"lock-of-{name}") for name in TARGETS]
        self.helper = plain_helper("kind", *parts, "reason")

    @property
    def agencies(self) -> list[str]:
        return offered_agencies()

    def clean(self):
        told = super().clean()
        kind = told.get("kind")
        if kind and not told.get(kind) and kind not in self.errors:
            self.add_error(kind, ValidationError(_("Pilih siapa yang dikunci."), code="required"))
        return told

    def told(self) -> dict:
        """What cases.actions.lock_out takes."""
        data = self.cleaned_data
        return {"kind": data["kind"], "target": data[data["kind"]], "reason": data["reason"]}


class LiftForm(forms.Form):
    reason = reason_field(_("Mengapa kunci ini dibuka?"))

    helper = plain_helper()
