from crispy_forms.layout import HTML, Fieldset, Layout
from django.utils.translation import gettext_lazy as _

from services.codes import DisclosureGroup

from ..codes import ASKED_BESIDE, ReferralKind
from ..people import desks_elsewhere
from .referral import ReferralForm

SCRIPT = _(
    "Boleh kasus Ibu/Bapak kami pindahkan ke kantor ini? Kantor itu membaca seluruh isi kasus setelah menerimanya, dan kami tidak lagi. Boleh ditarik kapan saja."
)


class TransferForm(ReferralForm):
    """The whole case to the desk of another district: always with her consent, and never a part of it."""

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        for name in ("services", "disclose", "attachments", *ASKED_BESIDE):
            self.fields.pop(name, None)
        desks = desks_elsewhere(case)
        self.fields["to"].queryset = desks
        self.fields["to"].choices = lambda: [
            ("", _("Pilih kantor")),
            *((one.pk, f"{one} ({one.district})") for one in desks.select_related("district")),
        ]
        self.fields["to"].label = _("Kantor LTSA tujuan")
        self.helper.layout = Layout(
            Fieldset(_("Ke mana, mengapa"), "to", "priority", "needs"),
            Fieldset(
                _("Persetujuan klien"),
                HTML(f'<p class="script">{SCRIPT}</p>'),
                "consent_given",
                "method",
                "expires_on",
            ),
        )

    def _let_override(self, user) -> None:
        """A case moves with her consent or not at all."""
        del self.fields["override"], self.fields["override_reason"]

    def verb_fields(self) -> dict:
        whole = {
            "kind": ReferralKind.TRANSFER,
            "services": [],
            "disclose": DisclosureGroup.values,  # its files go with it
        }
        return super().verb_fields() | whole
