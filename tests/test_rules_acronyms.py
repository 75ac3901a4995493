"""Which acronyms are written out in two ways, and which only seem to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from linting import findings, read_notes, write_notes

SILENT = [
    ("Simple Workflow Service (SWF)",),
    ("- Role Based Access (RBA)\n- Rule Based Access (RBA)",),
    ("## Role Based Access (RBA)\n\nx\n\n## Rule Based Access (RBA)\n\ny",),
    ("AWS Certificate Manager (ACM)", "AWS cert manager (ACM)"),
    ("Mean Squared Error (MSE)", "Mean Square Error (MSE)"),
    ("Personal Identifiable Data (PID)", "Personally Identifiable Data (PID)"),
    ("Key Management Service (KMS)", "Key Mgmt Service (KMS)"),
    ("Total Cost Ownership (TCO)", "Total Cost of Ownership (TCO)"),
    ("A Local Area Cable (LAN)", "Local Area Network (LAN)"),
    ("Preboot Execution Environment (PXE)",),
    ("Google App Engine (GCP)",),
    ("Disaster Recovery (DRS)",),
    ("Deoxyribo Nucleic Acid (DNA)",),
    ("Policies: Service Control Policy (SCP)", "Copies: Secure Copy Protocol (SCP)"),
    ("Application Load Balancer (ALB)", "Application Load Balancers (ALB)"),
    ("- The Border Gateway Protocol (BGP)", "- Border Gateway Protocol (BGP)"),
    ("Platforms as a Service (PaaS)", "Platform as a Service (PaaS)"),
]


@pytest.mark.parametrize("texts", SILENT, ids=" | ".join)
def test_silent(tmp_path: Path, texts: tuple[str, ...]) -> None:
    for name, text in zip("ab", texts, strict=False):
        write_notes(tmp_path, text + "\n", f"{name}.md")
    assert findings("C304", read_notes(tmp_path)) == ()


SPEAK = [
    ("Domain Name System (DNS)", "# DNS - Domain Name Service", "Domain Name Service"),
    ("Universal Serial Bus (USB)", "Universal Serial Base (USB)", "Serial Base"),
    ("A Write-Once-Read-Many (WORM) disk", "Write-Once-Read-More (WORM) disk", "Read-More"),
    ("# A (AB)\n\n# Simple Mail Server (SMS) & more", "Simple Mail Service (SMS)", "Server"),
    (
        "# Audits\n\nStandards:\n\n- SOC (System and Organization Controls)\n- PCI",
        "System and Organization Checks (SOC)",
        "Organization Checks",
    ),
    (
        "Route 53 is a DNS (Domain Name System)",
        "Route 53 is the DNS (Domain Name Service)",
        "Domain Name Service",
    ),
    ("A Single Sign On (SSO)", "A Single Sign Output (SSO)", "Single Sign Output"),
    ("Simple Queue Service (SQS)", "Simple Queuing Service (SQS)", "Simple Queuing Service"),
]


@pytest.mark.parametrize(("a", "b", "message"), SPEAK)
def test_speaks(tmp_path: Path, a: str, b: str, message: str) -> None:
    write_notes(tmp_path, f"--- a.md\n{a}\n--- b.md\n{b}\n")
    (found,) = findings("C304", read_notes(tmp_path))
    assert message in found.message


MISFITS = [
    ("A Local Area Cable (LAN) is short", 'LAN does not fit "Local Area Cable"'),
    ("The Central Processing Core Device (CPU)", "which lacks a letter of it"),
]


@pytest.mark.parametrize(("text", "message"), MISFITS)
def test_words_that_lack_a_letter_of_their_acronym(tmp_path: Path, text: str, message: str) -> None:
    write_notes(tmp_path, text)
    (found,) = findings("C304", read_notes(tmp_path))
    assert message in found.message
