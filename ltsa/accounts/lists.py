"""People and postings as rows of a page, formatted before the template."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ltsa.access import Permission
from ltsa.organisations.lists import CHECK_AFTER
from ltsa.organisations.models import Organisation, ServicePoint

from .actions.ledger import Act
from .authority import How, how_to_end, ways_to_change
from .manage_cards import MASTER_DATA
from .models import AccountReset, Posting, User
from .requests import open_requests, reset_rows


def filtered(people, form):
    """The people that the filter form lets through."""
    wanted = form.cleaned_data if form.is_valid() else {}
    unended = Posting.objects.unended().filter(user=OuterRef("pk"))
    if wanted.get("q"):
        people = people.filter(full_name__icontains=wanted["q"])
    if wanted.get("lembaga"):
        people = people.filter(Exists(unended.filter(organisation=wanted["lembaga"])))
    if wanted.get("peran"):
        people = people.filter(Exists(unended.filter(role=wanted["peran"])))
    match wanted.get("keadaan"):
        case "bertugas":
            people = people.filter(Exists(unended), is_active=True)
        case "selesai":
            people = people.filter(~Exists(unended))
        case "nonaktif":
            people = people.filter(is_active=False)
    current = Posting.objects.unended().with_place().order_by("starts_on")
    people = people.select_related("preference")
    return people.prefetch_related(Prefetch("postings", current, to_attr="unended"))


def people_rows(people) -> list[dict]:
    """[{url, name, username, role, organisation, place, state, tone}]; the people come from filtered()."""
    return [
        {
            "url": reverse("people:detail", args=[person.pk]),
            "name": person.full_name,
            "username": person.username,
            "role": posting.get_role_display() if posting else "",
            "organisation": str(posting.organisation) if posting else "",
            "place": _place(posting),
            **dict(zip(("state", "tone"), _state(person, posting), strict=True)),
        }
        for person in people
        for posting in [next(iter(person.unended), None)]
    ]


def _place(posting: Posting | None) -> str:
    if posting is None:
        return ""
    return str(posting.village or posting.service_point or "")


def _state(person: User, posting: Posting | None) -> tuple[str, str]:
    wish = getattr(person, "preference", None)
    if not person.is_active:
        return _("Dinonaktifkan"), "neutral"
    if posting is None:
        return _("Tanpa tugas"), "neutral"
    if not person.has_usable_password():
        return _("Belum membuka undangan"), "waiting"
    if posting.starts_on > timezone.localdate():
        return _("Mulai %(day)s") % {"day": date_format(posting.starts_on, "j M Y")}, "info"
    if wish is not None and wish.bounced_at:
        return _("Surelnya menolak pesan"), "burning"
    return _("Bertugas"), "good"


def person_page(person: User, *, by: User) -> dict:
    """Everything the page of one person shows."""
    history = list(person.postings.visible_to(by).with_place())
    current = next((one for one in history if _is_unended(one)), None)
    ways = ways_to_change(person, by=by)
    state, tone = _state(person, current)
    return {
        "person": person,
        "state": state,
        "tone": tone,
        "summary": _summary(person, current),
        "postings": [_posting_row(one, by) for one in history],
        "may_change": Act.CHANGE_NAME in ways,
        "may_post": Act.CHANGE_NAME in ways and not by.can(Permission.PEOPLE_CONFIRM),
        "may_disable": Act.DISABLE in ways,
        "may_enable": Act.ENABLE in ways,
        "asks_mail": ways.get(Act.CHANGE_MAIL) == How.WAITS,
        "asks_factor": ways.get(Act.RESET_FACTOR) == How.WAITS,
        "may_reset_factor": Act.RESET_FACTOR in ways
        and Authenticator.objects.filter(user=person).exists(),
        "may_reinvite": Act.REINVITE in ways
        and person.is_active
        and not person.has_usable_password(),
        "resets": reset_rows(AccountReset.objects.visible_to(by).open().filter(person=person)),
        "is_self": person.pk == by.pk,
        "has_task": current is not None,
    }


def _is_unended(posting: Posting) -> bool:
    return posting.ends_on is None or posting.ends_on > max(timezone.localdate(), posting.starts_on)


def _summary(person: User, posting: Posting | None) -> list[dict]:
    seen = person.last_login
    rows = [
        (_("Nama pengguna"), person.username),
        (_("Surel"), person.email),
        (_("Bahasa"), person.get_language_display()),
        (_("Tugas"), posting.get_role_display() if posting else ""),
        (_("Lembaga"), posting.organisation if posting else ""),
        (_("Tempat"), _place(posting)),
        (
            _("Terakhir masuk"),
            date_format(timezone.localtime(seen), "j F Y") if seen else _("belum pernah"),
        ),
    ]
    return [{"term": term, "value": value} for term, value in rows]


def _posting_row(posting: Posting, by: User) -> dict:
    open_ended = _is_unended(posting)
    if posting.ends_on is None:
        days = _("sejak %(start)s") % {"start": date_format(posting.starts_on, "j F Y")}
    else:
        days = _("%(start)s sampai %(end)s") % {
            "start": date_format(posting.starts_on, "j F Y"),
            "end": date_format(posting.ends_on, "j F Y"),
        }
    return {
        "role": posting.get_role_display(),
        "where": " · ".join(filter(None, [str(posting.organisation), _place(posting)])),
        "days": days,
        "decree": posting.decree,
        "is_open": open_ended,
        "end_url": reverse("people:end_posting", args=[posting.pk])
        if open_ended and how_to_end(posting, by=by)
        else "",
        "extend_url": reverse("people:extend_posting", args=[posting.pk])
        if open_ended and posting.ends_on and how_to_end(posting, by=by, act=Act.EXTEND)
        else "",
    }


def overview_cards(user: User) -> list[dict]:
    """[{title, text, url, icon}] of what this person may manage."""
    cards = []
    if user.can(Permission.PEOPLE_MANAGE_OWN, Permission.PEOPLE_MANAGE_DISTRICT):
        people = User.objects.visible_to(user).filter(is_active=True).count()
        text = _("%(n)s akun aktif. Undang, pindahkan, atau akhiri tugas.") % {"n": people}
        cards.append(_card(_("Orang"), text, "people:list", "person-gear"))
        text = _("Petugas dan lembaga yang punya hubungan dengan P3MI.")
        cards.append(_card(_("Keterkaitan dengan P3MI"), text, "people:tie_list", "shield-lock"))
    if user.can(Permission.PEOPLE_CONFIRM):
        text = _("Siapa yang bertugas di mana, dan apa yang dapat Anda akhiri.")
        cards.append(_card(_("Orang"), text, "people:list", "person-gear"))
    if user.can(Permission.PEOPLE_MANAGE_OWN, Permission.PEOPLE_CONFIRM):
        waiting = len(open_requests(user))
        text = ngettext("%(n)s permintaan menunggu.", "%(n)s permintaan menunggu.", waiting) % {
            "n": waiting
        }
        cards.append(_card(_("Permintaan tentang akun"), text, "people:requests", "shield-check"))
        text = _("Undangan, tugas, dan perubahan akun: siapa melakukan apa, kapan.")
        cards.append(_card(_("Tindakan terhadap orang"), text, "people:acts", "clock-history"))
    if user.can(Permission.DIRECTORY_OWN):
        text = _("Layanan, jam buka, tempat penuh, dan hari tutup di direktori.")
        cards.append(_card(_("Data lembaga saya"), text, "organisations:own", "building"))
    if user.can(Permission.DUTY_MANAGE):
        text = _("Siapa yang diberi tahu bila ada rujukan masuk, dan pada hari apa.")
        cards.append(_card(_("Piket"), text, "duties:list", "calendar-event"))
    if user.can(Permission.NATION_MANAGE):
        cards += [*_organisation_cards(user), _letterhead_card()]
    if user.can(Permission.MASTER_DATA_MANAGE):
        cards += [*_organisation_cards(user), *_master_data_cards(), _letterhead_card()]
        cards.append(
            _card(
                _("Surat"),
                _("Teks baku undangan, rujukan, dan surat lain."),
                "letters:list",
                "envelope-paper",
            )
        )
        cards += [
            _card(str(one.title), str(one.text), one.url_name, one.icon) for one in MASTER_DATA
        ]
    return cards


def _organisation_cards(user: User) -> list[dict]:
    partners = Organisation.objects.managed_by(user).current()
    known = partners.count()
    old = partners.unchecked_for(CHECK_AFTER).count()
    points = ServicePoint.objects.managed_by(user).current().count()
    text = ngettext("%(n)s lembaga.", "%(n)s lembaga.", known) % {"n": known}
    if old:
        text += " " + _("%(n)s perlu diperiksa lagi.") % {"n": old}
    return [
        _card(_("Lembaga dan mitra"), text, "organisations:list", "buildings"),
        _card(
            _("Kantor dan loket"),
            ngettext("%(n)s titik layanan yang buka.", "%(n)s titik layanan yang buka.", points)
            % {"n": points},
            "organisations:point_list",
            "building",
        ),
    ]


def _letterhead_card() -> dict:
    text = _("Kepala surat dan penanda tangan.")
    return _card(_("Kop surat"), text, "organisations:letterhead_list", "file-earmark-text")


def _master_data_cards() -> list[dict]:
    return [
        _card(
            _("Standar layanan"),
            _("Berapa lama setiap layanan loket, dan biayanya."),
            "organisations:standard_list",
            "clock",
        ),
        _card(
            _("Daftar P3MI"),
            _("Izin, kapan diperiksa, dan jumlah pengaduan terverifikasi."),
            "agency_list",
            "globe2",
        ),
        _card(
            _("Hari libur"),
            _("Hari tanpa layanan di kabupaten ini."),
            "organisations:holiday_list",
            "calendar-event",
        ),
    ]


def _card(title: str, text: str, url_name: str, icon: str) -> dict:
    return {"title": title, "text": text, "url": reverse(url_name), "icon": icon}
