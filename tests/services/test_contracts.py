from services.codes import ContractItem
from services.contracts import QUESTIONS, check_rows, findings
from services.models import ContractCheck


def test_every_item_of_the_law_has_a_question():
    assert set(QUESTIONS) == set(ContractItem)


def test_findings_are_sorted_by_answer_in_the_order_of_the_law():
    check = ContractCheck(answers={"wage": "no", "employer": "no", "term": "yes", "gone": "no"})
    found = findings(check)
    assert [row["item"] for row in found["no"]] == [ContractItem.EMPLOYER.label, ContractItem.WAGE.label]  # fmt: skip
    assert len(found["yes"]) == 1


def test_a_whole_contract_is_called_whole(cast):
    by = cast["meja.cirebon"]
    whole = ContractCheck(answers={item.value: "yes" for item in ContractItem}, by=by)
    torn = ContractCheck(answers={"wage": "no", "term": "unclear"}, by=by)
    tags = [row["tag"] for row in check_rows([whole, torn], str)]
    assert tags == ["lengkap", "1 tidak ada, 1 tidak jelas"]
