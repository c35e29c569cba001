"""For pytest: runs side by side, each with a database of its own, share one list of tests.

Whoever comes first to a file takes all of it, so that no stream waits for another.
"""

import hashlib
import os
from pathlib import Path

import pytest

FOLDER = "DAN_CHU_STREAMS"


class Streams:
    def __init__(self, folder):
        self.folder = folder

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session):
        """The loop of pytest, over the files that this stream takes.

        Each test is told which of ours is the next: what both need is not taken down between.
        """
        if session.testsfailed or session.config.option.collectonly:
            return None
        ours = self._ours(session.items)
        item = next(ours, None)
        while item:
            following = next(ours, None)
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.shouldfail:
                raise session.Failed(session.shouldfail)
            if session.shouldstop:
                raise session.Interrupted(session.shouldstop)
            item = following
        return True

    def _ours(self, items):
        taken = {}
        for item in items:
            if item.path not in taken:
                taken[item.path] = self._takes(str(item.path))
            if taken[item.path]:
                yield item

    def _takes(self, name):
        try:
            (self.folder / hashlib.sha256(name.encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


def join(config):
    """Take part, if this run is one of several."""
    if folder := os.environ.get(FOLDER):
        config.pluginmanager.register(Streams(Path(folder)))
