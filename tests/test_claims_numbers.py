"""Numbers in figures and in words, and the table of units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdeck.claims.numbers import may_hold, number
from factdeck.claims.units import unit

NUMBERS = [
    ("0", "", 0),
    ("3.14", "", 3.14),
    ("65,536", "", 65536),
    ("65 536", "", 65536),
    ("65_536", "", 65536),
    ("1'000'000", "", 1e6),
    ("1.000.000", "", 1e6),
    ("65.536,5", "", 65536.5),
    ("65.536", "", 65.536),
    ("3,5", "", 3.5),
    ("1e6", "", 1e6),
    ("2^16", "", 65536),
    ("2**16", "", 65536),
    ("10⁶", "", 1e6),
    ("6.02×10^23", "", 6.02e23),
    ("1.6 x 10⁻¹⁹", "", 1.6e-19),
    ("65", "K", 65000),
    ("3", " million", 3e6),
    ("2,5", " Mio.", 2.5e6),
    ("one", "", 1),
    ("Zwölf", "", 12),
    ("twenty-one", "", 21),
    ("ninety nine", "", 99),
    ("a dozen", "", 12),
    ("three hundred", "", 300),
    ("five", " million", 5e6),
]
NO_NUMBERS = ["twenty thirty", "one two", "9" * 80, "10^999", "9e99"]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("figures", "multiplier", "value"), NUMBERS)
def test_number(figures: str, multiplier: str, value: float) -> None:
    found = number(figures, multiplier)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert may_hold(f"some {figures} things")


def test_a_point_before_three_figures_parts_thousands_in_german() -> None:
    found = number("65.536", german=True)
    assert found is not None
    assert (found.value, found.precision) == (65536, 0.5)


@pytest.mark.parametrize("text", ["", "no figure here", "all of them are the same"])
def test_a_text_that_holds_no_number(text: str) -> None:
    assert not may_hold(text)


@given(st.floats(0, 1e6), st.integers(0, 6))
def test_what_is_written_is_read_to_its_last_digit(value: float, digits: int) -> None:
    found = number(f"{value:.{digits}f}")
    assert found is not None
    assert abs(found.value - value) <= found.precision * (1 + 1e-6)


@pytest.mark.parametrize("word", ["", "buckets", "in", "is", "A", "G", "gB", "MS", "as"])
def test_what_is_no_unit(word: str) -> None:
    assert unit(word) is None


@pytest.mark.parametrize(
    ("word", "name", "dimension", "factor"),
    [
        ("GB", "GB", "bytes", 1e9),
        ("GiB", "GiB", "bytes", 2**30),
        ("Gb", "Gb", "bits", 1e9),
        ("gb", "gb", "bytes", 1e9),
        ("Megabytes", "megabyte", "bytes", 1e6),
        ("kibibyte", "kibibyte", "bytes", 1024),
        ("MBps", "MBps", "bytes/s", 1e6),
        ("mbps", "mbps", "bits/s", 1e6),
        ("MINUTES", "minute", "seconds", 60),
        ("Tage", "Tag", "seconds", 86400),
        ("mW", "mW", "watts", 1e-3),
        ("MW", "MW", "watts", 1e6),
    ],
)
def test_unit(word: str, name: str, dimension: str, factor: float) -> None:
    found = unit(word)
    assert found is not None
    assert (found.name, found.dimension, found.factor) == (name, dimension, factor)


def test_a_decimal_prefix_of_data_may_mean_a_power_of_1024() -> None:
    found = unit("TB")
    assert found is not None
    assert found.binary == 1024**4
