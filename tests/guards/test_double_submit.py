"""A double click, a reload, a retry: each form that makes something makes one row, and both answers lead to it."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Case, Referral, ReferralNote
from ltsa.notifications.models import Notification
from ltsa.organisations.models import (
    Agency,
    Agreement,
    Closure,
    Holiday,
    OfferedService,
    Organisation,
    ServicePoint,
)
from ltsa.timeline.models import Event
from services.codes import ContractItem
from services.models import (
    Appointment,
    ContractCheck,
    CounsellingSession,
    Journey,
    Merge,
    Migrant,
    PsychosocialCourse,
    UnionMembership,
)
from tests.moments import typed
from villages.models import VillageRequest

PERSON = {
    "full_name": "Wagiyem Karangan", "sex": "female", "age_band": "25-35", "village": "32.09.30.2007",
    "client_type": "prospective", "phase": "before", "consent": "named",
}  # fmt: skip
TALK = {
    "channel": "phone",
    "kind": "legal",
    "started_at": "01/10/2026 09.00",
    "from_paper": "on",
    "identity_check": "not_checked",
    "consent_read": "True",
    "outcome": "enough",
}
REFERRAL = {
    "services": ["legal"], "priority": "normal", "needs": "Perlu pendamping.", "disclose": ["identity"],
    "consent_given": "on", "method": "signature",
}  # fmt: skip
FAMILY = {
    "reporter_name": "Ibu Contoh", "relation": "parent", "phone": "081234567890", "phone_safe": "yes",
    "needs": "Belum ada kabar.", "urgent": "False", "consent": "voice",
}  # fmt: skip
NEXT_WEEK = f"{timezone.localtime() + timedelta(days=7):%d/%m/%Y} 09.00"
# (who, page, what is typed, what it makes)
CREATES = [
    ("meja.cirebon", "/klien/baru/", PERSON, Migrant),
    ("meja.cirebon", "/klien/{client}/keluarga/", PERSON | {"client_type": "family"}, Migrant),
    ("meja.cirebon", "/klien/{client}/konseling/", TALK, CounsellingSession),
    ("meja.cirebon", "/layanan/", TALK | PERSON | {"who": "new", "age": "27"}, CounsellingSession),
    ("meja.cirebon", "/konseling/kelompok/", TALK | {"title": "Temu warga", "n_female_before_2": "4"}, CounsellingSession),
    ("meja.cirebon", "/klien/{client}/janji/", {"at": NEXT_WEEK, "channel": "phone"}, Appointment),
    ("konselor.cirebon", "/klien/{client}/pendampingan/", {"goals": ["calm"]}, PsychosocialCourse),
    ("meja.cirebon", "/klien/{client}/perjalanan/", {"destination": "Jepang"}, Journey),
    ("admin.cirebon", "/kelola/p3mi/baru/", {"name": "PT Contoh", "kind": "p3mi", "status": "unknown"}, Agency),
    ("meja.cirebon", "/klien/{client}/serikat/", {"association": "Paguyuban", "answer": "interested"}, UnionMembership),
    ("meja.cirebon", "/klien/{client}/perjanjian-kerja/", {item.value: "yes" for item in ContractItem}, ContractCheck),
    ("meja.cirebon", "/klien/{client}/gabung/{other}/", {"reason": "NIK sama"}, Merge),
    ("meja.cirebon", "/klien/{client}/kasus/", {"primary_type": "KRJ01", "account": "Gaji.", "reported_by": "self"}, Case),
    ("meja.cirebon", "/kasus/{case}/rujuk/", REFERRAL, Referral),
    ("kader.cirebon", "/desa/permintaan/baru/", FAMILY, VillageRequest),
    ("admin.cirebon", "/kelola/lembaga/baru/", {"name": "Lembaga Contoh", "kind": "union"}, Organisation),
    ("admin.cirebon", "/kelola/hari-libur/", {"on": typed(20), "name": "Hari jadi"}, Holiday),
    ("sbmi.cirebon", "/kelola/lembaga/{union}/layanan/", {"code": "police", "sex": "female"}, OfferedService),
    ("sbmi.cirebon", "/kelola/lembaga/{union}/penutupan/", {"starts_on": typed(1), "ends_on": typed(2), "reason": "Rapat"}, Closure),
    ("admin.cirebon", "/kelola/lembaga/{union}/perjanjian/", {"number": "PKS/9", "starts_on": "01/01/2026"}, Agreement),
]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "path", "typed", "model"), CREATES, ids=[one[1] for one in CREATES]
)
def test_two_clicks_make_one_row(as_user, cast, case, migrant, who, path, typed, model):
    union = cast["sbmi.cirebon"].posting.organisation_id
    address = path.format(client=case.migrant_id, other=migrant.pk, case=case.pk, union=union)
    body = typed | {"idempotency_key": str(uuid.uuid4())}
    if model is Referral:
        body |= {"to": union, "expires_on": f"{timezone.localdate() + timedelta(days=9):%d/%m/%Y}"}
    client, before = as_user(who), model.objects.count()
    first = client.post(address, body)
    assert first.status_code == 302, first.context["form"].errors
    told = (Event.objects.count(), Notification.objects.count(), ServicePoint.objects.count())
    second = client.post(address, body)
    assert (second.status_code, second.url) == (302, first.url)
    assert model.objects.count() == before + 1
    assert told == (
        Event.objects.count(),
        Notification.objects.count(),
        ServicePoint.objects.count(),
    )


# (who, verb, what is typed, how far the referral has come)
VERBS = [
    ("wcc.cirebon", "ask", {"text": "Boleh datang Senin?"}, "sent"),
    ("meja.cirebon", "answer", {"text": "Boleh."}, "sent"),
    ("meja.cirebon", "share", {"needs": "Perlu rumah aman."}, "sent"),
    ("meja.cirebon", "call", {"result": "no_answer"}, "sent"),
    ("wcc.cirebon", "feedback", {"text": "Sudah dilayani."}, "in_progress"),
    ("wcc.cirebon", "report_service", {"note": "Sudah."}, "in_progress"),
    (
        "meja.cirebon",
        "ask_client",
        {"helped": "yes", "how": "phone", "score": "5"},
        "service_given",
    ),
]


@pytest.mark.parametrize(("who", "verb", "typed", "state"), VERBS, ids=[one[1] for one in VERBS])
def test_two_clicks_on_a_form_of_a_referral_write_and_tell_once(
    as_user, cast, make_referral, who, verb, typed, state
):
    sent, wcc = make_referral(priority="emergency"), cast["wcc.cirebon"]
    if state != "sent":
        sent = actions.accept_referral(sent, contact="Ibu Contoh", by=wcc)
        sent = actions.start_referral(sent, by=wcc)
    if state == "service_given":
        sent = actions.report_service(sent, by=wcc)
    client, address = as_user(who), f"/rujukan/{sent.pk}/{verb}/"
    client.get(f"/rujukan/{sent.pk}/")  # the first look of its recipient is an event of its own
    key = client.get(address).context["form"].key
    body, before = typed | {"idempotency_key": key}, Event.objects.count()
    first = client.post(address, body)
    assert first.status_code == 302, first.context["form"].errors
    told = (Event.objects.count(), Notification.objects.count(), ReferralNote.objects.count())
    assert told[0] > before
    second = client.post(address, body, follow=True)
    assert second.redirect_chain == [(first.url, 302)]
    assert not list(second.context["messages"])
    assert told == (
        Event.objects.count(),
        Notification.objects.count(),
        ReferralNote.objects.count(),
    )


def test_another_text_under_the_same_key_is_not_swallowed(as_user, make_referral):
    sent, client = make_referral(), as_user("wcc.cirebon")
    address = f"/rujukan/{sent.pk}/ask/"
    key = client.get(address).context["form"].key
    client.post(address, {"text": "Boleh Senin?", "idempotency_key": key})
    again = client.post(address, {"text": "Boleh Selasa?", "idempotency_key": key})
    assert again.status_code == 200 and "sudah disimpan" in again.content.decode()
    assert "Boleh Selasa?" in again.content.decode()
