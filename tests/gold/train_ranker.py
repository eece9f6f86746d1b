"""Train the ranker's weights on judged cards: `python tests/gold/train_ranker.py` prints the curve on the test split
and, with `--write`, puts the weights into `quiz/authoring/ranking.toml`. Needs scikit-learn, which nothing else does.

`judged.jsonl` holds candidate cards that passed the gates, most from Wikinews articles (CC BY 2.5), some from articles
in the manner of the press that were written to be measured with and are not kept; each judged by two readers who had
not seen the program and could not see each other, and by a third where they differed: ids, spans, features and
verdicts, none of the articles' sentences. Articles, not cards, are split into train, tune and test by a hash of their
name. `made` tells whether the program still asks the very question that was judged; what it no longer asks has the
features it had then, teaches how often a kind of question fails on a page nobody has mended from, and is left out of
the tests. `whole.json` names, by kind, articles (with their words) that are in no other split: every card was judged
that a deck of them would hold at a score of 0.3, so that they alone tell how many cards a threshold leaves.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "quiz" / "authoring" / "ranking.toml"
STRENGTHS = (0.02, 0.05, 0.1, 0.2)
"""None weaker: the gates were mended on the very cards that teach, which look surer than those of unread articles."""
RARE = 8
"""A construction with fewer judged cards has no weight of its own."""
HELD = {"unsure_speaker": -0.5}
"""Weights set by hand: a judge who sees one sentence cannot tell a wrong speaker."""
DOUBTS = (
    "slip",
    "leans_definite",
    "leans_demonstrative",
    "generic_words",
    "no_scope",
    "late_doubt",
    "bare_object",
    "bare_opening",
    "bare_subject",
    "event_unanchored",
    "later_figure",
    "petty",
    "unanchored",
    "untold",
)
"""Features that may cost a card and never help it."""


def split_of(doc: str) -> str:
    """Train (60 %), tune (20 %) or test (20 %)."""
    share = hashlib.sha256(doc.encode()).digest()[0] / 256
    return "train" if share < 0.6 else "tune" if share < 0.8 else "test"


def columns(rows: list[dict]) -> list[str]:
    """The names of the weights: forms, common constructions, features."""
    count: dict[str, int] = {}
    for row in rows:
        count[row["construction"]] = count.get(row["construction"], 0) + 1
    features = sorted({name for row in rows for name in row["features"]})
    forms = sorted({row["form"] for row in rows})
    common = sorted(name for name, n in count.items() if n >= RARE)
    return [*(f"form.{f}" for f in forms), *(f"construction.{c}" for c in common), *(f"feature.{f}" for f in features)]


def vector(row: dict, names: list[str]) -> list[float]:
    """The row's value for each name."""
    own = {f"form.{row['form']}": 1.0, f"construction.{row['construction']}": 1.0}
    own |= {f"feature.{name}": value for name, value in row["features"].items()}
    return [own.get(name, 0.0) for name in names]


def curve(scores: list[float], keeps: list[float], words: int) -> list[tuple[float, float, float]]:
    """(threshold, share kept by the judges, cards per 100 words) for each threshold from lenient to strict."""
    rows = []
    for step in range(20, 96, 2):
        at = step / 100
        taken = [keep for score, keep in zip(scores, keeps, strict=True) if score >= at]
        if taken:
            rows.append((at, sum(taken) / len(taken), 100 * len(taken) / words))
    return rows


def main() -> None:
    """Train, choose the strength of the prior on the tune split, report on the test split."""
    from sklearn.linear_model import LogisticRegression

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in (HERE / "judged.jsonl").read_text(encoding="utf-8").splitlines()]
    parts: dict[str, list[dict]] = {"train": [], "tune": [], "test": []}
    for row in rows:
        part = "test" if row.get("whole") else split_of(row["doc"])
        if part == "train" or row["made"]:
            parts[part].append(row)
    names = columns(parts["train"])
    data = {part: [vector(row, names) for row in of] for part, of in parts.items()}
    keeps = {part: [float(row["keep"] > 0.5) for row in of] for part, of in parts.items()}

    def fitted(which: list[str], strength: float):
        x = [line for part in which for line in data[part]]
        y = [int(keep > 0.5) for part in which for keep in keeps[part]]
        model = LogisticRegression(C=strength, max_iter=5000).fit(x, y)
        for place, name in enumerate(names):
            feature = name.removeprefix("feature.")
            if feature in HELD:
                model.coef_[0][place] = HELD[feature]
            elif feature in DOUBTS:
                model.coef_[0][place] = min(0.0, model.coef_[0][place])
        return model

    def loss(model, part: str) -> float:
        from sklearn.metrics import log_loss

        return log_loss([int(k > 0.5) for k in keeps[part]], model.predict_proba(data[part])[:, 1], labels=[0, 1])

    best = min(STRENGTHS, key=lambda strength: loss(fitted(["train"], strength), "tune"))
    model = fitted(["train", "tune"], best)
    test = parts["test"]
    words = sum({row["doc"]: row["words"] for row in test}.values())
    base = sum(keeps["test"]) / len(test)
    print(f"{len(rows)} cards, {len({row['doc'] for row in rows})} articles; test {len(test)} cards, C={best}")
    density = 100 * len(test) / words
    print(
        f"test log loss {loss(model, 'test'):.3f}; without ranking kept {base:.2f}, {density:.2f} cards per 100 words"
    )
    for kind, articles in json.loads((HERE / "whole.json").read_text(encoding="utf-8")).items():
        every = [row for row in rows if row["doc"] in articles and row.get("whole")]
        if not every:
            continue
        scores = [float(p) for p in model.predict_proba([vector(row, names) for row in every])[:, 1]]
        kept = [float(row["keep"] > 0.5) for row in every]
        size, mean = sum(articles.values()), sum(kept) / len(kept)
        print(f"{kind}: {len(articles)} whole articles, {size} words: {len(every)} cards, kept {mean:.2f}")
        for at, share, density in curve(scores, kept, size):
            print(f"  at {at:.2f}: kept {share:.2f}, {density:.2f} cards per 100 words")
    for title, scores in (
        ("trained", [float(p) for p in model.predict_proba(data["test"])[:, 1]]),
        ("by hand", [row["by_hand"] for row in test]),
    ):
        print(title)
        for at, share, density in curve(scores, keeps["test"], words):
            print(f"  at {at:.2f}: kept {share:.2f}, {density:.2f} cards per 100 words")
    if arguments.write:
        write(names, model)


OPENING = """\
# The ranker's weights: score = 1 / (1 + exp(-(bias + sum of weight * feature))). One feature a line; a feature without
# a weight counts for nothing. Written by tests/gold/train_ranker.py from cards that two readers judged; what the
# features mean stands beside their making, in ranking.py and the builders of questions."""


def write(names: list[str], model) -> None:
    """The weights as the data file that `ranking` reads."""
    weight = dict(zip(names, model.coef_[0], strict=True))
    lines = [OPENING, "", f"bias = {model.intercept_[0]:.3f}"]
    for table in ("form", "construction", "feature"):
        lines += ["", f"[{table}]"]
        if table == "construction":
            lines.append("other = 0.0")
        for name, value in weight.items():
            head, _, tail = name.partition(".")
            if head == table:
                lines.append(f"{tail} = {value:.3f}")
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
