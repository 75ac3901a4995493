"""Which notes contradict each other, and which only seem to; the silent ones stand first."""

from __future__ import annotations

from pathlib import Path

import pytest

from linting import findings, read_notes, write_notes

TICKS = """\
# Wood

| Wood | Softwood | Oil finish |
| --- | --- | --- |
| Pine | ✅ | Yes |
| Ebony / Teak | ❌ | No |
"""
ROCKS = """\
# Rocks

Types of rocks:

- Igneous
- Sedimentary
- Metamorphic
"""
SILENT = [
    (
        "C307",
        "# Rocks\n\nThe three types of rocks: chalk, lime, marl",
        "# Rocks\n\nThe four types of rocks: chalk, lime, marl, clay",
    ),
    ("C302", "There are 3 types of queues.", "There are 4 types of topics."),
    ("C302", "# Queues\n\nThere are 3 types.", "# Topics\n\nThere are 4 types."),
    ("C302", "The top 3 layers of the OSI model matter.", "The OSI model has 7 layers."),
    ("C303", "# SQS\n\n- Retention: 4 days by default", "# SQS\n\n- Retention: up to 14 days"),
    ("C303", "# SQS\n\n- Retention: 336 hours", "# SQS\n\n- Retention: 14 days"),
    ("C303", "# EBS\n\n- Max volume size: 16 TiB", "# EBS\n\n- Max volume size: 16384 GB"),
    ("C303", "# Kinesis\n\n- Throughput: 1 MB/s per shard", "# Kinesis\n\n- Throughput: 2 MB/s"),
    ("C303", "# Disks\n\n- io1 IOPS: up to 50 IOPS\n- io2 IOPS: up to 500 IOPS"),
    (
        "C303",
        "# Glacier\n\nSome data in Glacier Deep Archive.\n\n- Glacier Deep Archive is stored "
        "for at least 180 days",
        "# Glacier\n\n- Glacier is stored for at least 90 days",
    ),
    ("C303", "# Cable\n\n- Category 5 runs at 100 MHz", "# Cable\n\n- Category 6 runs at 250 MHz"),
    ("C303", "# EC2\n\nExample: retention of 3 days", "# EC2\n\n- Retention: 5 days"),
    ("C303", "# SQS\n\n- Retention was 4 days, now 14 days", "# SQS\n\n- Retention: 14 days"),
    ("C303", "# SQS\n\n- Storage was 5 TB", "# SQS\n\n- Storage: 15 TB"),
    (
        "C303",
        "# Kinesis Streams vs Firehose\n\n- Firehose:\n    - Data is stored for up to 1 day",
        "# Data\n\nSee Kinesis or Firehose.\n\n- In Kinesis data is kept for up to 365 days",
    ),
    (
        "C303",
        "# Frames\n\n- A frame in Ethernet: its size is 18 bytes",
        "# Ethernet\n\n- Type or length\n    - 2 bytes",
    ),
    ("C303", "# ST1\n\n- Max throughput: 500 MiB/s", "# ST1\n\n- Max throughput: 500 MB/s"),
    ("C303", "# EBS\n\n- Size limit of 1 PB", "# EBS\n\n- Size limit of 1 PiB"),
    ("C303", "# EBS\n\n- Up to 6 copies of a disk", "# EBS\n\n- Up to 2 copies of it per zone"),
    (
        "C303",
        "# EBS\n\n- io1 and io2: up to 5 GB and 3 GB respectively",
        "# EBS\n\n- io1: up to 9 GB",
    ),
    (
        "C303",
        "# Edge\n\nEdge and EC2.\n\n- Less compared to EC2:\n    - The timeout is 5 seconds",
        "# EC2\n\nEC2 and Edge.\n\n- The timeout is 15 minutes",
    ),
    (
        "C306",
        "# SSH vs. Telnet\n\nSSH.\n\n- Telnet servers listen on port 23",
        "# SSH\n\n- SSH: port 22",
    ),
    ("C303", "# EBS\n\n- Max 100.000 snapshots", "# EBS\n\n- Max 100,000 snapshots"),
    ("C303", "# UTP\n\n- UTP uses two pairs (four wires)", "# UTP\n\n- UTP has (eight wires)"),
    (
        "C301",
        "Request and response have 2 parts:\n\n- Method in\n- Path in\n- Method out\n- Path out",
    ),
    ("C301", "4 kinds of tissue:\n\n- A\n- B\n- C\n\nOne more:\n\n- D"),
    ("C301", "4 steps:\n\n1. A\n2. B\n\n```\nx\n```\n\n- C\n- D\n- E"),
    ("C301", "4 steps:\n\n1. A\n2. B\n\nThen:\n\n3. C\n4. D\n5. E"),
    ("C309", "Data -> Model -> Result", "Data -> Model -> Model -> Result"),
    ("C302", "# Types of ports\n\n- 4 types", "# Types of cables\n\n- 3 types"),
    (
        "C305",
        "# Cables\n\n- A cable cannot be plugged to more than one port at the same time",
        "# Ports\n\n- A cable can be plugged to only one port at the same time",
    ),
    (
        "C305",
        "# Trees\n\n- Trees may share soil with other plants that are not grafted",
        "# Soil\n\n- Trees may share soil with other non-grafted plants",
    ),
    (
        "C305",
        "# Forms\n\nNo. Everything in the form has to be declared",
        "# Forms\n\n- everything in the form has to be declared",
    ),
    (
        "C305",
        "# Oaks and elms\n\n## Planting oaks\n\n- can be used as a wind break\n\n"
        "## Planting elms\n\n- cannot be used as a wind break",
    ),
    ("C305", TICKS, "# Ebony\n\n- Not a softwood"),
    ("C305", TICKS, "# Ebony\n\n- Oil finish only in some places"),
    ("C305", TICKS, "# Ebony\n\n- Oil finish: 3 layers"),
    ("C305", TICKS, "# Ebony\n\n- Drawbacks:\n    - Oil finish"),
    ("C305", TICKS, "# Birch\n\n- Oil finish"),
    ("C305", TICKS, "# Pine\n\n- No oil finish by default"),
    ("C305", TICKS, "# Pine\n\n- The oil finish of keys is not there"),
    ("C307", ROCKS, ROCKS.replace("Igneous", "Igneous rocks")),
    ("C307", ROCKS, ROCKS.replace("Types", "Main types") + "- Lunar"),
    ("C307", ROCKS, ROCKS.replace("rocks:", "rocks such as:") + "- Lunar"),
    ("C307", ROCKS, ROCKS.replace("Types of rocks", "Uses") + "- Lunar"),
    ("C307", ROCKS, ROCKS + "- etc."),
    ("C307", ROCKS, "# Stones\n\n- Types of gems: igneous, sedimentary, metamorphic, lunar"),
    (
        "C307",
        ROCKS,
        "# Exam\n\n- 4 types of rocks: igneous, sedimentary, metamorphic, lunar (obsolete)",
    ),
    (
        "C307",
        "# Models\n\n## Layers of the OSI reference model\n\n- Session\n- Transport\n- Network\n"
        "- Link\n\n## Layers of the TCP/IP reference model\n\n- Transport\n- Network\n- Link",
    ),
    (
        "C307",
        "# Glass\n\n## Tempered glass types\n\n- Float glass\n- Cast glass\n- Rolled glass",
        "# Glass\n\n## Glass types\n\n- Float glass\n- Cast glass\n- Rolled glass\n- Drawn glass",
    ),
    ("C307", ROCKS, "# Rocks\n\n3 kinds of rocks: igneous, sedimentary, metamorphic, a picture"),
    ("C307", "# Bus\n\n- Sensor bus (I2C only)", "# Bus\n\n- Display bus: I2C / SPI / UART"),
    ("C307", "# Ports\n\n- Ports: TCP only", "# Sockets\n\n- Ports: TCP, UDP"),
    ("C307", "# Old sensor bus\n\n- I2C only", "# Sensor bus\n\n- I2C / SPI / UART"),
    (
        "C305",
        "# Lists\n\n- NACLs are stateless by default",
        "# Lists\n\n- Security groups are stateful",
    ),
    (
        "C305",
        "# Keys\n\n- Symmetric encryption uses one key",
        "# Keys\n\n- Asymmetric encryption uses two keys",
    ),
    ("C305", "# Roles\n\n- VTP servers can modify VLANs\n- VTP clients cannot modify VLANs"),
    ("C306", "# ALB\n\n- Operates at layer 7", "# NLB\n\n- Operates at layer 4"),
    (
        "C306",
        "# S3\n\n- Strong consistency for new objects",
        "# S3\n\n- Eventual consistency for overwrites",
    ),
    ("C307", "# Groups\n\n- Groups only contain users", "# Groups\n\n- Users, Groups and Roles"),
    (
        "C308",
        "# Disks\n\n| Disk | Boot |\n| --- | --- |\n| gp2 | yes |",
        "# Disks\n\n| Disk | Boot |\n| --- | --- |\n| st1 | no |",
    ),
    ("C309", "Code -> Build -> Test", "Code -> Build -> Deploy"),
    ("C310", "Q: Which port has SSH?\nA: Port 22", "Q: Which port has SSH?\nA: 22"),
]

SPEAK = [
    (
        "C303",
        "# SQS\n\n- A message could be up to 265 KB in size",
        "# SQS\n\n- Size limit of 256 KB per message",
        "256 KB",
    ),
    (
        "C303",
        "# EBS\n\n- Durability: EBS guarantees 99.9% (or 3 9s) durability",
        "# EBS\n\n- Durability: 99.999%",
        "99.9",
    ),
    ("C303", "# EBS\n\n- The max IOPS is 2500", "# EBS\n\n- Disks: max IOPS is 250", "250"),
    ("C302", "# Types of ports\n\n- 4 types", "There are 3 types of ports.", "ports"),
    ("C302", "Ports come in 4 types.", "There are 3 types of ports.", "orts"),
    (
        "C303",
        "# Queue Limits\n\nThe SQS.\n\n## Simple Queue Service\n\n- Kept for up to 7 days",
        "# Queues\n\n- In SQS a message is kept for up to 14 days",
        "14 days",
    ),
    (
        "C302",
        "There are 4 types of queues.",
        "There are three kinds of queues.",
        "queues kinds: 3 here, but 4 in a.md:1",
    ),
    (
        "C303",
        "# SQS\n\n- Messages are kept for up to 7 days",
        "# SQS\n\n- Message retention: up to 14 days",
        'SQS retention: "up to 14 days" here, but "up to 7 days" in a.md:3',
    ),
    (
        "C303",
        "# SQS\n\n- Retention: from 1 minute to 14 days",
        "# SQS\n\n- Retention: between 1 and 14 days",
        "between 1 and 14 days",
    ),
    (
        "C303",
        "# Lambda\n\n- Memory: 128 MB - 3008 MB",
        "# Lambda\n\n- Memory can be between 128 MB and 10240 MB",
        "10240 MB",
    ),
    (
        "C303",
        "# Tokens\n\n- A token is valid for 15 minutes",
        "# Tokens\n\n- A token is valid for 20 minutes",
        "20 minutes",
    ),
    (
        "C303",
        "# Kinesis Streams vs Firehose\n\n- Streams:\n    - Data is stored for up to 7 days",
        "# Data\n\nSee Kinesis or Firehose.\n\n- In Kinesis data is kept for up to 365 days",
        "365 days",
    ),
    (
        "C303",
        "# SQS\n\n- Messages are kept for up to one day",
        "# SQS\n\n- Messages are kept for up to five days",
        "up to five days",
    ),
    (
        "C303",
        "# Limits of Lambda\n\nCode is run in Lambda here.\n\n- Execution:\n"
        "    - Disk capacity in the container (`/tmp`): max 512 MB",
        "# Use of Lambda\n\n- **Disk**: the capacity of `/tmp` is up to 10,240 MB",
        "up to 10,240 MB",
    ),
    (
        "C303",
        "# Disks\n\n- General Purpose SSD GP2: max throughput 250 MB/s\n"
        "- Provisioned SSD (IO1): for databases",
        "# Drives\n\n- GP2: max throughput 500 MB/s",
        "500 MB/s",
    ),
    (
        "C305",
        "# Firewalls\n\n- NACLs are stateful",
        "# Networks\n\n- NACLs are stateless",
        '"stateless" here, but "stateful" in a.md:3',
    ),
    (
        "C305",
        "# Volumes\n\n- A volume can be attached to several machines",
        "# Volumes\n\n- A volume cannot be attached to several machines",
        "cannot be",
    ),
    (
        "C305",
        TICKS,
        "# Ebony\n\n- Supports a thin oil finish and wax",
        '"Ebony / Teak, Oil finish: No" in a.md:6',
    ),
    ("C305", TICKS, "# Pine\n\n- No oil finish", '"Pine, Oil finish: Yes"'),
    ("C305", TICKS, "# Pine\n\n- Oil finish: no", '"Pine, Oil finish: Yes"'),
    ("C305", TICKS, "# Trees\n\n## Ebony\n\nEbony is a softwood.", '"Ebony / Teak, Softwood: ❌"'),
    ("C307", ROCKS, ROCKS + "- Lunar", "Sedimentary, Metamorphic, Lunar"),
    (
        "C307",
        ROCKS,
        "# Exam\n\n- 4 types of rocks: igneous, sedimentary, metamorphic, lunar",
        '"igneous, sedimentary, metamorphic, lunar" here, but "Igneous',
    ),
    (
        "C307",
        "# Rocks\n\n## Rock types\n\n- **Igneous** – from magma\n- **Sedimentary** – from sand\n"
        "- **Metamorphic** – changed",
        "# Rocks\n\n- Rock types: igneous, sedimentary, metamorphic, lunar",
        "metamorphic, lunar",
    ),
    (
        "C307",
        "# Buses\n\n- Sensor bus (I2C only) – slow",
        "# Boards\n\n## Sensor bus\n\n- I2C / SPI protocols",
        'Sensor bus, only: "I2C, SPI" here, but "I2C" in a.md:3',
    ),
    (
        "C306",
        "# S3\n\n- Strong consistency for all operations",
        "# S3\n\n- Eventual consistency for overwrites",
        "Eventual consistency",
    ),
    (
        "C306",
        "# Disk\n\n- EBS is replicated across availability zones",
        "# Disk\n\n- EBS is replicated within an availability zone",
        "replicated within",
    ),
    (
        "C308",
        "# Disks\n\n| Disk | Size |\n| --- | --- |\n| gp2 | 16 TB |",
        "# Disks\n\n| Disk | Size |\n| --- | --- |\n| gp2 | 32 TB |",
        '"32 TB" here, but "16 TB"',
    ),
    ("C309", "Code -> Build -> Test", "Code -> Test -> Build", "Code → Test → Build"),
    (
        "C310",
        "Q: Which port has SSH?\nA: 22",
        "Q: Which port has SSH?\nA: 23",
        "23 here, but 22 in a.md:1",
    ),
]


@pytest.mark.parametrize("case", SILENT, ids=" | ".join)
def test_silent(tmp_path: Path, case: tuple[str, ...]) -> None:
    code, *files = case
    for name, text in zip("ab", files, strict=False):
        write_notes(tmp_path, text + "\n", f"{name}.md")
    assert findings(code, read_notes(tmp_path)) == ()


@pytest.mark.parametrize(("code", "a", "b", "message"), SPEAK)
def test_speaks(tmp_path: Path, code: str, a: str, b: str, message: str) -> None:
    write_notes(tmp_path, f"--- a.md\n{a}\n--- b.md\n{b}\n")
    (found,) = findings(code, read_notes(tmp_path))
    assert message in found.message
    assert {"a.md", "b.md"} == {found.span.path, *(each.span.path for each in found.related)}


ALONE = [
    (
        "C301",
        "4 kinds of tissue:\n\n- A\n- B\n- C\n\nThey differ. Some of the cells:\n\n- E\n- F",
        '"4 kinds of tissue", but the list below has 3',
    ),
    (
        "C307",
        "# Buses\n\n- Sensor bus (I2C only) – slow\n\n## Sensor bus\n\n- I2C / SPI protocols",
        "Sensor bus, only",
    ),
    (
        "C307",
        "# Rocks\n\n4 kinds of rocks:\n\n- Igneous\n- Sedimentary\n- Metamorphic\n\n## Summary\n\n"
        "- Rock types: igneous, sedimentary, metamorphic, lunar",
        "lunar",
    ),
]


@pytest.mark.parametrize(("code", "text", "message"), ALONE)
def test_speaks_of_one_file(tmp_path: Path, code: str, text: str, message: str) -> None:
    write_notes(tmp_path, text + "\n")
    (found,) = findings(code, read_notes(tmp_path))
    assert message in found.message


def test_one_finding_names_every_place_the_most_common_value_first(tmp_path: Path) -> None:
    notes = "".join(
        f"--- {name}.md\nThere are {count} types of queues.\n"
        for name, count in (("a", 3), ("b", 4), ("c", 4), ("d", 4))
    )
    write_notes(tmp_path, notes)
    (found,) = findings("C302", read_notes(tmp_path))
    assert found.message == "queues types: 3 here, but 4 in b.md:1, c.md:1, d.md:1"
    assert [each.span.path for each in found.related] == ["b.md", "c.md", "d.md"]


def test_fingerprint_survives_moved_lines(tmp_path: Path) -> None:
    notes = "--- a.md\n{}There are 4 types of queues.\n--- b.md\nThere are 3 types of queues.\n"
    prints = set()
    for index, before in enumerate(("", "Something else first.\n\n")):
        folder = tmp_path / str(index)
        folder.mkdir()
        write_notes(folder, notes.format(before))
        (found,) = findings("C302", read_notes(folder))
        prints.add(found.fingerprint)
    assert len(prints) == 1
