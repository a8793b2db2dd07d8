"""The client that most stories are about, as a desk writes her down; nobody of that name lives anywhere."""

SUHARTI = {
    "full_name": "Suharti Contohsari",
    "sex": "female",
    "age_band": "25-35",
    "village_id": "32.09.30.2007",
    "client_type": "prospective",
    "phase": "before",
    "consent": "named",
}
