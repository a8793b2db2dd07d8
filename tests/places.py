"""Real areas for a test, without loading the whole country."""

from lokal import wilayah

from ltsa.areas.loading import area_of
from ltsa.areas.models import Area

CIREBON = "32.09"
TULUNGAGUNG = "35.04"
GEBANG = "32.09.30"
GEBANG_KULON = "32.09.30.2007"


def area(code: str) -> Area:
    """The stored area ``code``; it and its parents are written from the source when missing."""
    parts = code.split(".")
    for length in range(1, len(parts) + 1):
        line = ".".join(parts[:length])
        if not Area.objects.filter(code=line).exists():
            area_of(wilayah.get_wilayah(line)).save(force_insert=True)
    return Area.objects.with_parents().get(code=code)
