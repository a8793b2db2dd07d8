"""The main job, as it happens: Rini at the desk, Sa'adah at the centre with her phone, Agus in the district office."""

from playwright.sync_api import expect

from tests.browser.fixtures import PHONE, type_login
from tests.journeys.steps import (
    CENTRE,
    UNPAID_WAGES,
    expect_neutral,
    figure,
    link_in,
    log_the_counselling,
    open_an_ordinary_case,
    press,
    register_a_client,
    send_the_referral,
    write_a_referral,
)

NAME = "Suharti Contoh Kembang"
SENT, OPENED = "Rujukan dikirim", "Kasus dibuka"


def test_a_woman_is_counselled_and_referred_and_the_officer_sees_the_answer(house, visit, sign_in):
    district = sign_in("admin.cirebon", "/dasbor/?period=this_month")
    before = {label: figure(district, label) for label in (SENT, OPENED)}

    # Rini registers her at the desk, logs the talk, opens an ordinary case.
    rini = sign_in("meja.cirebon")
    register_a_client(rini, NAME)
    log_the_counselling(rini)
    open_an_ordinary_case(rini)

    # With her consent she is referred; until it is sent nobody hears of it.
    address = write_a_referral(rini)
    expect(rini.get_by_role("main")).not_to_contain_text("Terkirim")
    assert house.mailbox.to("wcc.cirebon", address) == []
    send_the_referral(rini)

    # The centre gets a mail that says nothing about anybody.
    (mail,) = house.mails("wcc.cirebon", address)
    secrets = [*NAME.split(), "Gebang", CENTRE, "Mawar", "Rini", "KRJ01", UNPAID_WAGES, "Cirebon"]
    expect_neutral(mail, *secrets, "psikososial", "teman bicara")
    assert link_in(mail) == address

    # Sa'adah opens the link on her phone and signs in. Before she accepts she sees the minimum.
    saadah = visit(link_in(mail), screen=PHONE)
    type_login(saadah, "wcc.cirebon")
    saadah.wait_for_url(address)
    seen = saadah.get_by_role("main")
    expect(seen).to_contain_text("Dukungan psikososial")
    for hidden in (NAME, "Gebang Kulon", "Agustus 1999"):
        expect(seen).not_to_contain_text(hidden)
    press(saadah, "Terima")
    expect(seen).to_contain_text("Diterima")
    expect(seen).to_contain_text(NAME)
    expect(seen).to_contain_text("Gebang Kulon")

    # Rini sees the answer, on the page and in her inbox, and gets a mail of her own.
    rini.reload()
    expect(rini.get_by_role("main")).to_contain_text("Diterima")
    rini.goto("/notifikasi/")
    expect(rini.get_by_role("button", name="Rujukan diterima").first).to_be_visible()
    (mail,) = house.mails("meja.cirebon", address)
    expect_neutral(mail, *secrets)

    # And the district's figures have moved by one.
    district.reload()
    assert {label: figure(district, label) - before[label] for label in before} == {
        SENT: 1,
        OPENED: 1,
    }
