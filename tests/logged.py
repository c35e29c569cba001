"""What Odoo writes into its logs, for tests of what must not stand there."""

import logging
from contextlib import contextmanager

TALKATIVE = ("odoo", "odoo.http", "odoo.sql_db", "odoo.models", "werkzeug")


class Listener(logging.Handler):
    def __init__(self, level):
        super().__init__(level)
        self.lines = []

    def emit(self, record):
        self.lines.append(f"{record.name} {record.getMessage()} {record.exc_text or ''}")


@contextmanager
def everything_logged(level=logging.DEBUG):
    """The lines of that level and above; at first the most talkative."""
    listener, root = Listener(level), logging.getLogger()
    loggers = [root, *map(logging.getLogger, TALKATIVE)]
    levels = [(logger, logger.level) for logger in loggers]
    root.addHandler(listener)
    try:
        for logger in loggers:
            logger.setLevel(level)
        yield listener.lines
    finally:
        root.removeHandler(listener)
        for logger, before in levels:
            logger.setLevel(before)
