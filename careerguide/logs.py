"""The format of the log."""

import logging


class Entries(logging.Formatter):
    """One entry a record: further lines, such as a traceback or what somebody sent, are indented below the first."""

    def format(self, record: logging.LogRecord) -> str:
        return "\n    ".join(super().format(record).splitlines())
