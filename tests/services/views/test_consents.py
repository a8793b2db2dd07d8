import io
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from cases import actions as cases
from ltsa.audit.models import Record
from ltsa.timeline.models import Event
from services import actions
from services.models import Consent, ConsentProof
from services.proofs import Proof

SOON = f"{timezone.localdate() + timedelta(days=30):%d/%m/%Y}"
YES = {"decision": "given", "method": "tick", "expires_on": SOON, "given_by": "self"}


def photo() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 120, 60)).save(written, "PNG")
    return written.getvalue()


@pytest.fixture
def ask(as_user, migrant):
    """`ask("contact", …)`: the form of that question, filled in and sent."""

    def send(purpose="contact", *, who="meja.cirebon", client=None, upload=None, **told):
        body = YES | {"idempotency_key": str(uuid.uuid4())} | told
        if upload is not None:
            body["proof"] = SimpleUploadedFile(*upload)
        address = f"/klien/{(client or migrant).pk}/persetujuan/baru/?untuk={purpose}"
        return as_user(who).post(address, body)

    return send


@pytest.fixture
def kept(cast, migrant):
    return actions.record_consent(
        migrant,
        purpose="contact",
        method="tick",
        expires_on=timezone.localdate() + timedelta(days=30),
        by=cast["meja.cirebon"],
    )


def answers(migrant):
    return Consent.objects.filter(migrant=migrant).exclude(purpose="record")


def test_the_script_is_shown_in_indonesian_whatever_the_screen_speaks(as_user, migrant):
    client = as_user("meja.cirebon")
    client.cookies["language"] = "en"
    for purpose in ("record", "referral", "statistics", "contact", "follow_up", "story"):
        page = client.get(f"/klien/{migrant.pk}/persetujuan/baru/?untuk={purpose}")
        assert '<p class="script script-large" lang="id">' in page.content.decode()
        assert page.context["text"].purpose == purpose


def test_a_question_that_is_none_shows_the_first(as_user, migrant):
    page = as_user("meja.cirebon").get(f"/klien/{migrant.pk}/persetujuan/baru/?untuk=%00")
    assert page.context["purpose"] == "record"


def test_her_answer_is_kept_and_its_page_shows_what_was_read(ask, as_user, migrant):
    answer = ask()
    kept = answers(migrant).get()
    assert answer.url == f"/persetujuan/{kept.pk}/"
    page = as_user("meja.cirebon").get(answer.url)
    assert page.context["text"].script in page.content.decode()


def test_a_no_needs_no_proof(ask, migrant, cast):
    house = cast["sbmi.cirebon"].posting.organisation_id
    assert ask("referral", decision="refused", recipient=house, method="").status_code == 302
    assert answers(migrant).get().decision == "refused"


def test_a_yes_to_share_needs_more_than_a_tick(ask, migrant, cast):
    house = cast["sbmi.cirebon"].posting.organisation_id
    page = ask("referral", recipient=house, groups=["identity"])
    assert "method" in page.context["form"].errors
    answer = ask("referral", recipient=house, groups=["identity"], method="signature")
    assert answer.status_code == 302
    assert answers(migrant).get().groups == ["identity"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"method": ""}, "method"),
        ({"method": "witness"}, "witness"),
        ({"given_by": "guardian"}, "guardian"),
        ({"given_by": "exception"}, "given_by"),
        ({"expires_on": "01/01/2020"}, "expires_on"),
        ({"expires_on": "31/12/9999"}, "expires_on"),
        ({"decision": ""}, "decision"),
    ],
)
def test_what_is_missing_is_said_at_its_field(ask, migrant, told, field):
    assert field in ask(**told).context["form"].errors
    assert not answers(migrant).exists()


def test_a_child_who_answers_alone_is_asked_about_once_and_helped_all_the_same(ask, make_migrant):
    child = make_migrant(age_band="<18")
    page = ask(client=child)
    assert page.status_code == 200
    assert page.context["form"].doubts
    assert ask(client=child, confirmed="on").status_code == 302
    assert answers(child).count() == 1


def test_a_guardian_answers_for_a_child_with_her_name(ask, make_migrant):
    child = make_migrant(age_band="<18")
    answer = ask(client=child, given_by="guardian", guardian="Ibu Contohsari")
    assert answer.status_code == 302
    assert answers(child).get().guardian == "Ibu Contohsari"


BAD = {
    "a program renamed": ("foto.jpg", b"MZ" + b"\0" * 300, "image/jpeg"),
    "50 MB": ("foto.jpg", b"\xff\xd8\xff" + b"\0" * 50_000_000, "image/jpeg"),
    "a drawing": ("foto.svg", b"<svg onload='alert(1)'/>", "image/svg+xml"),
    "an archive": ("foto.zip", b"PK\x03\x04" + b"\0" * 300, "application/zip"),
    "a page behind a recording": ("suara.mp3", b"ID3" + b"\0" * 90 + b"<script>", "audio/mpeg"),
    "nothing": ("foto.jpg", b"", "image/jpeg"),
    "a recording for a signature": ("suara.ogg", b"OggS" + b"\0" * 90, "audio/ogg"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_said_at_its_field_and_nothing_is_half_saved(ask, migrant, what):
    page = ask(method="signature", upload=BAD[what])
    assert page.status_code == 200
    assert page.context["form"].errors["proof"]
    assert not answers(migrant).exists()
    assert not ConsentProof.objects.exists()


def test_two_clicks_with_a_photo_make_one_answer(ask, migrant):
    told = {"method": "signature", "idempotency_key": str(uuid.uuid4())}
    first = ask(upload=("foto.png", photo(), "image/png"), **told)
    second = ask(upload=("foto.png", photo(), "image/png"), **told)
    assert (first.status_code, second.url) == (302, first.url)
    assert answers(migrant).count() == 1


def test_the_proof_comes_as_a_file_to_save_and_leaves_a_trace(ask, as_user, migrant):
    ask(method="thumbprint", upload=("jempol ibu suharti.png", photo(), "image/png"))
    kept = answers(migrant).get()
    answer = as_user("meja.cirebon").get(f"/persetujuan/{kept.pk}/bukti/")
    assert answer["Content-Disposition"] == 'attachment; filename="bukti.jpg"'
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(answer.content)).size == (40, 30)
    assert Record.objects.get(subject=kept.pk, verb="reveal").fields == ["proof"]


@pytest.mark.parametrize("who", ["wcc.cirebon", "meja.tulungagung", "kader.cirebon", "sistem"])
def test_nobody_else_opens_the_proof(ask, as_user, migrant, who):
    ask(method="thumbprint", upload=("foto.png", photo(), "image/png"))
    kept = answers(migrant).get()
    for part in ("", "bukti/", "kartu/", "cabut/"):
        assert as_user(who).get(f"/persetujuan/{kept.pk}/{part}").status_code in (403, 404)


def test_rule_7_two_clicks_from_her_page_take_it_back(as_user, kept, migrant):
    client = as_user("meja.cirebon")
    assert (
        f'href="/persetujuan/{kept.pk}/cabut/"'
        in client.get(f"/klien/{migrant.pk}/").content.decode()
    )
    page = client.get(f"/persetujuan/{kept.pk}/cabut/")
    assert "Yang terjadi saat itu juga" in page.content.decode()
    answer = client.post(f"/persetujuan/{kept.pk}/cabut/", {"way": "message"})
    assert answer.url == f"/klien/{migrant.pk}/"
    assert not Consent.objects.get(pk=kept.pk).is_valid
    assert Event.objects.get(subject=kept.pk, verb="consent.withdraw").detail["way"] == "message"


def test_a_second_click_on_withdrawing_shows_that_it_is_done(as_user, kept):
    client, address = as_user("meja.cirebon"), f"/persetujuan/{kept.pk}/cabut/"
    client.post(address, {"way": "phone"})
    assert client.post(address, {"way": "phone"}).url == f"/persetujuan/{kept.pk}/"


def test_rule_7_a_partner_may_write_down_that_she_stops(as_user, cast, referral):
    cases.accept_referral(referral, by=cast["wcc.cirebon"])
    page = as_user("wcc.cirebon").get(f"/persetujuan/{referral.consent_id}/cabut/")
    assert "1 rujukan yang masih berjalan berakhir" in page.content.decode()
    answer = as_user("wcc.cirebon").post(page.request["PATH_INFO"], {"way": "in_person"})
    assert answer.url == "/beranda/"
    referral.refresh_from_db()
    assert referral.state == "expired"


def test_the_card_names_nobody(as_user, referral):
    page = (
        as_user("meja.cirebon").get(f"/persetujuan/{referral.consent_id}/kartu/").content.decode()
    )
    card = page[page.index("<article") : page.index("</article>")]
    migrant = referral.case.migrant
    assert migrant.code in card
    for secret in (str(migrant), str(referral.to), str(referral.sender), referral.code):
        assert secret not in card
    assert Record.objects.get(subject=referral.consent_id, verb="print")


def test_the_card_names_the_house_only_when_asked_and_never_of_a_restricted_case(
    as_user, referral, make_referral, make_case
):
    desk = as_user("meja.cirebon")
    page = desk.get(f"/persetujuan/{referral.consent_id}/kartu/?lembaga=ya").content.decode()
    assert str(referral.sender) in page[page.index("<article") : page.index("</article>")]
    case = make_case(by="wcc.cirebon", restricted=True, types=(), account="")
    secret = make_referral(case, to="uptdppa.cirebon", by="wcc.cirebon")
    wcc = as_user("wcc.cirebon")
    page = wcc.get(f"/persetujuan/{secret.consent_id}/kartu/?lembaga=ya").content.decode()
    assert str(secret.sender) not in page[page.index("<article") : page.index("</article>")]


def test_there_is_no_card_of_what_she_took_back(as_user, kept, cast):
    actions.withdraw_consent(kept, by=cast["meja.cirebon"])
    assert as_user("meja.cirebon").get(f"/persetujuan/{kept.pk}/kartu/").status_code == 404


def test_a_partner_reads_what_she_allowed_and_neither_proof_nor_guardian(as_user, cast, migrant):
    told = {"purpose": "referral", "recipient": cast["wcc.cirebon"].posting.organisation}
    told |= {"groups": ["identity"], "method": "signature", "given_by": "guardian"}
    told |= {"guardian": "Bapak Umpamawan", "witness": "Bu Saksi Contoh"}
    kept = actions.record_consent(
        migrant,
        expires_on=timezone.localdate() + timedelta(days=30),
        proof=Proof(photo(), "image/jpeg"),
        by=cast["meja.cirebon"],
        **told,
    )
    desk, wcc = as_user("meja.cirebon"), as_user("wcc.cirebon")
    assert desk.get(f"/persetujuan/{kept.pk}/bukti/").status_code == 200
    page = wcc.get(f"/persetujuan/{kept.pk}/").content.decode()
    for secret in ("Umpamawan", "Saksi Contoh", "/bukti/"):
        assert secret not in page
    assert wcc.get(f"/persetujuan/{kept.pk}/bukti/").status_code == 404
