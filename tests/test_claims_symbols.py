"""Versions, ports, years and networks in text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.claims.quantities import Symbol, cidrs, ports, versions, years

Finder = Callable[[str], tuple[Symbol, ...]]

NONE: list[tuple[Finder, str]] = [
    (versions, "5.5 GB at 10:30 for 3.5 hours, Layer 7, 1.2 million"),
    (versions, "In 2012 there were 5 of them, EC2 and S3"),
    (versions, "10.0.0.1, Chapter 3.1, Section/20"),
    (ports, "48 ports, a report 5, export 10, port forwarding, TCP/IP, Step 2, port 99999"),
    (ports, "10 Gbps port and a port 10 Gb wide"),
    (years, "2000 messages, 1,999 users, 2048 bytes, 2000 ms, 2019-05-03, 10.2000, $2000"),
    (years, "1024 of them, port 1789"),
    (cidrs, "24/7, 1/2, 10.0.0.1, 300.0.0.0/8, 10.0.0.0/40, 9:30/10:30, and/or, GET/HEAD"),
]

SOME: list[tuple[Finder, str, list[str]]] = [
    (versions, "v1.2 and version 3, TLS 1.2, HTTP/2, Python 3.11.4", ["1.2", "3", "1.2", "2",
     "3.11.4"]),
    (ports, "port 443", ["443"]),
    (ports, "TCP 22, UDP/53 and TCP port 8080", ["22", "53", "8080"]),
    (ports, "Ports 80 and 443, ports 20, 21", ["80", "443", "20", "21"]),
    (ports, "port numbers: 49152-65535", ["49152-65535"]),
    (ports, "port range 30000 to 32767", ["30000-32767"]),
    (years, "launched in 2006, since 1789 (2012)", ["2006", "1789", "2012"]),
    (years, "1914-1918", ["1914", "1918"]),
    (cidrs, "10.0.0.0/16 and 172.31.0.5/20, then ::/0", ["10.0.0.0/16", "172.31.0.0/20", "::/0"]),
    (cidrs, "(2001:db8::/32)", ["2001:db8::/32"]),
]  # fmt: skip


@pytest.mark.parametrize(("find", "text"), NONE)
def test_nothing_of_the_kind(find: Finder, text: str) -> None:
    assert [found.value for found in find(text)] == []


@pytest.mark.parametrize(("find", "text", "values"), SOME)
def test_symbols_in_order(find: Finder, text: str, values: list[str]) -> None:
    assert [found.value for found in find(text)] == values


@given(st.text() | st.text("0123456789.:/-, vportTCP"))
def test_any_text_is_read_and_places_are_true(text: str) -> None:
    for find in (versions, ports, years, cidrs):
        assert all(found.text == text[found.start : found.end] for found in find(text))
