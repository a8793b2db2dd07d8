"""Money, days and proofs in the forms of a mediation, and what each brings the action."""

from decimal import Decimal

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from ltsa.uploads import read_upload, too_large

from ..actions.files import FILE_LIMITS
from ..codes import ClaimState, Currency, PromiseKind
from ..models import Case, Claim, Promise
from ..money import in_currency

ACCEPTED = ".jpg,.jpeg,.png,.pdf"


def helper(*shown) -> FormHelper:
    made = FormHelper()
    made.form_tag = False
    made.disable_csrf = True
    made.layout = Layout(*shown)
    return made


def day_field(label, *, required: bool = True, **kwargs) -> forms.DateField:
    widget = forms.DateInput(attrs={"class": "width-date"})
    return forms.DateField(label=label, required=required, widget=widget, **kwargs)


def moment_field(label, **kwargs) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"class": "width-half"})
    hint = _("Contoh: 17/08/2026 09.00")
    return forms.DateTimeField(label=label, widget=widget, help_text=hint, **kwargs)


class MoneyField(forms.DecimalField):
    """1.250.000 or 9.200,50, as it is written by hand."""

    def __init__(self, **kwargs):
        told = {
            "max_digits": 14,
            "decimal_places": 2,
            "min_value": Decimal("0.01"),
            "localize": True,
        }
        super().__init__(**told | kwargs)
        self.widget.attrs |= {"class": "width-half", "inputmode": "decimal"}


def rate_field() -> forms.DecimalField:
    return MoneyField(
        label=_("Kurs: satu satuan berapa rupiah"),
        max_digits=12,
        decimal_places=4,
        min_value=Decimal("0.0001"),
        required=False,
    )


class ProofField(forms.FileField):
    """A photo or a PDF, read by what it is; None when nothing was chosen."""

    def __init__(self, **kwargs):
        widget = forms.FileInput(attrs={"accept": ACCEPTED})
        super().__init__(**{"required": False, "widget": widget} | kwargs)
        self.widget.attrs |= {
            "data-most": FILE_LIMITS.largest,
            "data-large": too_large(FILE_LIMITS),
        }

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        return read_upload(upload, FILE_LIMITS) if upload else None


class _ReceivedForm(forms.Form):
    """What every form of something received asks: how much, at which rate, when, and the proof."""

    amount = MoneyField(label=_("Jumlah"), required=False)
    currency = forms.ChoiceField(
        label=_("Mata uang"), choices=Currency.choices, required=False, initial=Currency.IDR
    )
    rate = rate_field()
    rate_on = day_field(_("Kurs tanggal"), required=False)
    rate_source = forms.CharField(
        label=_("Sumber kurs"),
        max_length=80,
        required=False,
        help_text=_("Misalnya Bank Indonesia."),
    )
    received_on = day_field(_("Diterima klien pada"))
    text = forms.CharField(label=_("Keterangan"), max_length=500, required=False)
    claim = forms.ModelChoiceField(
        label=_("Untuk tuntutan"), queryset=Claim.objects.none(), required=False
    )
    proof = ProofField(label=_("Bukti"), help_text=_("Foto JPG atau PNG, atau PDF, sampai 10 MB."))

    def offer_claims(self, case: Case) -> None:
        claims = case.claims.exclude(state=ClaimState.DROPPED)
        self.fields["claim"].queryset = claims
        self.fields["claim"].label_from_instance = claim_words
        if claims.count() < 2:  # the only one is found without being asked for
            del self.fields["claim"]

    def told(self) -> dict:
        told = dict(self.cleaned_data)
        if told.get("amount") is None:
            for name in ("currency", "rate", "rate_on", "rate_source"):
                told.pop(name, None)
        return told


def claim_words(claim: Claim) -> str:
    if claim.amount is None:
        return str(claim.get_kind_display())
    return f"{claim.get_kind_display()}: {in_currency(claim.amount, claim.currency)}"


class PaymentForm(_ReceivedForm):
    """What was paid on a promise: of money in the currency that was promised, else only when and how."""

    more_than_owed = forms.BooleanField(
        label=_("Benar, yang dibayar lebih dari sisa janji"), required=False
    )

    MONEY = ("amount", "currency", "rate", "rate_on", "rate_source", "more_than_owed")

    def __init__(self, *args, promise: Promise, **kwargs):
        super().__init__(*args, **kwargs)
        self.promise = promise
        self.offer_claims(promise.mediation.case)
        if promise.kind != PromiseKind.MONEY:
            self._without(self.MONEY)
        else:
            self.fields["amount"].required = True
            self.fields["amount"].label = _("Jumlah (%(currency)s)") % {
                "currency": promise.currency
            }
            self._without(("currency",))
            if promise.currency == Currency.IDR:
                self._without(("rate", "rate_on", "rate_source"))
            for name in {"rate", "rate_on", "rate_source"} & self.fields.keys():
                self.fields[name].required = True
            if "amount" not in self.data:
                self._without(("more_than_owed",))
        order = ["amount", "more_than_owed", "rate", "rate_on", "rate_source"]
        self.order_fields([*order, "received_on", "claim", "proof", "text"])
        self.helper = helper(*self.fields)

    def _without(self, names) -> None:
        for name in names:
            self.fields.pop(name, None)

    def told(self) -> dict:
        told = dict(self.cleaned_data)
        if self.promise.kind == PromiseKind.MONEY:
            told["currency"] = self.promise.currency
        return told


class RecoveryForm(_ReceivedForm):
    """What came without a promise: a claim that was paid out, a passport handed back."""

    kind = forms.ChoiceField(
        label=_("Apa yang diterima?"), choices=PromiseKind.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_claims(case)
        for name in ("amount", "currency", "rate", "rate_on", "rate_source"):
            self.fields[name].conditional = True
        self.order_fields(
            ["kind", "amount", "currency", "rate", "rate_on", "rate_source", "received_on", "text"]
        )
        self.helper = helper(*self.fields)


class VoidRecoveryForm(forms.Form):
    reason = forms.CharField(
        label=_("Mengapa dibatalkan?"), max_length=200, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper("reason")
