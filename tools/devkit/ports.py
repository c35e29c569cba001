"""Loopback ports: free ones, remembered ones, and the one somebody asked for."""

import socket

from .console import Stop, say

HOST = "127.0.0.1"


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def first_free(start):
    for port in range(start, min(start + 500, 65536)):
        if is_free(port):
            return port
    raise Stop(f"No free port between {start} and {start + 500} on {HOST}: end some servers.")


def asked_for(text):
    """The port a person named by PORT=."""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Stop(f"PORT={text} is no port: give a number from 1024 to 65535.")
    port = int(text)
    if not is_free(port):
        raise Stop(
            f"Port {port} on {HOST} is taken or not allowed: end the program that listens there, "
            "or choose another one with PORT=."
        )
    return port


def remembered(checkout, name, start):
    """The port this checkout used last, or the next free one when it is gone."""
    known = checkout.state().get(name)
    if known and is_free(known):
        return known
    port = first_free(start)
    if known:
        say(f"Port {known} is taken by another program: using {port} instead.")
    checkout.remember(**{name: port})
    return port
