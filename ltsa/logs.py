"""Log lines hold no personal data. What PostgreSQL adds to an error, "DETAIL: Failing row contains (…)", is a whole row."""

import logging
import re

# Ends with the text, or where Python begins to tell of the next error of a chain.
_DETAIL = re.compile(r"^DETAIL:.*?(?=\n\n(?:The above exception|During handling)|\Z)", re.M | re.S)
_DETAIL_IN_REPR = re.compile(r"\\nDETAIL:[^\n]*")


def without_rows(text: str) -> str:
    """The text without the rows that database errors quote."""
    return _DETAIL_IN_REPR.sub("", _DETAIL.sub("DETAIL: -", text))


class LineFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_rows(super().format(record))
