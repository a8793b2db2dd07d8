"""The privacy notice in versions: who was told in which month can be told later what the notice said then."""

from datetime import date

SINCE = date(2026, 11, 1)
