"""Units of measure: what they measure and how much of the base unit they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written.

    ``name``: the written form in the singular; ``factor``: base units to one of it;
    ``binary``: the same where a prefix is read as a power of 1,024 ("GB" as GiB);
    ``zero``: where its scale begins, in base units (temperatures).
    """

    name: str
    dimension: str
    factor: float
    binary: float
    zero: float = 0.0


# dimension, base units to one, forms: singular/plural; upper and lower case as written,
# and words (four letters or more) in any case
_TABLE = (
    ("seconds", 1e-9, "ns nanosecond/nanoseconds Nanosekunde/Nanosekunden"),
    ("seconds", 1e-6, "µs μs us microsecond/microseconds Mikrosekunde/Mikrosekunden"),
    ("seconds", 1e-3, "ms msec millisecond/milliseconds Millisekunde/Millisekunden"),
    ("seconds", 1, "s sec/secs Sec/Secs second/seconds Sek Sekunde/Sekunden"),
    ("seconds", 60, "min/mins Min/Mins minute/minutes Minute/Minuten"),
    ("seconds", 3600, "h H hr/hrs Hr/Hrs hour/hours Std Stunde/Stunden"),
    ("seconds", 86400, "d day/days Day/Days Tag/Tage Tag/Tagen"),
    ("seconds", 604800, "wk/wks week/weeks Woche/Wochen"),
    ("seconds", 31536000 / 12, "month/months Monat/Monate Monat/Monaten"),
    ("seconds", 31536000, "yr/yrs year/years Jahr/Jahre Jahr/Jahren"),
    ("seconds", 315360000, "decade/decades Jahrzehnt/Jahrzehnte"),
    ("seconds", 3153600000, "century/centuries Jahrhundert/Jahrhunderte"),
    ("bytes", 1, "byte/bytes Byte/Bytes"),
    ("bits", 1, "bit/bits Bit/Bits"),
    ("bits/s", 1, "bps"),
    ("count", 1, "req/reqs"),
    ("ops/s", 1, "IOPS iops IOPs TPS tps RPS rps QPS qps pps fps FPS"),
    ("percent", 1, "% percent pct Prozent"),
    ("money:USD", 1, "$ US$ USD dollar/dollars"),
    ("money:USD", 0.01, "¢ cent/cents"),
    ("money:EUR", 1, "€ EUR euro/euros"),
    ("money:GBP", 1, "£ GBP"),
    ("money:JPY", 1, "¥ JPY yen"),
    ("money:INR", 1, "₹ INR rupee/rupees"),
    ("length", 1e-9, "nm nanometer/nanometers nanometre/nanometres Nanometer"),
    ("length", 1e-6, "µm μm um micrometer/micrometers micrometre/micrometres micron/microns"),
    ("length", 1e-3, "mm millimeter/millimeters millimetre/millimetres"),
    ("length", 1e-2, "cm centimeter/centimeters centimetre/centimetres Zentimeter"),
    ("length", 1, "m meter/meters metre/metres Meter/Metern"),
    ("length", 1e3, "km kilometer/kilometers kilometre/kilometres Kilometer/Kilometern"),
    ("length", 0.0254, "inch/inches Zoll"),
    ("length", 0.3048, "ft foot/feet"),
    ("length", 0.9144, "yd yard/yards"),
    ("length", 1609.344, "mi mile/miles Meile/Meilen"),
    ("mass", 1e-9, "µg μg mcg microgram/micrograms"),
    ("mass", 1e-6, "mg milligram/milligrams Milligramm"),
    ("mass", 1e-3, "g gram/grams Gramm"),
    ("mass", 1, "kg kilo/kilos kilogram/kilograms Kilogramm"),
    ("mass", 1e3, "tonne/tonnes Tonne/Tonnen"),
    ("mass", 0.45359237, "lb/lbs pound/pounds"),
    ("mass", 0.028349523125, "oz ounce/ounces"),
    ("volume", 1e-3, "ml mL milliliter/milliliters millilitre/millilitres Milliliter"),
    ("volume", 1, "l L liter/liters litre/litres Liter/Litern"),
    ("volume", 3.785411784, "gallon/gallons"),
    ("temperature", 1, "°C ℃ celsius"),
    ("angle", 1, "° degree/degrees"),
    ("cpu", 1, "vCPU/vCPUs VCPU/VCPUs vcpu/vcpus"),
    ("Hz", 1, "Hz hertz"),
    ("Hz", 1e3, "kHz KHz kilohertz"),
    ("Hz", 1e6, "MHz Mhz mhz megahertz"),
    ("Hz", 1e9, "GHz Ghz ghz gigahertz"),
    ("Hz", 1e12, "THz terahertz"),
    ("volts", 1e-3, "mV millivolt/millivolts"),
    ("volts", 1, "V volt/volts Volt"),
    ("volts", 1e3, "kV kilovolt/kilovolts"),
    ("amperes", 1e-3, "mA milliampere/milliamperes"),
    ("amperes", 1, "amp/amps ampere/amperes"),
    ("watts", 1e-3, "mW milliwatt/milliwatts"),
    ("watts", 1, "W watt/watts"),
    ("watts", 1e3, "kW KW kilowatt/kilowatts"),
    ("watts", 1e6, "MW megawatt/megawatts"),
    ("joules", 1, "J joule/joules"),
    ("joules", 1e3, "kJ kilojoule/kilojoules"),
    ("joules", 3600, "Wh"),
    ("joules", 3.6e6, "kWh KWh"),
    ("joules", 4.184, "cal calorie/calories Kalorie/Kalorien"),
    ("joules", 4184, "kcal kilocalorie/kilocalories"),
    ("joules", 1.602176634e-19, "eV"),
    ("pascals", 1, "Pa pascal/pascals"),
    ("pascals", 100, "hPa mbar"),
    ("pascals", 1e3, "kPa"),
    ("pascals", 1e5, "bar"),
    ("pascals", 6894.757, "psi PSI"),
    ("pascals", 133.322, "mmHg"),
    ("decibels", 1, "dB decibel/decibels"),
    ("dBm", 1, "dBm"),
    ("moles", 1, "mol mole/moles"),
    ("moles", 1e-3, "mmol"),
    ("times", 1, "x ×"),
)
_TEMPERATURES = (
    Unit("K", "temperature", 1, 1, -273.15),
    Unit("kelvin", "temperature", 1, 1, -273.15),
    Unit("°F", "temperature", 5 / 9, 5 / 9, -160 / 9),
    Unit("fahrenheit", "temperature", 5 / 9, 5 / 9, -160 / 9),
)
_PREFIXES = ("kilo kibi", "mega mebi", "giga gibi", "tera tebi", "peta pebi", "exa exbi")
_WORD = 4  # letters from which a unit is a word, in upper or lower case
_GERMAN = frozenset(
    """
    tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden
    minuten sekunde sekunden prozent gramm kilogramm metern kilometern euro einwohner
    einwohnern zoll meile meilen tonne tonnen
    """.split()
)


def unit(written: str) -> Unit | None:
    """The unit written ("GB", "minutes", "MiB/s" without its "/s"); None for any other word."""
    found = _units().get(written)
    if found is None and len(written) >= _WORD:
        found = _units().get(written.lower())
    return found


def german(word: str) -> bool:
    """Whether a unit, or what is counted, is written in German."""
    return word.lower() in _GERMAN


@cache
def _units() -> dict[str, Unit]:
    """Every written form, words in lower case as well."""
    forms = {known.name: known for known in _TEMPERATURES}
    for dimension, factor, names in _TABLE:
        for form, name in _forms(names):
            forms[form] = Unit(name, dimension, factor, factor)
    for power, words in enumerate(_PREFIXES, 1):
        forms |= _prefixed(power, *words.split())
    words_only = {form.lower(): known for form, known in forms.items() if len(form) >= _WORD}
    return words_only | forms


def _forms(names: str) -> Iterator[tuple[str, str]]:
    """Each form of "hour/hours hr" with its singular."""
    for name in names.split():
        singular, _, plural = name.partition("/")
        yield singular, singular
        if plural:
            yield plural, singular


def _prefixed(power: int, decimal: str, binary: str) -> dict[str, Unit]:
    """The units of data with one prefix: KB, Kbit, Kbps, KiB, kilobytes; "kb" means bytes."""
    ten, two = 1000.0**power, 1024.0**power
    upper, lower = decimal[0].upper(), decimal[0]
    either = {upper, lower} if power == 1 else {upper}
    table = [
        ("bytes", ten, [f"{lower}b", *(f"{letter}B" for letter in either)]),
        ("bytes", ten, [f"{decimal}byte/{decimal}bytes"]),
        ("bytes", two, [f"{upper}iB", f"{upper}ib", f"{lower}ib", f"{binary}byte/{binary}bytes"]),
        ("bits", ten, [f"{upper}b", f"{decimal}bit/{decimal}bits"]),
        ("bits", ten, [f"{letter}bit/{letter}bits" for letter in (upper, lower)]),
        ("bits", two, [f"{upper}ibit", f"{binary}bit/{binary}bits"]),
        ("bits/s", ten, [f"{upper}bps", f"{lower}bps"]),
        ("bytes/s", ten, [f"{upper}Bps", f"{upper}BPS"]),
        ("bytes/s", two, [f"{upper}iBps"]),
    ]
    return {
        form: Unit(name, dimension, factor, two)
        for dimension, factor, names in table
        for form, name in _forms(" ".join(names))
    }
