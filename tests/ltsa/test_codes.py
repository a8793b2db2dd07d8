from ltsa.codes import ALPHABET, random_code


def test_a_code_has_no_look_alikes_and_does_not_repeat():
    codes = {random_code("K") for _ in range(2000)}
    assert len(codes) == 2000
    assert not set("01ILOU") & set(ALPHABET)
    assert all(code.startswith("K-") and set(code[2:]) <= set(ALPHABET) for code in codes)
    assert {len(code) for code in codes} == {9}
