"""Log lines hold no personal data. What PostgreSQL adds to an error, "DETAIL: Failing row contains (…)", is a whole row.

Nor what opens something by itself: the key in the address of a guest's link, or of a new password.
"""

import logging
import re

# Ends with the text, or where Python begins to tell of the next error of a chain.
_DETAIL = re.compile(r"^DETAIL:.*?(?=\n\n(?:The above exception|During handling)|\Z)", re.M | re.S)
_DETAIL_IN_REPR = re.compile(r"\\nDETAIL:[^\n]*")
_KEY = re.compile(r"(/(?:tamu|akun/sandi/kunci)/)[^/\s\"'<>]+")


def without_rows(text: str) -> str:
    """The text without the rows that database errors quote."""
    return _DETAIL_IN_REPR.sub("", _DETAIL.sub("DETAIL: -", text))


def without_keys(text: str) -> str:
    """The text without the keys of addresses that need no login."""
    return _KEY.sub(r"\1-", text)


class LineFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_keys(without_rows(super().format(record)))
