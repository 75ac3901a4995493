"""A headless Chromium, spoken to in the DevTools protocol."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-quic", "--disable-dev-shm-usage", "--remote-debugging-pipe"),
)
# Chromium reads commands at the descriptor 3 and writes answers and events at 4
_START = 'exec "$@" 3<&"$0" 4>&3'


class Browser:
    """One page; ``events`` holds what the protocol told about it, in order."""

    def __init__(self, wire: socket.socket) -> None:
        self.wire = wire
        self.unread = b""
        self.events: list[dict[str, Any]] = []
        self.number = 0
        self.session = ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        self.number += 1
        command = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        self.wire.sendall(json.dumps(command).encode() + b"\0")
        while (message := self._message()).get("id") != self.number:
            self.events.append(message)
        assert "error" not in message, message
        result: dict[str, Any] = message["result"]
        return result

    def open(self, file: Path) -> None:
        """Open a page and wait until all of it is loaded."""
        self.events.clear()
        self.send("Page.navigate", url=file.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._message())

    def resize(self, width: int, height: int) -> None:
        """Give the page the size of a screen."""
        size = {"width": width, "height": height}
        self.send("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=1, mobile=False)

    def evaluate(self, script: str) -> Any:
        """What a JavaScript expression gives, once it is there."""
        options = {"returnByValue": True, "awaitPromise": True}
        answer = self.send("Runtime.evaluate", expression=script, **options)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self.unread:
            more = self.wire.recv(1 << 20)
            assert more, "Chromium has ended"
            self.unread += more
        text, _, self.unread = self.unread.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, as Debian and others name it."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    assert program, "The tests need Chromium: `make test` says how to get it."
    ours, theirs = socket.socketpair()
    with ours, theirs, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        number = theirs.fileno()
        command = ["bash", "-c", _START, str(number), program, *FLAGS]
        with subprocess.Popen(
            [*command, f"--user-data-dir={profile}"], pass_fds=[number], stderr=subprocess.DEVNULL
        ) as process:
            theirs.close()
            try:
                yield Browser(ours)
            finally:
                process.terminate()
