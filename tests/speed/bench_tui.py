"""What the full screen costs, through a pseudo-terminal: first paint, first question, and key to paint with the commit.

The real command plays a deck of invented cards. Start-up is given as a ratio to bare Python in the same run.
"""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

from quiz.deck import Bilingual, Card, Deck, Evidence, Source, to_json

CARDS = 320
KEYS = 200
STARTS = 7
ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")


def deck() -> Deck:
    """Choice cards about invented towns, two sentences of context each."""
    cards = []
    for at in range(CARDS):
        figure = 1000 + 7 * at
        text = f"La commune de Valbrune-{at} compte {figure} habitants depuis le dernier recensement."
        cards.append(
            Card(
                id=f"bench-{at:04}",
                kind="stat",
                form="choice",
                topic=Bilingual("Le recensement des communes · 3 mars 2025"),
                question=Bilingual(f"Combien d’habitants la commune de Valbrune-{at} compte-t-elle ?"),
                choices=tuple(Bilingual(str(n)) for n in (figure, figure + 3, figure - 3)),
                answer=Bilingual(str(figure)),
                accept=(),
                evidence=Evidence(
                    "bench",
                    at * 200,
                    at * 200 + len(text),
                    text,
                    "Les chiffres viennent de paraître.",
                    "La commune voisine en perd.",
                ),
            )
        )
    return Deck(
        "bench",
        Bilingual("Mesure"),
        (Source("bench", "bench.txt", "Recensement", "2025-03-03", "0" * 64),),
        tuple(cards),
    )


class Terminal:
    """A program in an 80 by 24 pseudo-terminal."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, seen: Callable[[str], bool], seconds: float = 20) -> float:
        """Read until the text that has come since the call satisfies `seen`; the time that was."""
        raw = b""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if select.select([self.fd], [], [], 0.5)[0]:
                raw += os.read(self.fd, 65536)
                now = time.perf_counter()
                if seen(ESCAPES.sub(b"", raw).decode(errors="replace")):
                    return now
        raise TimeoutError(ESCAPES.sub(b"", raw).decode(errors="replace")[-600:])

    def send(self, keys: str) -> float:
        """Type; the time it was done."""
        now = time.perf_counter()
        os.write(self.fd, keys.encode())
        return now

    def drain(self, quiet: float = 0.03) -> None:
        """Let the program finish what it is writing."""
        while select.select([self.fd], [], [], quiet)[0]:
            os.read(self.fd, 65536)

    def memory(self) -> int:
        """Peak resident memory in MB (Linux; 0 elsewhere)."""
        status = Path(f"/proc/{self.pid}/status")
        found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
        return int(found[1]) // 1024 if found else 0

    def close(self) -> None:
        """Leave as a learner would, and see that it ends."""
        os.write(self.fd, b"\x11")
        time.sleep(0.2)
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def percentile(times: list[float], share: float) -> float:
    """In milliseconds."""
    return 1000 * sorted(times)[min(len(times) - 1, int(share * len(times)))]


def main() -> None:
    """Start several times, then answer a hundred questions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.json"
        path.write_text(to_json(deck()), encoding="utf-8")
        env = {**os.environ, "QUIZ_HOME": folder, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # a module changed since would be compiled at every start
        command = [sys.executable, "-m", "quiz", "play", str(path), "--lang", "fr", "--new", str(CARDS)]
        warm = Terminal(command, env)  # byte code and the cache of decks
        warm.until(lambda text: "quitter" in text)
        warm.close()
        bare, home, first = [], [], []
        for _ in range(STARTS):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", "pass"], check=True)
            bare.append(time.perf_counter() - began)
            terminal = Terminal(command, env)
            home.append(terminal.until(lambda text: "Mesure" in text and "quitter" in text) - terminal.began)
            terminal.send("\r")
            first.append(terminal.until(lambda text: "compte-t-elle" in text) - terminal.began)
            terminal.close()
        python = statistics.median(bare)
        for name, times in (("home painted", home), ("first question painted", first)):
            median = statistics.median(times)
            print(f"{name}: {1000 * median:.0f} ms, {median / python:.1f} times bare Python ({1000 * python:.0f} ms)")

        terminal = Terminal(command, env)
        terminal.until(lambda text: "quitter" in text)
        terminal.send("\r")
        terminal.until(lambda text: "compte-t-elle" in text)
        terminal.drain(0.3)
        answers, onwards = [], []
        for _ in range(KEYS // 2):
            sent = terminal.send("1")
            answers.append(terminal.until(lambda text: "Recensement" in text) - sent)
            terminal.drain(0.4)  # past the moment in which a second key still belongs to the answer
            sent = terminal.send("\r")
            onwards.append(terminal.until(lambda text: "compte-t-elle" in text) - sent)
            terminal.drain()
        print(f"memory, peak: {terminal.memory()} MB")
        terminal.close()
        for name, times in (("answer to feedback, committed", answers), ("on to the next question", onwards)):
            print(f"{name}: p50 {percentile(times, 0.5):.1f} ms, p99 {percentile(times, 0.99):.1f} ms")
        both = answers + onwards
        print(
            f"key to paint, {len(both)} keys: p50 {percentile(both, 0.5):.1f} ms, p99 {percentile(both, 0.99):.1f} ms"
        )


if __name__ == "__main__":
    main()
