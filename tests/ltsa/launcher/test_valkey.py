import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from ltsa.launcher.places import Place
from ltsa.launcher.valkey import Valkey


@pytest.fixture
def valkey(place: Place):
    valkey = Valkey(place)
    valkey.start()
    yield valkey
    valkey.stop()


def test_what_was_queued_survives_a_restart(valkey: Valkey):
    client = redis.Redis.from_url(valkey.url)
    client.lpush("queue", "one")
    port = valkey.port
    valkey.stop()
    valkey.start()
    assert (valkey.port, client.lrange("queue", 0, -1)) == (port, [b"one"])


def test_a_full_broker_refuses_instead_of_forgetting(valkey: Valkey):
    found = redis.Redis.from_url(valkey.url).config_get("maxmemory-policy")
    assert found == {"maxmemory-policy": "noeviction"}


def test_nobody_gets_in_without_the_password(valkey: Valkey):
    with pytest.raises(redis.AuthenticationError):
        redis.Redis(port=valkey.port, retry=Retry(NoBackoff(), 0)).ping()


def test_the_password_is_in_no_command_line(valkey: Valkey):
    assert not any(valkey.place.secret("valkey") in part for part in valkey.process.args)
