"""Two checkouts, and two commands in one checkout, do not get into each other's way."""

import socket

import pytest
from devkit import ports, postgres
from devkit.checkout import Checkout
from devkit.locks import Users
from devkit.postgres import Cluster


@pytest.fixture(params=[True, False], ids=["root", "user"])
def superuser(request, monkeypatch):
    monkeypatch.setattr(postgres, "is_superuser", lambda: request.param)


@pytest.mark.usefixtures("superuser")
def test_two_checkouts_have_two_clusters(tmp_path):
    one, other = (Cluster(Checkout(tmp_path / name)) for name in ("one", "other"))
    assert one.folder != other.folder


def test_a_checkout_takes_the_next_port_when_the_first_is_in_use(tmp_path):
    one, other = Checkout(tmp_path / "one"), Checkout(tmp_path / "other")
    first = ports.remembered(one, "port", 21000)
    with socket.socket() as server:
        server.bind((ports.HOST, first))
        server.listen()
        assert ports.remembered(other, "port", 21000) != first


def test_a_checkout_keeps_its_port(checkout):
    assert ports.remembered(checkout, "port", 22000) == ports.remembered(checkout, "port", 23000)


def test_a_checkout_whose_port_was_taken_says_so_and_moves_on(checkout, capsys):
    first = ports.remembered(checkout, "port", 24000)
    with socket.socket() as server:
        server.bind((ports.HOST, first))
        server.listen()
        second = ports.remembered(checkout, "port", 24000)
    assert second != first
    assert str(second) in capsys.readouterr().out
    assert checkout.state()["port"] == second


def test_only_the_last_user_of_the_server_may_stop_it(checkout):
    make_run, make_test = (Users(checkout, "postgres-users") for _ in range(2))
    make_run.join()
    make_test.join()
    assert not make_test.leave()
    assert make_run.leave()


def test_a_killed_user_does_not_keep_the_server_up(checkout):
    killed, other = (Users(checkout, "postgres-users") for _ in range(2))
    killed.join()
    other.join()
    killed.close()
    assert other.leave()
