"""Quantities in text: what is one, what it is worth, and which cannot both be true."""

from __future__ import annotations

import string
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factdeck.claims.quantities import Amount, amounts, apart, bounded

NO_QUANTITY = [
    "",
    "no figure at all",
    "v1.2 and 1.2.3, HTTP/1.1, TLS 1.2, Python 3.11, version 2, IPv4",
    "10.0.0.1, 192.168.0.0/16 and ::1 or fe80::1/64",
    "2019-05-03, 03/05/2019, May 5, 2019, 5 May, 3. Mai, in 2012, 1914-1918, since 1789",
    "10:30, 9 am, 5pm, 9:00 PM, 12 o'clock, 18 Uhr",
    "460 BC, 70 ce, 1066 AD",
    "t2.micro, m5.24xlarge, io1, us-east-1, EC2, S3, K8s, 802.11ac, 802.11g, 802.1X",
    "5G, 3D, 2FA, 1st, 22nd, 802-x, SAA-C02, 007, 01.md, 3DES",
    "1. First",
    "12) twelfth",
    "# 3.5 Accessing Objects",
    "Step 2, section 3.2, chapter 4, question 5, page 7, No. 5, #5, [1]",
    "Layer 7, Layers 3 and 4, Type 2, Category 6, Class 5, RAID 5, tier 1, Level: 3",
    "ISO 27001, ISO/IEC 27001:2013, RFC 1918, SHA 256, Windows 10",
    "port 443, ports 80, 443 and 8080, ports 1024-65535, TCP 22",
    "+1 800 555 1234 or (800) 555-1234 or 555-123-4567",
    "24/7, 3:1, 16:9, 1/2, 1,2,3",
    "arn:aws:iam::123456789012:user/x 123456789012 https://example.org/5/10 minutes",
    "`sleep(5)` and `--count 3` and x=5 and [a](b 5)",
    "the 1980s, all 0s, 10,000s of them, a zero-day",
    "$2^{11} - 5 = 2043$",
    "one of them, the two are, a second one, two-factor, 3-tier, 4-way",
    "3 x 4",
    "3 V's",
]

# text: low, high, dimension, unit, bound, per
QUANTITIES = [
    ("5 GB", 5e9, 5e9, "bytes", "GB", "exact", ""),
    ("64 KiB", 65536, 65536, "bytes", "KiB", "exact", ""),
    ("10 kb", 1e4, 1e4, "bytes", "kb", "exact", ""),
    ("10 Gb", 1e10, 1e10, "bits", "Gb", "exact", ""),
    ("8 Gbit", 8e9, 8e9, "bits", "Gbit", "exact", ""),
    ("5 Terabytes", 5e12, 5e12, "bytes", "terabyte", "exact", ""),
    ("128-bit key", 128, 128, "bits", "bit", "exact", ""),
    ("20 ms", 0.02, 0.02, "seconds", "ms", "exact", ""),
    ("5 mins", 300, 300, "seconds", "min", "exact", ""),
    ("five-minute intervals", 300, 300, "seconds", "minute", "exact", ""),
    ("900 seconds", 900, 900, "seconds", "second", "exact", ""),
    ("`900 seconds`", 900, 900, "seconds", "second", "exact", ""),
    ("7d", 604800, 604800, "seconds", "d", "exact", ""),
    ("16,000 IOPS", 16000, 16000, "ops/s", "IOPS", "exact", ""),
    ("25 Mbps", 25e6, 25e6, "bits/s", "Mbps", "exact", ""),
    ("250 MiB/s", 262144000, 262144000, "bytes/s", "MiB/s", "exact", ""),
    ("100 MB per second", 1e8, 1e8, "bytes/s", "MB/s", "exact", ""),
    ("1 Gb/s", 1e9, 1e9, "bits/s", "Gb/s", "exact", ""),
    ("5,500 GET/HEAD requests per second per prefix", 5500, 5500, "ops/s", "GET/HEAD request",
     "exact", "prefix"),
    ("600 requests per minute", 10, 10, "ops/s", "request", "exact", ""),
    ("100 req/s", 100, 100, "ops/s", "req", "exact", ""),
    ("99.9 %", 99.9, 99.9, "percent", "%", "exact", ""),
    ("99,5 Prozent", 99.5, 99.5, "percent", "Prozent", "exact", ""),
    ("11 9's", 99.999999999, 99.999999999, "percent", "%", "exact", ""),
    ("three nines", 99.9, 99.9, "percent", "%", "exact", ""),
    ("$0.023 per GB", 0.023, 0.023, "money:USD", "$", "exact", "GB"),
    ("$5 a month", 5, 5, "money:USD", "$", "exact", "month"),
    ("50 cents/hour", 0.5, 0.5, "money:USD", "cent", "exact", "hour"),
    ("1.000.000 Euro", 1e6, 1e6, "money:EUR", "euro", "exact", ""),
    ("USD 10", 10, 10, "money:USD", "USD", "exact", ""),
    ("up to 100 km", None, 1e5, "length", "km", "at most", ""),
    ("62 miles", 99779.328, 99779.328, "length", "mile", "exact", ""),
    ("3.5-inch", 0.0889, 0.0889, "length", "inch", "exact", ""),
    ("50 lbs", 22.6796185, 22.6796185, "mass", "lb", "exact", ""),
    ("-40 to 85 °C", -40, 85, "temperature", "°C", "exact", ""),
    ("212 °F", 100, 100, "temperature", "°F", "exact", ""),
    ("3,695 K", 3421.85, 3421.85, "temperature", "K", "exact", ""),
    ("2.4 GHz", 2.4e9, 2.4e9, "Hz", "GHz", "exact", ""),
    ("3.3 V", 3.3, 3.3, "volts", "V", "exact", ""),
    ("96 vCPUs", 96, 96, "cpu", "vCPU", "exact", ""),
    ("5x", 5, 5, "times", "x", "exact", ""),
    ("42", 42, 42, "", "", "exact", ""),
    ("65K", 65000, 65000, "", "", "exact", ""),
    ("65,536 messages", 65536, 65536, "count", "message", "exact", ""),
    ("65 536 messages", 65536, 65536, "count", "message", "exact", ""),
    ("2^16 addresses", 65536, 65536, "count", "address", "exact", ""),
    ("3 million policies", 3e6, 3e6, "count", "policy", "exact", ""),
    ("6.022×10^23 molecules", 6.022e23, 6.022e23, "count", "molecule", "exact", ""),
    ("twenty-one days", 1814400, 1814400, "seconds", "day", "exact", ""),
    ("a dozen eggs", 12, 12, "count", "egg", "exact", ""),
    ("drei Stunden", 10800, 10800, "seconds", "Stunde", "exact", ""),
    ("at least one AZ", 1, None, "count", "AZ", "at least", ""),
    ("20 read replicas per AWS account", 20, 20, "count", "read replica", "exact", "AWS account"),
    ("100+ edge locations", 100, None, "count", "edge location", "at least", ""),
    ("2 or more AZs", 2, None, "count", "AZ", "at least", ""),
    ("no more than 5 rules", None, 5, "count", "rule", "at most", ""),
    ("maximum of **10** rules", None, 10, "count", "rule", "at most", ""),
    ("bis zu 3,5 GB", None, 3.5e9, "bytes", "GB", "at most", ""),
    ("less than 10 ms", None, 0.01, "seconds", "ms", "at most", ""),
    ("15 minutes max", None, 900, "seconds", "minute", "at most", ""),
    (">= 5 GB", 5e9, None, "bytes", "GB", "at least", ""),
    ("~5 minutes", 300, 300, "seconds", "minute", "about", ""),
    ("approximately 53 minutes", 3180, 3180, "seconds", "minute", "about", ""),
    ("5-10 GB", 5e9, 1e10, "bytes", "GB", "exact", ""),
    ("from 1 to 5 minutes", 60, 300, "seconds", "minute", "exact", ""),
    ("between 5 and 10 minutes", 300, 600, "seconds", "minute", "exact", ""),
    ("5 to 10 million users", 5e6, 1e7, "count", "user", "exact", ""),
    ("it cannot run more than 15 minutes", None, 900, "seconds", "minute", "at most", ""),
    ("must not be less than 5 MB", 5e6, None, "bytes", "MB", "at least", ""),
    ("50 IOPS / GB max", None, 50, "ops/s", "IOPS", "at most", "GB"),
    ("24H", 86400, 86400, "seconds", "H", "exact", ""),
    ("zero bytes", 0, 0, "bytes", "byte", "exact", ""),
    ("65.536 Einwohner", 65536, 65536, "", "", "exact", ""),
    ("`The timeout is 30 seconds`", 30, 30, "seconds", "second", "exact", ""),
    ("1..5", 1, 5, "", "", "exact", ""),
    ("$5-10", 5, 10, "money:USD", "$", "exact", ""),
    ("5 MB to 5 TB", 5e6, 5e12, "bytes", "TB", "exact", ""),
    ("1 minute to 14 days", 60, 1209600, "seconds", "day", "exact", ""),
]  # fmt: skip

SEVERAL = [
    ("(default, min, max) 30 s, 30 s, 12 h", ["30 s", "30 s", "12 h"]),
    ("5 GB of data per month, then $0.09 per GB", ["5 GB of data per month", "$0.09 per GB"]),
    ("was 5 GB, now 15 GB", ["5 GB", "15 GB"]),
    ("IP 10.0.0.1 keeps 5 items for 3 days", ["5 items", "3 days"]),
    ("Layer 4 takes up to 5 ms", ["up to 5 ms"]),
    ("1 x 950 GB", ["950 GB"]),
]

AGREE = [
    ("5 GB", "5 minutes"),
    ("5 GB", "5 Gb"),
    ("1 TB", "1,024 GB"),
    ("1 TB", "1,000 GB"),
    ("64 TB", "64 TiB"),
    ("10 GB", "10,240 MB"),
    ("256 KB", "262,144 bytes"),
    ("1 year", "365 days"),
    ("1 year", "12 months"),
    ("1 month", "30 days"),
    ("900 s", "15 min"),
    ("2 weeks", "14 days"),
    ("8.76 hours", "9 hours"),
    ("99.9 %", "three nines"),
    ("11 9's", "99.999999999 %"),
    ("65K items", "65,536 items"),
    ("64K items", "65,536 items"),
    ("3 million users", "3,000,000 users"),
    ("at least 200 items", "at least 400 items"),
    ("more than 100 items", "216 items"),
    ("less than 10 ms", "less than 100 ms"),
    ("up to 10 GB", "512 MB"),
    ("up to 10 GB", "less than 20 GB"),
    ("1-5 items", "3 items"),
    ("about 100 km", "110 km"),
    ("1 Gbps", "1,000 Mbps"),
    ("60 requests per minute", "1 request per second"),
    ("37 °C", "98.6 °F"),
    ("$0.05", "5 cents"),
    ("$5", "€6"),
]

DISAGREE = [
    ("5 GB", "6 GB"),
    ("5 GB", "5 TB"),
    ("64 TB", "128 TiB"),
    ("1 hour", "45 minutes"),
    ("1 minute", "1 day"),
    ("99.9 %", "99.95 %"),
    ("99.99 %", "99.9 %"),
    ("13 nines", "11 nines"),
    ("20 indexes", "5 indexes"),
    ("at least 400 items", "216 items"),
    ("up to 100 items", "up to 200 items"),
    ("up to 72 %", "75 %"),
    ("minimum of 1 minute", "minimum of 1 day"),
    ("1 to 7 days", "1 to 14 days"),
    ("1 to 7 days", "up to 365 days"),
    ("1 to 7 days", "30 days"),
    ("about 53 minutes", "9 hours"),
]


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_what_is_no_quantity(text: str) -> None:
    assert [found.text for found in amounts(text)] == []


@pytest.mark.parametrize(("text", "low", "high", "dimension", "unit", "bound", "per"), QUANTITIES)
def test_quantity(
    text: str,
    low: float | None,
    high: float | None,
    dimension: str,
    unit: str,
    bound: str,
    per: str,
) -> None:
    (found,) = amounts(f"and {text}, so")
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert (found.dimension, found.unit, found.bound, found.per) == (dimension, unit, bound, per)


@pytest.mark.parametrize(("text", "found"), SEVERAL)
def test_quantities_of_a_line(text: str, found: list[str]) -> None:
    assert [each.text for each in amounts(text)] == found


@pytest.mark.parametrize(
    ("text", "precision"),
    [("5 GB", 5e8), ("5.0 GB", 5e7), ("65,536", 0.5), ("15 min", 30), ("99.99 %", 0.005)],
)
def test_precision_is_half_of_the_last_digit(text: str, precision: float) -> None:
    assert one(text).precision == pytest.approx(precision)


@pytest.mark.parametrize(
    ("text", "limit"),
    [("5 GB", False), ("less than 5 GB", False), ("5+ GB", False), ("up to 5 GB", True),
     ("minimum of 5 GB", True)],
)  # fmt: skip
def test_a_limit_is_the_value_itself(text: str, limit: bool) -> None:
    assert one(text).limit is limit


@pytest.mark.parametrize(("one_text", "other_text"), AGREE)
def test_quantities_that_can_both_be_true(one_text: str, other_text: str) -> None:
    assert not apart(one(one_text), one(other_text))
    assert not apart(one(other_text), one(one_text))


@pytest.mark.parametrize(("one_text", "other_text"), DISAGREE)
def test_quantities_that_cannot_both_be_true(one_text: str, other_text: str) -> None:
    assert apart(one(one_text), one(other_text))
    assert apart(one(other_text), one(one_text))


def test_a_value_becomes_a_limit_by_words_further_away() -> None:
    most = bounded(one("5 GB"), "at most")
    assert (most.low, most.high, most.bound, most.limit) == (None, 5e9, "at most", True)
    assert apart(most, one("up to 10 GB"))
    least = bounded(one("5 GB"), "at least")
    assert (least.low, least.high) == (5e9, None)
    assert not apart(least, one("10 GB"))


def test_a_range_or_a_limit_stays_what_it_is() -> None:
    for text in ("5-10 GB", "up to 5 GB"):
        assert bounded(one(text), "at least") == one(text)


ANY_AMOUNT = st.builds(
    "{}{} {}{}".format,
    st.sampled_from(["", "up to ", "at least ", "about ", "less than ", "minimum of ", "0-"]),
    st.floats(1, 1e6).map("{:.2f}".format) | st.integers(2, 10**6).map("{:,}".format),
    st.sampled_from(["GB", "MiB", "seconds", "hours", "%", "IOPS", "km", "users", "°F"]),
    st.sampled_from(["", " per region"]),
)


@given(ANY_AMOUNT, ANY_AMOUNT)
def test_apart_is_symmetric_and_irreflexive(first: str, second: str) -> None:
    a, b = one(first), one(second)
    assert apart(a, b) is apart(b, a)
    assert not apart(a, a)


@given(st.integers(0, 10**12))
def test_a_number_however_grouped(value: int) -> None:
    for text in (f"{value} GB", f"{value:,} GB", f"{value:,} GB".replace(",", "\u202f")):
        assert one(text).low == pytest.approx(value * 1e9)


@given(st.decimals(0, 10**6, places=3), st.sampled_from(["GB", "minutes", "%", "km", "V"]))
def test_a_decimal_is_read_as_written(value: object, unit: str) -> None:
    factor = one(f"1 {unit}").low or 0
    assert one(f"{value} {unit}").low == pytest.approx(float(str(value)) * factor)


PIECES = st.sampled_from(
    ["up to ", "$", "5", "1,024", "10^", "9's", ".", "-", " GB", "/", "per ", "one ", "K", "x", "*",
     "`", "(", "0", "e9", "×10^", "²", "٣", " to ", "\0", "°", "Layer ", "\n"]
)  # fmt: skip


@example("0$ 0")
@given(st.text() | st.text(string.digits + ".,-/ x^e%$") | st.lists(PIECES).map("".join))
def test_any_text_is_read_and_places_are_true(text: str) -> None:
    found = amounts(text)
    assert all(each.text == text[each.start : each.end] for each in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    ["9", "1,", "1,234 ", "1 234 ", "1.", "1-", "5 a", "a5 ", "`5", "[1](", "+1 ", "two ", "<5",
     "10^", "5 of a ", "per ", "up to ", " ", "5 GB per ", "5 May ", "fe80:", "port 1,"],
)  # fmt: skip
def test_a_line_without_end_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(each.text == text[each.start : each.end] for each in amounts(text))


def one(text: str) -> Amount:
    (found,) = amounts(text)
    return found
