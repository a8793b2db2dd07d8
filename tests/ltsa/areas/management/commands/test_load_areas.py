import re

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_the_command_counts_what_it_loaded_and_names_its_source(capsys):
    call_command("load_areas", "--district", "33.01")
    printed = re.sub(r" +", " ", capsys.readouterr().out)
    assert "514 Kabupaten/Kota" in printed
    assert "424 Desa/Kelurahan 32.09" in printed
    assert "284 Desa/Kelurahan 33.01" in printed
    assert "284 baris ditulis" in printed
    assert "Kepmendagri 300.2.2-2138 Tahun 2025" in printed


def test_a_wrong_code_ends_with_a_clear_sentence():
    with pytest.raises(CommandError, match=r"“33\.99” bukan kabupaten atau kota"):
        call_command("load_areas", "--district", "33.99")
