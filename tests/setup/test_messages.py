"""What a person is told: one line, what happened, what to do; exit code not 0."""

import errno
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from devkit import accounts, cleaning, main, odoo, odoo_source, ports, system
from devkit.checkout import write_whole
from devkit.console import Stop
from devkit.databases import checked_name
from devkit.locks import Users

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken_port():
    with socket.socket() as server:
        server.bind((ports.HOST, 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_taken_port_is_named_with_the_way_out(taken_port):
    with pytest.raises(Stop, match=f"{taken_port}.*taken.*PORT="):
        ports.asked_for(str(taken_port))


@pytest.mark.parametrize("text", ["eighty", "0", "70000", "-1"])
def test_a_port_is_a_number(text):
    with pytest.raises(Stop, match="PORT="):
        ports.asked_for(text)


def test_make_run_stops_with_one_line_and_no_traceback(tmp_path, taken_port):
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    done = subprocess.run(
        [sys.executable, tmp_path / "tools/dev", "run"],
        env={**os.environ, "PORT": str(taken_port)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(taken_port) in done.stderr
    assert not (tmp_path / ".dev").exists()


def test_a_stop_becomes_exit_code_1(capsys):
    def stop():
        raise Stop("the cat is on the keyboard: lift it")

    assert main._guarded(stop) == 1
    assert "the cat is on the keyboard: lift it" in capsys.readouterr().err


def test_a_full_disk_becomes_one_line_too(capsys):
    def fill():
        raise OSError(errno.ENOSPC, "No space left on device", "/somewhere/file")

    assert main._guarded(fill) == 1
    assert "/somewhere/file; free about 3 GB" in capsys.readouterr().err


def test_without_rights_the_command_for_the_administrator_is_named(checkout, monkeypatch):
    monkeypatch.setattr(system, "missing", lambda browser: ["postgresql", "chromium"])
    monkeypatch.setattr(system, "is_superuser", lambda: False)
    monkeypatch.setattr(system.shutil, "which", lambda name: None if name == "sudo" else name)
    with pytest.raises(Stop, match=r"apt-get install .*postgresql chromium"):
        system.ensure_packages(checkout)


def test_nothing_missing_calls_nobody(checkout, monkeypatch):
    monkeypatch.setattr(system, "missing", lambda browser: [])
    monkeypatch.setattr(system, "run", lambda *_args: pytest.fail("apt was called"))
    system.ensure_packages(checkout)


def test_too_little_disk_is_said_before_anything_is_fetched(checkout, monkeypatch):
    monkeypatch.setattr(odoo, "ROOM_NEEDED", 10**18)
    with pytest.raises(Stop, match=r"GB are free.*free some space"):
        odoo.ensure_room(checkout)


def test_what_is_fetched_already_needs_no_room_again(checkout, monkeypatch):
    fetched = checkout.dev / "odoo/addons.tar"
    fetched.parent.mkdir(parents=True)
    fetched.write_bytes(b"x" * 300_000)
    monkeypatch.setattr(odoo, "ROOM_NEEDED", 200_000)
    monkeypatch.setattr(odoo.os, "statvfs", lambda _path: SimpleNamespace(f_bavail=0, f_frsize=1))
    odoo.ensure_room(checkout)
    fetched.unlink()
    with pytest.raises(Stop, match="free some space"):
        odoo.ensure_room(checkout)


def test_a_checkout_set_up_by_somebody_else_names_them(checkout, monkeypatch):
    checkout.dev.mkdir()
    monkeypatch.setattr(odoo.os, "geteuid", lambda: checkout.dev.stat().st_uid + 1)
    with pytest.raises(Stop, match="was made by the user"):
        odoo.ensure_own(checkout)


def test_an_odoo_of_ones_own_must_be_there(checkout, monkeypatch, tmp_path):
    monkeypatch.setenv("ODOO_SRC", str(tmp_path))
    with pytest.raises(Stop, match="odoo-bin"):
        odoo_source.source_of(checkout)


def test_an_odoo_of_ones_own_must_be_19(checkout, monkeypatch, tmp_path):
    write_whole(tmp_path / "odoo/release.py", "version_info = (18, 0, 0, FINAL, 0, '')")
    monkeypatch.setenv("ODOO_SRC", str(tmp_path))
    with pytest.raises(Stop, match="not Odoo 19"):
        odoo_source.source_of(checkout)


def test_an_odoo_of_ones_own_may_be_named_by_its_package(checkout, monkeypatch, tmp_path):
    write_whole(tmp_path / "odoo/release.py", "version_info = (19, 0, 0, FINAL, 0, '')")
    monkeypatch.setenv("ODOO_SRC", str(tmp_path / "odoo"))
    assert odoo_source.source_of(checkout) == tmp_path


def test_a_package_that_is_gone_leads_to_odoo_src():
    for output in (
        "E: Unable to locate package odoo-19",
        "E: Release 'sid' for 'odoo-19' was not found",
    ):
        assert "ODOO_SRC" in odoo_source._advice(output)


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("W: Temporary failure resolving 'deb.example.test'", "check the network"),
        ("npm error code ENOTFOUND", "check the network"),
        ("cp: error writing 'x': No space left on device", "disk is full"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "Another program"),
        ("something\nnew happened", "new happened"),
    ],
)
def test_the_output_of_a_package_manager_points_at_the_way_out(output, words):
    assert words in system.network_advice(output)


@pytest.mark.parametrize("name", ["Dan Chu", "1st", "part_x", "a-b", "x" * 60])
def test_a_database_name_that_would_need_quoting_is_refused(name):
    with pytest.raises(Stop, match="DB="):
        checked_name(name)


def test_clean_does_not_pull_the_server_from_under_a_running_command(checkout):
    running = Users(checkout, "postgres-users")
    running.join()
    with pytest.raises(Stop, match="still at work"):
        cleaning.clean(checkout)
    running.close()


def test_clean_leaves_nothing_behind(checkout, tmp_path):
    for path in ("dist/a.whl", ".pytest_cache/x", "tools/__pycache__/a.pyc", ".dev/log/a.log"):
        write_whole(tmp_path / path, "")
    write_whole(tmp_path / "README.md", "")
    cleaning.clean(checkout)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["README.md", "tools"]


def test_accounts_are_those_of_the_demo_data(checkout):
    write_whole(
        checkout.root / "tools/demo_accounts.csv",
        "login,password,name,role\nhieu_truong,secret,Nguyễn Thị Mẫu,người đứng đầu\n",
    )
    assert "hieu_truong" in accounts.table(checkout)
    assert "Nguyễn Thị Mẫu" in accounts.table(checkout)
    assert "admin" in accounts.table(checkout)
