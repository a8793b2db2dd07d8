from ltsa.audit.names import field_name, subject_name


def test_a_thing_is_called_by_its_name_in_the_office():
    assert subject_name("villages.villagerequest") == "permintaan dari desa"
    assert subject_name("gone.thing") == "gone.thing"


def test_a_field_is_called_as_forms_call_it():
    assert field_name("villages.villagerequest", "phone") == "nomor HP pelapor"
    assert field_name("villages.villagerequest", "no_such_field") == "no_such_field"
    assert field_name("gone.thing", "phone") == "phone"
    assert field_name("", "phone") == "phone"
