"""A meeting: counted in a matrix of sex x phase x age band, or by the names of who came, or both."""

from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.models import ServicePoint

from ..codes import AgeBand, Phase, Sex
from .session import SessionForm

MOST_IN_A_CELL = 999
SEXES = (Sex.FEMALE, Sex.MALE)


class GroupSessionForm(SessionForm):
    class Meta(SessionForm.Meta):
        fields = [
            "title",
            *SessionForm.Meta.fields,
            "place",
            "facilitator",
            "quiz_of",
            "quiz_before",
            "quiz_after",
        ]
        widgets = SessionForm.Meta.widgets | {
            name: forms.NumberInput(attrs={"class": "width-short"})
            for name in ("quiz_of", "quiz_before", "quiz_after")
        }

    service_point = forms.ModelChoiceField(
        label=_("Titik layanan"),
        queryset=ServicePoint.objects.none(),
        required=False,
        empty_label=_("Tempat saya bertugas"),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["title"].required = True
        self.fields["place"].help_text = _("Misalnya: balai desa, rumah ketua RT.")
        self.fields["quiz_of"].help_text = _("Misalnya 10, bila kuisnya sepuluh pertanyaan.")
        points = ServicePoint.objects.current().in_district(user.posting.district_id)
        self.fields["service_point"].queryset = points
        for sex, phase, band in cells():
            for box in (cell(sex, phase, band), disabled_cell(sex, phase, band)):
                self.fields[box] = forms.IntegerField(
                    min_value=0, max_value=MOST_IN_A_CELL, required=False
                )

    def layout(self) -> Layout:
        quiz = any(self[name].value() for name in ("quiz_of", "quiz_before", "quiz_after"))
        more = quiz or any(self[name].value() for name in ("place", "facilitator", "service_point"))
        return Layout(
            Fieldset(_("Pertemuan"), "title", "started_at", "channel", "kind"),
            HTML(f'<details class="more"{" open" if more or self.is_bound else ""}><summary>'),
            HTML(_("Tempat, fasilitator lain, kuis")),
            HTML("</summary>"),
            Layout("service_point", "place", "facilitator", "quiz_of", "quiz_before", "quiz_after"),
            HTML("</details>"),
            Fieldset(_("Isi"), "topics", "summary", "minutes"),
            Fieldset(_("Hasil"), "outcome", "follow_up_on"),
        )

    def matrix(self) -> list[dict]:
        """For the template, a phase: {phase, rows: [{band, boxes: [(sex, box)]}]} of all who came."""
        return self._matrix(cell)

    def disabled_matrix(self) -> list[dict]:
        """The same boxes, of those among them who live with a disability."""
        return self._matrix(disabled_cell)

    def _matrix(self, name) -> list[dict]:
        return [
            {
                "phase": phase_label,
                "rows": [
                    {
                        "band": band_label,
                        "boxes": [(sex, self[name(sex.value, phase, band)]) for sex in SEXES],
                    }
                    for band, band_label in AgeBand.choices
                ],
            }
            for phase, phase_label in Phase.choices
        ]

    @property
    def counts_disability(self) -> bool:
        """Whether the second matrix stands open: it was filled in, or something in it is wrong."""
        boxes = [disabled_cell(*one) for one in cells()]
        return any(self[box].value() or box in self.errors for box in boxes)

    def clean(self):
        data = super().clean()
        data["counts"] = [one for key in cells() if (one := self._count(data, *key))]
        if not data["counts"] and not self.errors and not self.wants_names:
            raise ValidationError(
                _("Isi jumlah peserta, atau pilih “Simpan, lalu daftar nama”."), code="nobody"
            )
        self._check_quiz(data)
        return data

    @property
    def wants_names(self) -> bool:
        """The button that goes on to the list of names."""
        return self.data.get("do") == "names"

    def _count(self, data: dict, sex: str, phase: str, band: str) -> dict | None:
        count = data.pop(cell(sex, phase, band), None) or 0
        disability = data.pop(disabled_cell(sex, phase, band), None) or 0
        if disability > count:
            self.add_error(
                disabled_cell(sex, phase, band), _("Lebih banyak dari peserta di kotak ini.")
            )
        if not count:
            return None
        return {
            "sex": sex,
            "phase": phase,
            "age_band": band,
            "count": count,
            "disability": disability,
        }

    def _check_quiz(self, data: dict) -> None:
        best = data.get("quiz_of")
        for name in ("quiz_before", "quiz_after"):
            score = data.get(name)
            if score is None:
                continue
            if not best:
                self.add_error("quiz_of", _("Isi nilai tertinggi kuisnya."))
            elif not 0 <= score <= best:
                self.add_error(name, _("Nilai antara 0 dan nilai tertinggi."))


def cells() -> list[tuple[str, str, str]]:
    return [
        (sex.value, phase, band)
        for phase in Phase.values
        for band in AgeBand.values
        for sex in SEXES
    ]


def cell(sex: str, phase: str, band: str) -> str:
    return f"n_{sex}_{phase}_{AgeBand.values.index(band)}"


def disabled_cell(sex: str, phase: str, band: str) -> str:
    return f"n_d_{sex}_{phase}_{AgeBand.values.index(band)}"
