"""What the demo writes, a real office can make: each kind of master row by a page or command, with DEMO off.

The lists are compared with the models; one that is added must be given a way here, and each way is really gone.
"""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from ltsa.accounts.models import User
from ltsa.accounts.permissions import Role
from ltsa.demo.cast import id_of
from ltsa.demo.stage import LOADERS
from ltsa.organisations.models import Kind, Organisation, ServicePoint

pytestmark = pytest.mark.django_db

ADMIN, HEAD, NATION = "admin.cirebon", "supervisor.wcc.cirebon", "sistem"
TOMORROW = f"{timezone.localdate() + timedelta(days=1):%d/%m/%Y}"
# model: (who, page, what is typed); ids of the cast are filled in.
PAGES = {
    "organisations.Organisation": (ADMIN, "/kelola/lembaga/baru/", {"name": "Lembaga Contoh", "kind": "union"}),
    "organisations.ServicePoint": (ADMIN, "/kelola/lembaga/{house}/titik/", {"type": "partner", "name": "Kantor kedua", "area": "32.09"}),
    "organisations.Agreement": (ADMIN, "/kelola/lembaga/{house}/perjanjian/", {"number": "PKS/9", "starts_on": "01/01/2026"}),
    "organisations.Holiday": (ADMIN, "/kelola/hari-libur/", {"on": "24/12/2026", "name": "Hari jadi"}),
    "organisations.Letterhead": (ADMIN, "/kelola/kop-surat/{house}/", {"lines": "WCC CONTOH", "version": 0}),
    "organisations.ServiceStandard": (ADMIN, "/kelola/kantor/{desk}/standar/", {"name": "AK-1", "limit": 20, "unit": "minutes", "starts_on": "01/01/2026"}),
    "organisations.Agency": (ADMIN, "/kelola/p3mi/baru/", {"name": "PT Contoh", "kind": "p3mi", "status": "unknown"}),
    "organisations.ServedDistrict": (ADMIN, "/kelola/lembaga/kabupaten-lain/", {"organisation": "{far}"}),
    "organisations.OfferedService": (HEAD, "/kelola/lembaga/{house}/layanan/", {"code": "mediation"}),
    "organisations.OpeningHours": (HEAD, "/kelola/lembaga/{house}/jam/", {"version": 1, "opens_1": "8", "closes_1": "15"}),
    "organisations.Closure": (HEAD, "/kelola/lembaga/{house}/penutupan/", {"starts_on": TOMORROW, "ends_on": TOMORROW, "reason": "Rapat"}),
    "organisations.AddressChange": (ADMIN, "/kelola/lembaga/{house}/surel/", {"address": "lembaga@contoh.invalid"}),
    "organisations.Suspension": (ADMIN, "/kelola/lembaga/{house}/tangguhkan/", {"reason": "Laporan yang perlu diperiksa.", "hours": 24}),
    "accounts.Duty": (HEAD, "/piket/baru/", {"user": "{person}", "starts_on": TOMORROW, "ends_on": TOMORROW}),
}  # fmt: skip
COMMANDS = {
    "accounts.User": ("add_person", "Siti Umpama", "siti@contoh.invalid", "--role", "viewer"),
    "accounts.Posting": ("add_person", "Siti Umpama", "siti@contoh.invalid", "--role", "viewer"),
    "villages.VillageProfile": ("set_village", "32.09.30.2001", "--head", "Kepala Contoh"),
    "dashboard.Baseline": ("add_baseline", "villages", "36", "2022-12-31", "--source", "Buku contoh"),
}  # fmt: skip
# What people write while they work: the pages are tried by test_double_submit, test_story_by_api and the journeys.
BY_WORK = {
    "services.Migrant": "/klien/baru/", "services.Journey": "/klien/<id>/perjalanan/", "services.Merge": "/klien/<id>/gabung/<id>/",
    "services.Appointment": "/klien/<id>/janji/", "services.ContractCheck": "/klien/<id>/perjanjian-kerja/",
    "services.ExitAnswer": "/konseling/<id>/tanda-terima/jawaban/", "services.DeskVisit": "/loket/nomor/",
    "services.DocumentCheck": "/klien/<id>/dokumen/", "services.PsychosocialCourse": "/klien/<id>/pendampingan/",
    "services.UnionMembership": "/klien/<id>/serikat/", "cases.Case": "/klien/<id>/kasus/", "cases.Incident": "/kasus/<id>/",
    "cases.ActionPlan": "/kasus/<id>/", "cases.Mediation": "/kasus/<id>/", "cases.ConflictLock": "/kasus/<id>/kunci/",
    "cases.OutsideLink": "/rujukan/<id>/tautan/", "cases.ExternalTicket": "/kasus/<id>/", "clocks.Clock": "by the acts that start it",
}  # fmt: skip


@pytest.fixture(autouse=True)
def in_production(settings):
    settings.DEMO = False


@pytest.fixture
def ids(cast) -> dict:
    return {
        "house": cast[HEAD].posting.organisation_id,
        "far": id_of("house", "kpi.blitar"),
        "desk": ServicePoint.objects.get(organisation=id_of("house", "cirebon"), desk="KTK").pk,
        "person": cast.wcc_cirebon.pk,
    }


@pytest.fixture
def at_work(as_user, cast):
    """Signed in as in production: with a second factor."""

    def sign_in(who: str):
        Authenticator.objects.create(user=cast[who], type="totp", data={"secret": "x"})
        return as_user(who)

    return sign_in


def test_every_kind_of_row_that_the_demo_or_an_office_has_is_listed():
    autodiscover_modules("demo")
    written = {loader.model._meta.label for loader in LOADERS}
    master = {
        model._meta.label
        for model in apps.get_app_config("organisations").get_models()
        if not model.__name__.endswith("Event")
    }
    people = {"accounts.User", "accounts.Posting"}
    assert written | master | people == set(PAGES) | set(COMMANDS) | set(BY_WORK)


@pytest.mark.parametrize("label", PAGES)
def test_a_page_makes_it(label, at_work, ids):
    who, page, typed = PAGES[label]
    model, client = apps.get_model(label), at_work(who)
    before = set(model.objects.values_list("pk", flat=True))
    told = {k: v.format(**ids) if isinstance(v, str) else v for k, v in typed.items()}
    answer = client.post(page.format(**ids), told)
    assert answer.status_code == 302, answer.context["form"].errors if answer.context else answer
    assert set(model.objects.values_list("pk", flat=True)) - before


@pytest.mark.parametrize("label", COMMANDS)
def test_a_command_makes_it(label):
    model = apps.get_model(label)
    before = set(model.objects.values_list("pk", flat=True))
    call_command(*COMMANDS[label])
    assert set(model.objects.values_list("pk", flat=True)) - before


@pytest.mark.parametrize("kind", Kind.values)
def test_a_page_makes_an_organisation_of_every_kind(kind, at_work):
    typed = {"name": f"Lembaga {kind}", "kind": kind}
    assert at_work(ADMIN).post("/kelola/lembaga/baru/", typed).status_code == 302
    assert Organisation.objects.get(name=typed["name"]).district_id == "32.09"
    if kind != Kind.VILLAGE:
        assert at_work(NATION).post("/kelola/lembaga/baru/", typed).status_code == 302
        assert Organisation.objects.filter(name=typed["name"], district=None).exists()


ROLES = {
    "village_volunteer": "32.09.30.2009", "desk_officer": "cirebon", "counsellor": "sbmi.cirebon", "companion": "uptdppa.cirebon",
    "supervisor": "sbmi.cirebon", "district_admin": "cirebon", "viewer": "nation", "data_protection_officer": "nation",
    "system_admin": "nation",
}  # fmt: skip


def test_a_command_gives_every_role():
    assert set(ROLES) == set(Role.values)
    for number, (role, house) in enumerate(ROLES.items()):
        # A person who may add others comes last in her house, so the supervisor of the union after its counsellor.
        where = ["--organisation", str(id_of("house", house))]
        call_command(
            "add_person", "Siti Umpama", f"s{number}@contoh.invalid", "--role", role, *where
        )
        assert User.objects.get(email=f"s{number}@contoh.invalid").posting.role == role
