import pytest

from ltsa.areas.loading import load


@pytest.fixture
def country(db):
    """Provinces, regencies, sub-districts, and the villages of the four pilot districts."""
    return load()
