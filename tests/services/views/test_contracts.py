from services.codes import ContractItem
from services.models import ContractCheck

ALL = {item.value: "yes" for item in ContractItem}


def content(answer) -> str:
    return answer.content.decode()


def test_what_is_missing_is_told_with_what_to_ask(as_user, migrant):
    desk = as_user("meja.cirebon")
    told = ALL | {"wage": "no", "leave": "unclear"}
    answer = desk.post(f"/klien/{migrant.pk}/perjanjian-kerja/", told, follow=True)
    check = ContractCheck.objects.get(migrant=migrant)
    assert answer.redirect_chain[-1][0] == f"/perjanjian-kerja/{check.pk}/"
    page = content(answer)
    assert "Jangan ditandatangani dulu" in page
    assert "Berapa upahnya" in page and "Hari apa libur" in page
    assert "1 tidak ada, 1 tidak jelas" in content(desk.get(f"/klien/{migrant.pk}/"))


def test_only_codes_are_kept(as_user, migrant):
    told = ALL | {"text": "Pihak pertama ..."}
    as_user("meja.cirebon").post(f"/klien/{migrant.pk}/perjanjian-kerja/", told)
    assert ContractCheck.objects.get().answers == ALL


def test_every_item_is_asked(as_user, migrant):
    told = {name: answer for name, answer in ALL.items() if name != "wage"}
    answer = as_user("meja.cirebon").post(f"/klien/{migrant.pk}/perjanjian-kerja/", told)
    assert set(answer.context["form"].errors) == {"wage"}


def test_another_house_does_not_see_it(as_user, cast, migrant):
    as_user("meja.cirebon").post(f"/klien/{migrant.pk}/perjanjian-kerja/", ALL)
    check = ContractCheck.objects.get()
    assert as_user("wcc.cirebon").get(f"/perjanjian-kerja/{check.pk}/").status_code == 404
