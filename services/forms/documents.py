from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.versions import VersionField

from ..codes import DocumentCode, DocumentFlag, DocumentState
from ..models import DocumentCheck


class DocumentsForm(forms.Form):
    """One row a document: its state, what is strange about it, and until when it is valid."""

    version = VersionField()

    def __init__(self, *args, rows: dict[str, DocumentCheck], **kwargs):
        super().__init__(*args, **kwargs)
        for code, label in DocumentCode.choices:
            row = rows.get(code)
            self.fields[f"{code}_state"] = forms.ChoiceField(
                label=label,
                choices=[("", _("Belum ditanya")), *DocumentState.choices],
                required=False,
                initial=row.state if row else "",
            )
            # Eight times "(opsional)" is noise: the first choice says that nobody asked yet.
            self.fields[f"{code}_state"].conditional = True
            self.fields[f"{code}_flags"] = forms.MultipleChoiceField(
                label=_("Tanda bahaya"),
                choices=DocumentFlag.choices,
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=row.flags if row else [],
            )
            self.fields[f"{code}_until"] = forms.DateField(
                label=_("Berlaku sampai"),
                widget=forms.DateInput(attrs={"class": "width-date", "inputmode": "numeric"}),
                required=False,
                initial=row.valid_until if row else None,
            )

    def lines(self) -> list[dict]:
        """For the template: {title, state, flags, until, open}; the rest of a line is folded until it is needed."""
        return [
            {
                "title": label,
                "state": self[f"{code}_state"],
                "flags": self[f"{code}_flags"],
                "until": self[f"{code}_until"],
                "open": bool(self[f"{code}_flags"].value() or self[f"{code}_until"].value()),
            }
            for code, label in DocumentCode.choices
        ]

    def clean(self):
        data = super().clean()
        for code in DocumentCode.values:
            told = data.get(f"{code}_flags") or data.get(f"{code}_until")
            if told and not data.get(f"{code}_state") and f"{code}_state" not in self.errors:
                self.add_error(f"{code}_state", _("Pilih keadaan dokumen ini."))
        return data

    def seen(self) -> dict:
        """{code: {state, flags, valid_until}} of the documents that were asked about, as the action takes them."""
        data = self.cleaned_data
        return {
            code: {
                "state": data[f"{code}_state"],
                "flags": data[f"{code}_flags"],
                "valid_until": data[f"{code}_until"],
            }
            for code in DocumentCode.values
            if data[f"{code}_state"]
        }
