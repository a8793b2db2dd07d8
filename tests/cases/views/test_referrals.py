"""What the pages of a referral show, and to whom they stop showing it."""

import re
from urllib.parse import unquote

import pytest
from django.utils import timezone

from cases import actions
from cases.models import Referral
from ltsa.organisations.models import Organisation

NAME, PHONE = "Suharti Contohsari", "+6281234567890"


@pytest.fixture
def let_in(cast, make_migrant, make_case, make_referral):
    """A client of the desk of whom the women's centre was told nothing but what she needs."""
    client = make_migrant(full_name=NAME, phone=PHONE, birth_date=None)
    sent = make_referral(make_case(client), to="wcc.cirebon", disclose=["needs"])
    actions.accept_referral(sent, by=cast["wcc.cirebon"])
    return client


def test_rule_6_a_partner_cannot_read_by_a_referral_of_her_own_what_she_was_not_told(
    cast, as_user, make_case, let_in
):
    wcc = cast["wcc.cirebon"]
    case = make_case(let_in, by=wcc)
    form = {
        "to": Organisation.objects.partners_for(wcc.posting).first().pk,
        "services": ["psychosocial"],
        "priority": "normal",
        "needs": "Perlu teman bicara.",
        "disclose": ["identity", "contact"],
        "consent_given": "on",
        "method": "signature",
        "expires_on": timezone.localdate().isoformat(),
    }
    page = as_user(wcc).post(f"/kasus/{case.pk}/rujuk/", form, follow=True)
    assert not Referral.objects.filter(case=case).exists()
    assert NAME not in page.text
    assert PHONE not in page.text


def test_rule_6_a_draft_shows_no_more_than_its_reader_may_know(cast, as_user, make_case, let_in):
    wcc = cast["wcc.cirebon"]
    case = make_case(let_in, by=wcc)
    to = Organisation.objects.partners_for(wcc.posting).first()
    told = {"services": ["psychosocial"], "priority": "normal", "needs": "Perlu teman bicara."}
    consent = {"method": "signature", "expires_on": timezone.localdate()}
    draft = actions.create_referral(
        case, to=to, disclose=["needs"], consent=consent, by=wcc, **told
    )
    Referral.objects.filter(pk=draft.pk).update(disclose=["identity", "contact", "needs"])
    page = as_user(wcc).get(f"/rujukan/{draft.pk}/").text
    assert NAME not in page
    assert PHONE not in page


def test_rule_7_the_words_between_the_sides_close_with_the_data(cast, as_user, referral):
    actions.write_note(referral, "answer", text="Rumahnya dekat pasar.", by=cast["meja.cirebon"])
    partner = as_user("wcc.cirebon")
    assert "Rumahnya dekat pasar." in partner.get(f"/rujukan/{referral.pk}/").text
    actions.withdraw_consent(referral.consent, by=cast["meja.cirebon"])
    assert "Rumahnya dekat pasar." not in partner.get(f"/rujukan/{referral.pk}/").text
    assert "Rumahnya dekat pasar." in as_user("meja.cirebon").get(f"/rujukan/{referral.pk}/").text


def test_rule_2_a_district_admin_sees_status_and_time_but_not_what_was_asked_for(
    cast, as_user, referral
):
    actions.accept_referral(referral, contact="Ibu Contoh", by=cast["wcc.cirebon"])
    admin = as_user("admin.cirebon")
    for path in (f"/rujukan/{referral.pk}/", "/rujukan/", f"/kasus/{referral.case_id}/"):
        page = admin.get(path).text
        assert "WCC Mawar Balqis" in page
        assert "Psikososial" not in page
        assert "Ibu Contoh" not in page


def test_only_whoever_serves_her_reads_the_whole_number_and_never_an_unsafe_one(
    cast, as_user, make_migrant, make_case, make_referral
):
    for safe, read in (("yes", True), ("no", False)):
        client = make_migrant(full_name=NAME, phone=PHONE, phone_safe=safe)
        referral = make_referral(make_case(client), disclose=["contact"])
        actions.accept_referral(referral, by=cast["wcc.cirebon"])
        address = f"/rujukan/{referral.pk}/"
        assert (PHONE in as_user("wcc.cirebon").get(address).content.decode()) is read
        assert PHONE not in as_user("meja.cirebon").get(address).content.decode()


def shown(page: str) -> list[str]:
    """The lists of data on a page, without white space."""
    return ["".join(one.split()) for one in re.findall(r"<dl.*?</dl>", page, re.DOTALL)]


def test_the_preview_says_what_is_not_sent(make_referral, as_user):
    draft = make_referral(sent=False, disclose=["identity", "needs"])
    shown = as_user("meja.cirebon").get(f"/rujukan/{draft.pk}/")
    assert shown.context["withheld"] == [
        "Nomor telepon dan cara aman menghubungi",
        "Tahap migrasi dan negara tujuan",
        "Kronologi kasus",
    ]
    assert "Tidak dikirim: Nomor telepon" in shown.text


def test_the_preview_for_a_house_without_accounts_has_neither_her_story_nor_files(
    make_referral, as_user, no_accounts
):
    draft = make_referral(sent=False, to=no_accounts, disclose=["identity", "account"])
    shown = as_user("meja.cirebon").get(f"/rujukan/{draft.pk}/")
    titles = [part["title"] for part in shown.context["preview"][1]["parts"]]
    assert "Kronologi kasus" not in titles
    assert "Kronologi kasus" in shown.context["withheld"]
    assert "Lembaga ini tanpa akun." in shown.text


def test_the_preview_is_what_the_partner_reads_before_and_after_she_accepts(
    as_user, make_referral, cast
):
    partner, draft = as_user("wcc.cirebon"), make_referral(sent=False)
    address = f"/rujukan/{draft.pk}/"
    page = as_user("meja.cirebon").get(address).text
    before, after = page.split("Sebelum diterima")[1].split("Sesudah diterima")
    sent = actions.send_referral(draft, by=cast["meja.cirebon"])
    assert shown(before) == shown(partner.get(address).text.split("Rujukan ini")[0])
    actions.accept_referral(sent, by=cast["wcc.cirebon"])
    read = shown(partner.get(address).text.split("Rujukan ini")[0])
    assert len(read) == 4
    assert shown(after)[:4] == read


def test_only_the_sender_may_remind_by_hand_and_with_the_neutral_sentence(cast, as_user, referral):
    def reminds(who) -> str:
        page = as_user(who).get(f"/rujukan/{referral.pk}/").content.decode()
        return page.partition("https://wa.me/?text=")[2].partition('"')[0]

    told = unquote(reminds("meja.cirebon"))
    assert f"/rujukan/{referral.pk}/" in told
    assert referral.code not in told
    assert str(referral.to) not in told
    assert reminds("wcc.cirebon") == reminds("admin.cirebon") == ""
    actions.accept_referral(referral, by=cast["wcc.cirebon"])
    assert reminds("meja.cirebon") == ""


@pytest.mark.parametrize("verb", ["share", "ask_client", "reoffer", "answer"])
def test_a_form_of_the_sender_is_never_shown_to_the_recipient(as_user, referral, verb):
    page = as_user("wcc.cirebon").get(f"/rujukan/{referral.pk}/{verb}/", follow=True).text
    assert referral.needs not in page
    answer = as_user("wcc.cirebon").post(f"/rujukan/{referral.pk}/{verb}/", {"version": "x"})
    assert answer.status_code in (403, 404)
    assert referral.needs not in answer.text


def test_a_draft_is_written_once_more_before_anything_has_left(cast, as_user, make_referral):
    draft = make_referral(sent=False)
    form = {
        "to": draft.to_id,
        "services": ["psychosocial"],
        "priority": "urgent",
        "needs": "Perlu teman bicara.",
        "disclose": ["needs"],
        "consent_given": "on",
        "method": "signature",
        "expires_on": timezone.localdate().isoformat(),
    }
    desk = as_user("meja.cirebon")
    assert "Perlu teman bicara." in desk.get(f"/rujukan/{draft.pk}/ubah/").text
    answer = desk.post(f"/rujukan/{draft.pk}/ubah/", form)
    written = Referral.objects.exclude(pk=draft.pk).get()
    assert answer.url == f"/rujukan/{written.pk}/"
    assert (written.state, written.priority, written.disclose) == ("draft", "urgent", ["needs"])
    draft.refresh_from_db()
    assert (draft.state, draft.sent_at) == ("withdrawn", None)


def test_a_discarded_draft_bars_no_other_and_its_recipient_never_sees_it(
    cast, as_user, make_referral
):
    draft = make_referral(sent=False)
    assert "Buang draf" in as_user("meja.cirebon").get(f"/rujukan/{draft.pk}/").text
    as_user("meja.cirebon").post(f"/rujukan/{draft.pk}/discard/")
    assert Referral.objects.get().state == "withdrawn"
    assert not Referral.objects.visible_to(cast["wcc.cirebon"]).exists()
    assert not Referral.objects.incoming(cast["wcc.cirebon"]).exists()
    make_referral(draft.case)


def test_rule_6_what_has_to_be_prepared_is_read_before_the_answer(as_user, make_referral):
    told = {"language": "jv", "access": ["ramp", "companion"], "with_child": True, "escort": True}
    told["delivery"] = "brought"
    sent = make_referral(**told)
    page = as_user("wcc.cirebon").get(f"/rujukan/{sent.pk}/").text
    for words in (
        "Jawa",
        "Masuk tanpa tangga, Pendamping boleh ikut",
        "Anaknya ikut",
        "didampingi",
        "Diantar petugas",
    ):
        assert words in page
    assert NAME not in page
