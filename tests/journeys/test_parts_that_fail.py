"""The mail server is down, the database is down: what people see, and that it mends itself."""

from playwright.sync_api import expect

from tests.journeys.steps import fill_in_a_client, press, refer_a_client


def test_a_mail_server_that_is_down_is_asked_again(house, let_in):
    house.mailbox.answer = "451 4.3.0 try again later"
    try:
        address = refer_a_client(let_in("meja.cirebon"), "Nyai Contoh Surat")
        row = house.until(lambda: tried(house, address, 1))
    finally:
        house.mailbox.answer = None
    assert row == ("pending", "SMTPRecipientsRefused")
    make_due(house, address)
    assert len(house.mails("wcc.cirebon", address)) == 1


def test_a_server_that_hangs_up_in_the_middle_gets_the_mail_later(house, let_in):
    house.mailbox.hangs_up = True
    try:
        address = refer_a_client(let_in("meja.cirebon"), "Nyai Contoh Putus")
        house.until(lambda: tried(house, address, 1))
    finally:
        house.mailbox.hangs_up = False
    make_due(house, address)
    assert len(house.mails("wcc.cirebon", address)) == 1


def test_a_mail_that_never_goes_out_is_visible_as_failed(house, let_in):
    house.mailbox.answer = "451 4.3.0 try again later"
    try:
        address = refer_a_client(let_in("meja.cirebon"), "Nyai Contoh Gagal")
        for times in range(1, 9):
            state, _ = house.until(lambda n=times: tried(house, address, n))
            make_due(house, address)
    finally:
        house.mailbox.answer = None
    assert state == "failed"
    saadah = let_in("wcc.cirebon", "/notifikasi/")
    expect(saadah.get_by_text("surel gagal").first).to_be_visible()
    # In the portal she was told all the same.
    expect(saadah.get_by_role("button", name="Rujukan masuk").first).to_be_visible()


def test_without_the_database_everybody_gets_a_clear_page_and_then_goes_on(house, let_in, watch):
    rini = let_in("meja.cirebon", "/klien/baru/")
    fill_in_a_client(rini, "Nyai Contoh Basis")
    with house.without_database():
        for path in ("/", "/beranda/", "/masuk/", "/api/v1/codes/topics/", "/tidak-ada/"):
            answer = rini.request.get(path)
            assert (path, answer.status) == (path, 503)
            assert int(answer.headers["retry-after"]) > 0
        assert house.health() == {"status": 503} | {"database": False, "degraded": True} | NOBODY

        press(rini, "Simpan klien")
        expect(
            rini.get_by_role("heading", name="Portal sedang tidak dapat dipakai")
        ).to_be_visible()
        watch.complaints.clear()

    # It is back: the same form is sent again, and she is registered once.
    rini.reload()
    expect(rini.get_by_role("heading", name="Nyai Contoh Basis")).to_be_visible()
    assert house.sql(
        "SELECT count(*) FROM services_migrant WHERE full_name = 'Nyai Contoh Basis'"
    ) == [(1,)]
    house.until(lambda: house.health().get("database"))


NOBODY = dict.fromkeys(["broker", "worker", "relay", "beat"])
MAILS = """FROM notifications_notification AS n JOIN accounts_user AS u ON u.id = n.user_id
           WHERE u.username = 'wcc.cirebon' AND position(n.link in %s) > 0"""


def tried(house, address: str, times: int) -> tuple | None:
    """(state, error) of Sa'adah's mail once it was tried so often."""
    rows = house.sql(f"SELECT n.state, n.error {MAILS} AND n.attempts >= {times}", [address])
    return rows[0] if rows else None


def make_due(house, address: str) -> None:
    """The pause before the next try is over, and the relay hears of it."""
    due = f"""UPDATE notifications_notification SET next_attempt_at = now()
              WHERE id IN (SELECT n.id {MAILS} AND n.state = 'pending')
              RETURNING pg_notify('outbox', id::text)"""  # noqa: S608
    house.sql(due, [address])
