"""What was broken off is never taken for whole, and the next try goes on from there."""

from pathlib import Path

import pytest
from devkit import odoo, odoo_source, serving, virtualenv
from devkit.checkout import write_whole
from devkit.console import Stop
from devkit.databases import PART
from devkit.stamps import Stamp, fingerprint


def _broken_off(*_args, **_options):
    raise Stop("broken off")


class _Cluster:
    """Takes down the SQL and knows which databases it would leave behind."""

    def __init__(self):
        self.statements = []

    def sql(self, statement, *_args):
        self.statements.append(statement)
        return []

    def said(self, words):
        return [statement for statement in self.statements if words in statement]


def test_a_file_has_all_its_text_or_the_old_one(checkout, monkeypatch):
    path = checkout.dev / "state.json"
    write_whole(path, "old")
    monkeypatch.setattr(Path, "replace", _broken_off)
    with pytest.raises(Stop):
        write_whole(path, "new")
    assert path.read_text() == "old"


def test_a_stamp_fits_only_the_inputs_it_was_set_for(checkout):
    stamp = Stamp(checkout, "thing")
    assert not stamp.fits("one")
    stamp.set("one")
    assert stamp.fits("one")
    assert not stamp.fits("two")
    stamp.clear()
    assert not stamp.fits("one")


def test_a_fingerprint_sees_names_and_contents_of_a_folder(tmp_path):
    (tmp_path / "a.py").write_text("1")
    first = fingerprint(tmp_path)
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    second = fingerprint(tmp_path)
    (tmp_path / "b.py").write_text("2")
    assert len({first, second, fingerprint(tmp_path)}) == 3


def test_bytecode_does_not_change_a_fingerprint(tmp_path):
    (tmp_path / "a.py").write_text("1")
    before = fingerprint(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/a.pyc").write_text("x")
    assert fingerprint(tmp_path) == before


def test_an_odoo_tree_without_its_stamp_is_obtained_again(checkout, monkeypatch):
    tree = odoo_source.source_of(checkout)
    tree.mkdir(parents=True)
    obtained = []
    monkeypatch.setattr(odoo_source, "_obtain", obtained.append)
    odoo_source.ensure_odoo(checkout)
    odoo_source.ensure_odoo(checkout)
    assert obtained == [checkout]


def test_a_failed_unpacking_leaves_no_tree_and_keeps_the_downloads(checkout, monkeypatch):
    debs = checkout.cache / "debs"
    debs.mkdir(parents=True)
    for package in odoo_source.PACKAGES:
        (debs / f"{package.partition('/')[0]}_1_all.deb").write_bytes(b"")
    (checkout.cache / "selfie_segmentation.js").write_text("")
    monkeypatch.setattr(odoo_source, "KEYRING", Path(__file__))
    monkeypatch.setattr(odoo_source, "run", _broken_off)
    with pytest.raises(Stop):
        odoo_source.ensure_odoo(checkout)
    assert not (checkout.dev / "odoo").exists()
    assert len(list(debs.iterdir())) == len(odoo_source.PACKAGES)


def test_a_download_counts_when_apt_has_verified_it(checkout, monkeypatch):
    def killed_half_way(command, *_args, cwd=None, **_options):
        (cwd / "odoo-19_1_all.deb").write_bytes(b"half")
        raise Stop("killed")

    monkeypatch.setattr(odoo_source, "KEYRING", Path(__file__))
    monkeypatch.setattr(odoo_source, "run", killed_half_way)
    apt = odoo_source._PrivateApt(checkout)
    target = checkout.cache / "debs"
    target.mkdir(parents=True)
    with pytest.raises(Stop):
        apt.download("odoo-19/sid", target)
    assert not list(target.iterdir())


def test_an_environment_whose_pip_was_killed_is_made_anew(checkout, monkeypatch):
    made = []

    def make(checkout, _python):
        made.append(True)
        checkout.python.parent.mkdir(parents=True, exist_ok=True)
        checkout.python.touch()

    for name in ("constraints.txt", "odoo.txt", "module.txt"):
        write_whole(checkout.requirements / name, "")
    monkeypatch.setattr(virtualenv, "_make", make)
    monkeypatch.setattr(virtualenv, "_install", lambda *_args: None)
    virtualenv.ensure(checkout, "odoo")
    virtualenv.ensure(checkout, "odoo")
    assert len(made) == 1
    write_whole(checkout.requirements / "odoo.txt", "changed")
    monkeypatch.setattr(virtualenv, "_install", _broken_off)
    with pytest.raises(Stop):
        virtualenv.ensure(checkout, "odoo")
    monkeypatch.setattr(virtualenv, "_install", lambda *_args: None)
    virtualenv.ensure(checkout, "odoo")
    assert len(made) == 2


def test_a_database_gets_its_name_when_it_is_whole(checkout, monkeypatch):
    write_whole(checkout.module / "__init__.py", "")
    cluster = _Cluster()
    monkeypatch.setattr(odoo, "run", _broken_off)
    with pytest.raises(Stop):
        serving.ensure_database(checkout, cluster, 0, "dan_chu")
    assert cluster.said(f'CREATE DATABASE "{PART}dan_chu"')
    assert not cluster.said("RENAME")
    monkeypatch.setattr(odoo, "run", lambda *_args, **_options: "")
    serving.ensure_database(checkout, cluster, 0, "dan_chu")
    assert cluster.statements[-1].endswith('RENAME TO "dan_chu"')


def test_state_that_cannot_be_read_is_no_state(checkout):
    write_whole(checkout.dev / "state.json", "{half")
    assert checkout.state() == {}
    checkout.remember(port=1)
    assert checkout.state() == {"port": 1}
    assert (checkout.dev / "state.json").stat().st_mode & 0o077 == 0
