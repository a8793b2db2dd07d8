from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from ltsa.accounts.models import ApiToken


def test_the_command_prints_one_token_that_works(cast, client):
    said = StringIO()
    call_command("api_token", "meja.cirebon", "--days", "7", stdout=said)
    token = said.getvalue().strip()
    row = ApiToken.objects.get(user=cast.meja_cirebon)
    assert token not in row.digest
    assert row.expires_at - timezone.now() < timedelta(days=7)
    answer = client.get("/api/v1/areas/", HTTP_AUTHORIZATION=f"Token {token}")
    assert answer.status_code == 200


@pytest.mark.parametrize("args", [["tidak.ada"], ["meja.cirebon", "--days", "0"]])
def test_the_command_says_what_is_wrong(cast, args):
    with pytest.raises(CommandError):
        call_command("api_token", *args)
    assert not ApiToken.objects.exists()
