"""The broker is killed with -9 while people work: nobody notices, and every mail still goes out, once."""

from collections import Counter

from tests.journeys.steps import (
    CENTRE,
    client_with_a_case,
    press,
    register_a_client,
    send_the_referral,
    write_a_referral,
)

PATIENCE = 2.0  # seconds; a save that waited for the broker took 19 and more elsewhere
ON_DUTY, COLLEAGUE = "wcc.cirebon", "supervisor.wcc.cirebon"


def test_saves_are_as_quick_without_a_broker_and_each_mail_goes_out_once(house, let_in):
    rini = let_in("meja.cirebon")
    client_with_a_case(rini, "Kartini Contoh Rembulan")
    with_broker = write_a_referral(rini, partner=CENTRE)
    usual = seconds_of(rini, send_the_referral)
    house.mails("wcc.cirebon", with_broker)

    house.kill_broker()
    took = [seconds_of(rini, register_a_client, "Kartini Contoh Mentari")]
    client_with_a_case(rini, "Kartini Contoh Gemintang")
    without_broker = write_a_referral(rini, partner=CENTRE)
    took.append(seconds_of(rini, send_the_referral))
    assert max(took) < max(PATIENCE, 2 * usual)
    assert house.mailbox.to("wcc.cirebon", without_broker) == []

    house.broker.start()
    house.mails(ON_DUTY, without_broker)
    house.until(lambda: waiting(house) == 0)

    for address in (with_broker, without_broker):
        assert len(house.mailbox.to(ON_DUTY, address)) == 1
        assert house.mailbox.to(COLLEAGUE, address) == []
    sent = Counter(mail["Message-ID"] for mail in house.mailbox.mails)
    assert set(sent.values()) == {1}


def test_a_partner_answers_while_the_broker_is_dead(house, let_in):
    rini = let_in("meja.cirebon")
    client_with_a_case(rini, "Kartini Contoh Fajar")
    address = write_a_referral(rini)
    send_the_referral(rini)
    house.kill_broker()
    try:
        saadah = let_in("wcc.cirebon", address)
        assert seconds_of(saadah, press, "Terima") < PATIENCE * 2
    finally:
        house.broker.start()
    house.mails("meja.cirebon", address)


def seconds_of(page, step, *args) -> float:
    """How long the server took over the slowest POST of a step."""
    posts = []

    def note(response) -> None:
        if response.request.method == "POST" and "/draf/" not in response.url:
            timing = response.request.timing
            posts.append((timing["responseStart"] - timing["requestStart"]) / 1000)

    page.on("response", note)
    step(page, *args)
    page.remove_listener("response", note)
    return max(posts)


def waiting(house) -> int:
    ((count,),) = house.sql(
        "SELECT count(*) FROM notifications_notification WHERE state = 'pending'"
    )
    return count
