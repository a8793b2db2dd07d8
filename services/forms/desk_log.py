"""The 90-second log: who came and what was spoken, on one page, with at most eight questions that must be answered.

The search and the answers are one form, so that one draft holds all of it: `q` is what is looked for, `searched` what
was looked for last, `who` the person that was picked, NEW for quick intake or NOBODY for who wants no record at all.
"""

import uuid
from datetime import datetime

from django import forms
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ltsa import phone as phones

from ..codes import Channel, ClientType, Phase, PhoneSafe, RecordConsent, Relation, Sex, Topic
from ..doubts import doubts
from ..models import Migrant
from ..search import find_clients
from .answers import AgeField, DueField
from .places import VillageField, area_named
from .talk import TalkForm

NEW, NOBODY = "new", "none"
SHOWN = 8  # of the people found; more are found by more letters
PHASE_OF = {"prospective": "before", "in_service": "during", "returned": "after"}
# What must be answered, by who it is; the rest has a default or may stay empty.
TALK_ASKS = ("kind", "outcome")
ASKED = {
    NEW: ("consent", "full_name", "sex", "age", "village", "client_type", *TALK_ASKS),
    NOBODY: ("sex", "age", "client_type", *TALK_ASKS),
}
SAME_VISIT = ("channel", "kind", "started_at", "topics", "identity_check")
PERSON = ("full_name", "sex", "village", "client_type", "phone", "phone_safe", "nik")

# Legend, what its summary tells, fields, fields for who is not in the room, class.
FOLDS: list[tuple] = [
    (_("Topik"), "topics", ("topics",)),
    (
        _("Cara dan waktu"),
        "time",
        ("channel", "started_at", "from_paper", "paper_number"),
        ("identity_check", "consent_read"),
    ),
    (
        _("Telepon, NIK, tahap, luar kabupaten"),
        "rest",
        ("phone", "phone_safe", "nik", "phase", "elsewhere"),
        (),
        "only-new",
    ),
    (_("Ringkasan dan lama"), "words", ("summary", "minutes")),
]


def _as_name(words: str) -> str:
    """What was looked for, as the name of somebody new; a number is no name."""
    if not words.replace(" ", "").isalpha():
        return ""
    return words.title() if words.islower() else words


class DeskLogForm(TalkForm):
    doubts: list[dict] = []
    looked = False  # the answer to a search: the focus goes on from there

    q = forms.CharField(label=_("Cari orang"), max_length=100, required=False)
    searched = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)
    who = forms.CharField(label=_("Siapa yang datang?"), max_length=40, required=False)
    full_name = forms.CharField(label=_("Nama"), max_length=120, required=False)
    consent = forms.ChoiceField(
        label=_("Persetujuan data"),
        choices=RecordConsent.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"), choices=Sex.choices, required=False, widget=forms.RadioSelect
    )
    age = AgeField(
        label=_("Umur atau tanggal lahir"),
        required=False,
        help_text=_("Contoh: 27 atau 17/08/1999. Kira-kira juga boleh."),
        widget=forms.TextInput(attrs={"class": "width-date"}),
    )
    village = VillageField(label=_("Desa"), required=False)
    elsewhere = forms.CharField(
        label=_("Tinggal di luar kabupaten?"),
        required=False,
        max_length=80,
        help_text=_("Tulis nama kecamatan, misalnya: Kec. Tumpang."),
    )
    client_type = forms.ChoiceField(
        label=_("Jenis klien"),
        choices=ClientType.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    phase = forms.ChoiceField(
        label=_("Tahap migrasi"),
        choices=[("", _("Mengikuti jenis klien")), *Phase.choices],
        required=False,
    )
    relation = forms.ChoiceField(
        label=_("Hubungan dengan yang tadi"),
        choices=Relation.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    phone = forms.CharField(
        label=_("Nomor HP"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "width-phone", "inputmode": "tel"}),
    )
    phone_safe = forms.ChoiceField(
        label=_("Aman dihubungi?"),
        choices=PhoneSafe.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    nik = forms.CharField(
        label=_("NIK"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "width-nik", "inputmode": "numeric"}),
    )
    follow_up_on = DueField(
        label=_("Tindak lanjut pada"),
        required=False,
    )
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, together_with=None, **kwargs):
        self.together_with = together_with
        self.chosen: Migrant | None = None
        super().__init__(*args, user=user, **kwargs)
        self.fields["follow_up_on"].help_text = _(
            "Tanggal, atau berapa hari lagi, misalnya 14. Perlu bila hasilnya tindak lanjut."
        )
        self.fields["village"].offer(user.posting.district_id)
        # As they stand on the page, and so in the list of errors.
        self.order_fields(("q", "who", *ASKED[NEW]))
        for name in (*ASKED[NEW], "q", "who"):
            self.fields[name].conditional = True

    def remember(self) -> None:
        """Defaults from the desk, from whom she came with, and from what this officer wrote last."""
        point = self.user.posting.service_point
        if point is not None and point.type == "village_post":
            self.initial["channel"] = "village_post"
        if self.together_with is None:
            super().remember()
        else:
            for name in SAME_VISIT:
                self.initial[name] = getattr(self.together_with, name)
        clients = Migrant.objects.filter(created_by=self.user).order_by("-created_at")
        self.initial["village"] = clients.values_list("village_id", flat=True).first()

    @cached_property
    def found(self) -> list[Migrant]:
        """Whom the words that were looked for find, among those whose name this officer may know."""
        words = str(self["searched"].value() or "").replace("\0", "")
        if not words:
            return []
        return list(find_clients(Migrant.objects.identified_for(self.user).with_place(), words))[
            :SHOWN
        ]

    def look(self, *, anew: bool) -> None:
        """The words of the search become what is found; nobody found means somebody new, of that name.

        `anew`: they were asked just now; else they come back with a draft, and so does who was picked then.
        """
        words = str(self.initial.get("q") or "").strip()
        before, self.initial["searched"] = self.initial.get("searched") or "", words
        if not words or (self.initial.get("who") and not anew):
            return
        self.looked = True
        if self.initial.get("full_name") in (None, "", _as_name(before)):
            self.initial["full_name"] = _as_name(words)
        self.initial["who"] = "" if self.found else NEW
        if not self.found:
            self.fields["consent"].widget.attrs |= {"autofocus": True, "data-focus": ""}

    def clean_phone(self):
        return phones.normalise(self.cleaned_data["phone"])

    def clean_who(self):
        who = self.cleaned_data["who"]
        if who in ASKED:
            return who
        try:
            known = Migrant.objects.identified_for(self.user).filter(pk=uuid.UUID(who)).first()
        except ValueError:
            known = None
        if known is None:
            raise forms.ValidationError(_("Cari dulu, lalu pilih orangnya atau Orang baru."))
        self.chosen = known
        return who

    def clean(self):
        data = super().clean()
        who = data.get("who")
        for name in ("q", "searched"):
            data.pop(name, None)
        asked = set(ASKED.get(who, TALK_ASKS))
        if data.get("consent") == "anonymous":
            asked.discard("full_name")
            data["full_name"] = ""
        if who == NEW:
            self._find_village(data, asked)
        for name in asked - set(TALK_ASKS):
            told = data.get(name)
            if name not in self.errors and not (any(told.values()) if name == "age" else told):
                self.add_error(name, self.fields[name].error_messages["required"])
        return data

    def _find_village(self, data: dict, asked: set) -> None:
        """A place outside the district is meant before the village that stood there already."""
        if not data.get("elsewhere"):
            return
        asked.discard("village")
        data["village"] = area_named(data["elsewhere"])
        if data["village"] is None:
            self.add_error("elsewhere", _("Wilayah tidak ditemukan. Tulis nama kecamatannya."))

    def _phase(self) -> str:
        told, kind = self.cleaned_data["phase"], self.cleaned_data["client_type"]
        first = self.together_with and self.together_with.migrant
        return told or PHASE_OF.get(kind) or (first.phase if first else Phase.DURING.value)

    def person(self) -> dict:
        data = self.cleaned_data
        own = {name: data[name] for name in PERSON}
        anonymous = data["consent"] == "anonymous"
        who = {"consent": data["consent"], "anonymous": anonymous, "phase": self._phase()}
        return own | data["age"] | who

    def cell(self) -> dict:
        """Who is counted, and not recorded."""
        data, age = self.cleaned_data, self.cleaned_data["age"]
        band = age["age_band"] or Migrant(birth_date=age["birth_date"]).age_group
        return {"sex": data["sex"], "phase": self._phase(), "age_band": band}

    def visit(self) -> dict:
        """What services.actions.log_visit takes."""
        data = self.cleaned_data
        told = {name: data[name] for name in (*TalkForm.Meta.fields, "entry", "consent_read")}
        told |= {"together_with": self.together_with, "relation": data["relation"]}
        if data["who"] == NEW:
            return told | {"person": self.person()}
        if data["who"] == NOBODY:
            return told | {"cell": self.cell()}
        return told | {"migrant": self.chosen}

    def folds(self) -> list[dict]:
        """What has a default or may stay empty, folded: {legend, told, names, remote, css, open}; open where it is wrong."""
        return [self._fold(*fold) for fold in FOLDS]

    def _fold(self, legend, name: str, fields: tuple, remote: tuple = (), css: str = "") -> dict:
        wrong = self.is_bound and any(one in self.errors for one in (*fields, *remote))
        told = {"topics": self._told_topics, "time": self._told_time}.get(name, str)()
        boxes = [[self[one] for one in names] for names in (fields, remote)]
        return {
            "legend": legend,
            "told": told,
            "fields": boxes[0],
            "remote": boxes[1],
            "css": css,
            "open": wrong,
        }

    def _told_topics(self) -> str:
        chosen = self["topics"].value() or []
        return "; ".join(str(label) for code, label in Topic.choices if code in chosen)

    def _told_time(self) -> str:
        channel = dict(Channel.choices).get(self["channel"].value(), "")
        when = self["started_at"].value()
        if isinstance(when, datetime):  # else as it was typed
            when = date_format(when, "j M Y, H.i")
        return " · ".join(str(one) for one in (channel, when) if one)

    def needs_second_look(self) -> bool:
        """True once, when something about a new person is doubtful; it may be saved all the same."""
        if self.cleaned_data["who"] == NEW:
            self.doubts = doubts(self.person(), user=self.user)
        return bool(self.doubts) and not self.cleaned_data.get("confirmed")
