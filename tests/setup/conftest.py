import pytest
from devkit.checkout import Checkout


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout of its own; nothing of this machine's settings reaches it."""
    for name in ("PORT", "DB", "ODOO_SRC"):
        monkeypatch.delenv(name, raising=False)
    return Checkout(tmp_path)
