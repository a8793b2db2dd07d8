"""The kinds of clocks of this floor; ltsa.clocks finds them like admin.py is found."""

from . import cases, referrals

__all__ = ["cases", "referrals"]
