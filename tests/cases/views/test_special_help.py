from cases.models import Case


def test_one_tap_on_the_clients_page_leads_straight_to_the_hand_over(as_user, migrant):
    desk, address = as_user("meja.cirebon"), f"/klien/{migrant.pk}/bantuan-khusus/"
    assert address in desk.get(f"/klien/{migrant.pk}/").content.decode()
    answer = desk.post(address)
    case = Case.objects.get(migrant=migrant)
    assert answer["Location"] == f"/kasus/{case.pk}/serahkan/"
    assert case.restricted


def test_two_clicks_open_one_case(as_user, migrant):
    desk = as_user("meja.cirebon")
    for _twice in range(2):
        desk.post(f"/klien/{migrant.pk}/bantuan-khusus/")
    assert Case.objects.filter(migrant=migrant).count() == 1


def test_whoever_was_found_on_the_log_page_is_helped_from_there(as_user, migrant):
    desk = as_user("meja.cirebon")
    shown = desk.post("/layanan/", {"q": "Suharti", "do": "search"}).content.decode()
    assert f"/klien/{migrant.pk}/bantuan-khusus/" in shown


def test_the_page_names_whom_to_telephone_and_not_the_client(as_user, cast, migrant):
    desk = as_user("meja.cirebon")
    shown = desk.post(f"/klien/{migrant.pk}/bantuan-khusus/", follow=True).content.decode()
    assert cast["wcc.cirebon"].posting.organisation.phone_24h in shown
    assert str(migrant) not in shown


def test_rule_2_afterwards_the_officer_sees_the_code_and_that_it_is_looked_after(
    as_user, cast, migrant
):
    desk = as_user("meja.cirebon")
    desk.post(f"/klien/{migrant.pk}/bantuan-khusus/")
    case = Case.objects.get(migrant=migrant)
    to = cast["wcc.cirebon"].posting.organisation
    desk.post(f"/kasus/{case.pk}/serahkan/", {"to": to.pk, "method": "witness"})
    for address in (f"/kasus/{case.pk}/", "/kasus/"):
        shown = desk.get(address).content.decode()
        assert case.code in shown
        assert "Ditangani" in shown
        assert str(to) not in shown


def test_a_client_of_another_house_is_not_found_this_way(as_user, make_migrant):
    other = make_migrant(by="wcc.cirebon")
    assert as_user("meja.cirebon").post(f"/klien/{other.pk}/bantuan-khusus/").status_code == 404
