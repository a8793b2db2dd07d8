import re

import pytest

from cases import actions
from cases.models import Referral
from ltsa.accounts.models import Posting
from ltsa.audit.models import Record
from tests.cases.views.test_files import paper
from tests.ltsa.uploads.papers import pdf
from tests.moments import typed


@pytest.fixture
def file(case, cast):
    return actions.add_file(
        case, upload=paper(), kind="payslip", note="Maret", by=cast["meja.cirebon"]
    )


@pytest.fixture
def draft(make_referral, case, file):
    return make_referral(case, attachments=[file], sent=False)


def panels(page: str) -> list[str]:
    """The blocks of data of a referral's page, whatever its level of heading."""
    found = re.findall(
        r'<section class="panel"><div class="panel-head"><h[23]>.*?</section>', page, re.S
    )
    return [re.sub(r"h[23]>", "h>", " ".join(block.split())) for block in found]


def test_the_form_offers_the_files_of_this_case_and_sends_those_ticked(case, file, cast, as_user):
    client, page = as_user("meja.cirebon"), f"/kasus/{case.pk}/rujuk/"
    assert "1. Slip gaji" in client.get(page).content.decode()
    told = {
        "to": cast["wcc.cirebon"].posting.organisation_id,
        "services": ["psychosocial"],
        "priority": "normal",
        "needs": "Perlu teman bicara.",
        "disclose": ["needs"],
        "attachments": [file.pk],
        "consent_given": "on",
        "method": "signature",
        "expires_on": typed(30),
    }
    answer = client.post(page, told)
    referral = Referral.objects.get()
    assert answer.url == f"/rujukan/{referral.pk}/"
    assert [item.file for item in referral.attachments.all()] == [file]


def test_a_case_without_files_is_not_asked_for_any(case, as_user):
    page = as_user("meja.cirebon").get(f"/kasus/{case.pk}/rujuk/").content.decode()
    assert "Berkas yang ikut" not in page


def test_the_preview_is_the_recipients_page_word_for_word(draft, cast, as_user):
    sender, wcc = as_user("meja.cirebon"), as_user("wcc.cirebon")
    preview = sender.get(f"/rujukan/{draft.pk}/").content.decode()
    before, after = re.findall(r'<section class="preview".*?</section>\s*</section>', preview, re.S)
    sent = actions.send_referral(draft, by=cast["meja.cirebon"])
    unanswered = panels(wcc.get(f"/rujukan/{draft.pk}/").content.decode())
    assert panels(before) == unanswered[:1]
    actions.accept_referral(sent, by=cast["wcc.cirebon"])
    accepted = panels(wcc.get(f"/rujukan/{draft.pk}/").content.decode())
    assert panels(after) == accepted[: len(panels(after))]
    assert len(panels(after)) == 5
    assert "Slip gaji" in panels(after)[-1]
    assert "Maret" not in preview


def test_the_bytes_are_the_recipients_after_accepting_and_each_look_is_on_record(
    draft, file, cast, as_user
):
    wcc, path = as_user("wcc.cirebon"), f"/lampiran/{draft.attachments.get().pk}/"
    sent = actions.send_referral(draft, by=cast["meja.cirebon"])
    assert wcc.get(path).status_code == 404
    taken = actions.accept_referral(sent, by=cast["wcc.cirebon"])
    answer = wcc.get(path)
    assert answer.content == pdf()
    assert answer["Content-Disposition"] == f'attachment; filename="{sent.code}-1.pdf"'
    seen = Record.objects.filter(subject=file.pk, verb="view", by=cast["wcc.cirebon"])
    assert seen.count() == 1
    assert as_user("sbmi.cirebon").get(path).status_code == 404
    assert as_user("admin.cirebon").get(path).status_code in (403, 404)
    actions.withdraw_consent(taken.consent, by=cast["meja.cirebon"])
    assert wcc.get(path).status_code == 404
    assert as_user("meja.cirebon").get(path).status_code == 200


def test_a_guest_with_a_link_gets_no_file(draft, cast, client):
    sent = actions.send_referral(draft, by=cast["meja.cirebon"])
    Posting.objects.filter(organisation=sent.to).delete()  # nobody there has an account
    _link, secret = actions.make_link(sent, way="print", by=cast["meja.cirebon"])
    client.get(f"/tamu/{secret.token}/")
    assert client.get(f"/lampiran/{draft.attachments.get().pk}/").status_code in (302, 403, 404)


def test_what_was_shared_lists_versions_changes_files_and_who_had_the_case(draft, cast, as_user):
    desk = cast["meja.cirebon"]
    sent = actions.send_referral(draft, by=desk)
    owner = str(sent.case.owner)
    actions.share_again(sent, needs="Butuh rumah aman malam ini.", by=desk)
    page = as_user("meja.cirebon").get(f"/rujukan/{draft.pk}/dibagikan/").content.decode()
    assert page.index("Versi 2") < page.index("Versi 1")
    assert "Yang berubah: Kebutuhan." in page
    assert page.count("1. Slip gaji") == 2
    assert owner in page


def test_the_form_to_share_again_says_what_has_changed_since(draft, cast, as_user):
    sent = actions.send_referral(draft, by=cast["meja.cirebon"])
    path = f"/rujukan/{sent.pk}/share/"
    client = as_user("meja.cirebon")
    first = client.get(path).content.decode()
    assert "Perlu teman bicara." in first
    assert "Berubah sejak terakhir dibagikan" not in first
    migrant = sent.case.migrant
    migrant.full_name = "Contoh Nama Lain"
    migrant.save()
    assert "Berubah sejak terakhir dibagikan: Nama." in client.get(path).content.decode()
