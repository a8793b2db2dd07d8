"""Forms about people: what she may change herself, and what those who manage people fill in."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ltsa.organisations.forms import AgencyField, offered_agencies
from ltsa.organisations.models import Organisation, ServicePoint
from ltsa.versions import VersionField

from .authority import How, ways_to_post
from .leaving import heirs
from .models import Posting, User
from .permissions import Role
from .reach import organisations_for, organisations_seen
from .ties import people_for

LANGUAGES = list(User._meta.get_field("language").choices or [])


def laid_out(*layout) -> FormHelper:
    made = FormHelper()
    made.form_tag = False
    made.disable_csrf = True
    made.layout = Layout(*layout)
    return made


class PersonForm(forms.ModelForm):
    """Name, address and language. Saved by actions, so that an older version is never written over a newer one."""

    version = VersionField()

    class Meta:
        model = User
        fields = ["full_name", "email", "language", "version"]
        widgets = {"language": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True
        self.fields["email"].help_text = _("Ke sini dikirim pemberitahuan dan tautan kata sandi.")
        self.helper = laid_out("full_name", "email", "language", "version")

    def _post_clean(self):
        """No instance is built here: the actions do."""


class PostingForm(forms.ModelForm):
    """A posting in one organisation; who may give which role there decides the choices (ltsa/accounts/authority.py)."""

    class Meta:
        model = Posting
        fields = ["role", "service_point", "starts_on", "ends_on", "decree"]

    def __init__(
        self, *args, organisation: Organisation, by: User, whom: User | None = None, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.ways = ways_to_post(organisation, by=by, person=whom)
        village = organisation.kind == "village"
        self.fields["role"].choices = [(role.value, self._label(role)) for role in self.ways]
        self.fields["role"].widget = forms.RadioSelect(choices=self.fields["role"].choices)
        if len(self.ways) == 1:
            self.fields["role"].initial = next(iter(self.ways)).value
        points = ServicePoint.objects.current().of(organisation)
        self.fields["service_point"].queryset = (
            points.filter(type=ServicePoint.Type.VILLAGE_POST) if village else points
        )
        self.fields["service_point"].required = village
        self.fields["service_point"].empty_label = "" if village else _("Tanpa titik layanan")
        self.fields["starts_on"].initial = timezone.localdate
        for name in ("starts_on", "ends_on"):
            self.fields[name].widget.attrs["class"] = "width-date"
        self.fields["starts_on"].help_text = _("Contoh: 17/08/2026")
        self.fields["ends_on"].help_text = _(
            "Mulai hari itu aksesnya tertutup. Isi bila sudah pasti."
        )
        self.helper = laid_out(*self.sections())

    def _label(self, role: Role) -> str:
        if self.ways[role] == How.CONFIRMED:
            return _("%(role)s pertama: usulan, dikonfirmasi pejabat pelindungan data") % {
                "role": role.label
            }
        return str(role.label)

    @property
    def is_proposal(self) -> bool:
        """The role that was chosen is given once the data protection officer has confirmed it."""
        return self.ways.get(Role(self.cleaned_data["role"])) == How.CONFIRMED

    def sections(self):
        return [Fieldset(_("Tugas"), "role", "service_point", "starts_on", "ends_on", "decree")]

    def _post_clean(self):
        """No instance is built here: the actions do."""


def successor_field(person: User, organisations) -> forms.ModelChoiceField:
    """Who goes on with her open work; nobody is left to be chosen in a house of one."""
    able = heirs(person, organisations)
    return forms.ModelChoiceField(
        label=_("Siapa yang melanjutkan pekerjaannya?"),
        queryset=able,
        required=able.exists(),
        empty_label=_("Pilih rekan selembaga"),
        help_text=_("Kasus dan tugas yang masih terbuka pindah kepadanya sekarang juga."),
    )


def note_field() -> forms.CharField:
    return forms.CharField(
        label=_("Catatan serah terima"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Apa yang sedang berjalan dan apa yang paling mendesak. Tanpa nama klien."),
    )


class LeavingForm(forms.Form):
    """Asked when somebody with open work is disabled or her posting ends."""

    def __init__(self, *args, person: User, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"] = successor_field(person, organisations)
        self.fields["note"] = note_field()
        self.helper = laid_out("successor", "note")


class MovingForm(PostingForm):
    """A posting in another house for somebody who leaves open work behind."""

    def __init__(self, *args, whom: User, leaves, **kwargs):
        super().__init__(*args, whom=whom, **kwargs)
        self.fields["successor"] = successor_field(whom, leaves)
        self.fields["note"] = note_field()
        self.helper = laid_out(*self.sections(), Fieldset(_("Serah terima"), "successor", "note"))


class InvitationForm(PostingForm):
    """A new person with her first posting."""

    full_name = forms.CharField(label=_("Nama lengkap"), max_length=120)
    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=60,
        help_text=_(
            "Untuk masuk. Huruf kecil, angka, titik; tidak bisa diganti. Beritahukan kepadanya."
        ),
    )
    email = forms.EmailField(
        label=_("Surel"), help_text=_("Tautan untuk membuat kata sandi dikirim ke sini.")
    )
    language = forms.ChoiceField(
        label=_("Bahasa"),
        choices=LANGUAGES,
        initial="id",
        widget=forms.RadioSelect,
    )

    def sections(self):
        return [
            Fieldset(_("Orang"), "full_name", "username", "email", "language"),
            *super().sections(),
        ]


class ExtensionForm(forms.Form):
    """Until when a posting goes on."""

    ends_on = forms.DateField(
        label=_("Berakhir"),
        required=False,
        widget=forms.DateInput(attrs={"class": "width-date"}),
        help_text=_("Contoh: 17/08/2027. Kosongkan bila belum tahu kapan berakhir."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = laid_out("ends_on")


class AddressForm(forms.Form):
    """A new mail address for somebody else's account."""

    address = forms.EmailField(
        label=_("Surel baru"),
        help_text=_("Pastikan dulu, dengan bertemu atau menelepon, bahwa ia sendiri yang meminta."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = laid_out("address")


class OrganisationChoiceForm(forms.Form):
    """Where: the first question of an invitation, because the other questions follow from it."""

    lembaga = forms.ModelChoiceField(
        label=_("Lembaga"),
        queryset=Organisation.objects.none(),
        empty_label=_("Pilih lembaga"),
    )

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lembaga"].queryset = organisations_for(by)
        self.helper = laid_out("lembaga")


class PeopleFilterForm(forms.Form):
    """What the list of people is narrowed to."""

    q = forms.CharField(label=_("Nama"), max_length=80, required=False)
    lembaga = forms.ModelChoiceField(
        label=_("Lembaga"), queryset=Organisation.objects.none(), required=False
    )
    peran = forms.ChoiceField(
        label=_("Peran"), choices=[("", _("Semua")), *Role.choices], required=False
    )
    keadaan = forms.ChoiceField(
        label=_("Keadaan"),
        required=False,
        choices=[
            ("", _("Semua")),
            ("bertugas", _("Bertugas")),
            ("selesai", _("Tanpa tugas")),
            ("nonaktif", _("Dinonaktifkan")),
        ],
    )

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lembaga"].queryset = organisations_seen(by)


class TieForm(forms.Form):
    """Somebody or a whole house has to do with an agency."""

    agency = AgencyField(
        label=_("P3MI"), required=True, help_text=_("Ketik sebagian nama, lalu pilih.")
    )
    user = forms.ModelChoiceField(
        label=_("Petugas"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Pilih petugas"),
    )
    organisation = forms.ModelChoiceField(
        label=_("Atau seluruh lembaga"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Pilih lembaga"),
    )
    note = forms.CharField(
        label=_("Hubungannya"),
        required=False,
        max_length=200,
        help_text=_("Contoh: suami bekerja di sana."),
    )

    def __init__(self, *args, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people_for(by)
        self.fields["user"].label_from_instance = lambda person: person.full_name
        self.fields["organisation"].queryset = organisations_seen(by)
        for name in ("user", "organisation"):
            self.fields[name].conditional = True  # one of the two
        self.helper = laid_out("agency", "user", "organisation", "note")

    @property
    def agencies(self) -> list[str]:
        return offered_agencies()

    def clean(self):
        told = super().clean()
        if (told.get("user") is None) == (told.get("organisation") is None):
            self.add_error("user", _("Pilih satu petugas atau satu lembaga."))
        return told
