"""Where the floors above add a line of their own to /kelola/: `MASTER_DATA += [ManageCard(...)]` in their home.py."""

from typing import NamedTuple


class ManageCard(NamedTuple):
    title: object
    text: object
    url_name: str
    icon: str


MASTER_DATA: list[ManageCard] = []
