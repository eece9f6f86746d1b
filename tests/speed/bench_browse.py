"""What the list of ten thousand cards costs, through a pseudo-terminal: key to first paint against Textual's own
DataTable with the same rows, a letter of the search, and a page down, each with the same keys in the same run.
"""

import json
import os
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from quiz.deck import Bilingual, Deck, to_json
from tests.speed.bench_tui import Terminal, deck

CARDS = 10_000
RUNS = 5
TABLE = """
import json, sys
from textual.app import App
from textual.screen import Screen
from textual.widgets import DataTable

rows = json.load(open(sys.argv[1]))

class Table(Screen):
    def compose(self):
        yield DataTable()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("question", "standing")
        table.add_rows(rows)

class Control(App):
    def on_mount(self):
        self.sub_title = "ready-to-go"
    def compose(self):
        from textual.widgets import Header
        yield Header()
    def on_key(self, event):
        if event.key == "b":
            self.push_screen(Table())

Control().run()
"""


def many() -> Deck:
    """The bench's deck, ten thousand cards long."""
    (card, *_), one = deck().cards, deck()
    cards = tuple(
        replace(
            card,
            id=f"bench-{at:05}",
            question=Bilingual(f"Combien d’habitants la commune de Valbrune-{at} compte-t-elle ?"),
            evidence=replace(card.evidence, start=at * 200, end=at * 200 + 80),
        )
        for at in range(CARDS)
    )
    return replace(one, cards=cards)


def main() -> None:
    """Open both lists several times; search and page in ours."""

    with tempfile.TemporaryDirectory() as folder:
        path, rows = Path(folder) / "bench.json", Path(folder) / "rows.json"
        path.write_text(to_json(many()), encoding="utf-8")
        rows.write_text(json.dumps([[card.question.fr, "nouvelle"] for card in many().cards]), encoding="utf-8")
        control = Path(folder) / "control.py"
        control.write_text(TABLE, encoding="utf-8")
        env = {**os.environ, "QUIZ_HOME": folder, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        play = [sys.executable, "-m", "quiz", "play", str(path), "--lang", "fr"]
        warm = Terminal(play, env)
        warm.until(lambda text: "quitter" in text, 60)
        warm.close()
        ours, theirs, letters, pages, memory = [], [], [], [], []
        for _ in range(RUNS):
            terminal = Terminal(play, env)
            terminal.until(lambda text: "quitter" in text)
            terminal.drain(1.0)
            sent = terminal.send("b")
            ours.append(terminal.until(lambda text: "Valbrune-3" in text) - sent)
            terminal.drain(0.5)
            sent = terminal.send("\x1b[6~")
            pages.append(terminal.until(lambda text: "Valbrune-20" in text) - sent)
            terminal.send("/")
            terminal.drain(0.5)
            sent = terminal.send("9")
            letters.append(terminal.until(lambda text: "9\u00a0»" in text) - sent)
            memory.append(terminal.memory())
            terminal.close()
            table = Terminal([sys.executable, str(control), str(rows)], env)
            table.until(lambda text: "ready-to-go" in text)
            table.drain(0.5)
            sent = table.send("b")
            theirs.append(table.until(lambda text: "Valbrune-3" in text, 60) - sent)
            table.close()
        first, control_first = statistics.median(ours), statistics.median(theirs)
        print(
            f"key to first paint, {CARDS} cards: {1000 * first:.0f} ms; DataTable {1000 * control_first:.0f} ms; "
            f"{first / control_first:.2f} of it"
        )
        print(f"a page down: {1000 * statistics.median(pages):.0f} ms")
        print(f"the first letter of a search: {1000 * statistics.median(letters):.0f} ms")
        print(f"memory, peak: {max(memory)} MB (with the deck of {CARDS} cards)")


if __name__ == "__main__":
    main()
