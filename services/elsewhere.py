"""Whether a person is registered where this reader may not look: yes or no, never who, where or how many.

Silent, as if there were nobody, about whoever must not be found (domain 4 rules 1, 2, 10): whoever has a restricted
case anywhere, is known to a house that works with survivors, keeps this house out, or gave no name.
"""

from django.db.models import Exists, OuterRef, Q

from ltsa.names import fold

from .doubles import hashes
from .models import AccessGrant, Migrant
from .querysets.parts import works_with_survivors

NUMBERS = ("nik", "passport", "phone")
NAMESAKES = 200  # born on one day in one village
OF_SURVIVORS = works_with_survivors("registered_by__")


def known_elsewhere(data: dict, user) -> bool:
    """Exactly this NIK, passport or phone, or this name with birth date and village; one statement, hit or miss."""
    known = {name: text for name, text in hashes(data).items() if name in NUMBERS}
    name, born, village = (data.get(key) for key in ("full_name", "birth_date", "village"))
    match = Q(pk=None)
    for number, text in known.items():
        match |= Q(**{f"{number}_hash": text})
    if name and born and village:
        match |= Q(birth_date=born, village=village)
    found = list(
        _findable(user)
        .filter(match)
        .values_list("full_name", *(f"{number}_hash" for number in NUMBERS))[:NAMESAKES]
    )
    folded = fold(name or "")
    return any(
        set(known.values()) & set(numbers) or (folded and fold(full_name) == folded)
        for full_name, *numbers in found
    )


def _findable(user):
    """Clients this reader does not see and of whom it may be said that they are known somewhere."""
    keeps_out = AccessGrant.objects.current().against(user).filter(migrant=OuterRef("pk"))
    shielded = Migrant.objects.filter(shielded=True)
    merged = Q(merged_into=OuterRef("pk")) | Q(merged_into=OuterRef("merged_into"))
    return (
        Migrant.objects.filter(anonymous=False, shielded=False)
        .exclude(OF_SURVIVORS)
        .exclude(merged_into__shielded=True)
        .exclude(Exists(shielded.filter(merged)))
        .exclude(Exists(keeps_out))
        .exclude(pk__in=Migrant.objects.visible_to(user).values("pk"))
    )
