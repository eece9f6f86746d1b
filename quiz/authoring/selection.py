"""Which of the good questions make the deck, and in what order: the gates that look at a deck as a whole.

Takes scored candidates and gives fewer; knows nothing of how they were made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from quiz.authoring.candidate import Candidate
from quiz.authoring.dice import chance
from quiz.facts.fact import Quotation
from quiz.typography import fold

WORDS_A_CARD = 30
"""The default cap: one card for so many words of an article."""
FEWEST = 4
"""Cards that even the shortest article may give."""
MIXTURE = 0.4
"""Clozes and true-false together are at most this share of a deck."""
_BY_SENTENCE = ("cloze", "true-false")
MOST_FORMS = 2
"""Cards that one fact gives at most: known by choice first, then produced."""
MOST_OF_A_SENTENCE = 3
"""Cards that one sentence gives at most, whatever it tells: nobody wants to be asked five times of one penalty."""
_FORMS_OF_ONE = 0.05
_SAME_SENTENCE = 0.03
_SHARES = {"choice": 0.5, "number": 0.2, "text": 0.2, "cloze": 0.2, "true-false": 0.15}
"""How much of a deck a form may be before further cards of it have to be better: variety keeps a learner awake."""
_KIND = 0.4
"""How much of a deck one kind (specifications, statistics, quotations) may be before the same holds for it."""
_SURPLUS = 0.2
_STEP = 1e-9
"""Less than this is no difference."""
_CHANGE = 0.15
"""What every third fact's cloze or statement gains, so that the second card of a fact is not always the typed one."""
_KNOWN_FIRST = 0.1
"""What the choice of a fact gains before its other forms: a class answers by choice, and a learner knows a thing before
producing it."""
_LEANING = 0.08
"""What a further « Faux » loses for each that is more than one ahead of the « Vrai », and the other way round: nobody
shall learn to answer always the same."""
_LENIENT = 0.08
"""How far below the asked score repetition may bring a card that is good enough by itself."""
_STOOPING = 0.15
"""How far below the asked score a question may be that is the only direct one about something."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate that passed its gates. `fact` numbers what it says (twins share it), `sibling` what gives it away."""

    candidate: Candidate
    score: float
    article: int
    fact: int
    id: str
    sibling: str

    @property
    def direct(self) -> bool:
        """A question of our own, not the article's sentence with something left out."""
        return self.candidate.form not in _BY_SENTENCE

    @property
    def sentence(self) -> tuple[int, int]:
        """The evidence, for telling neighbours."""
        return self.article, self.candidate.fact.evidence.start


def no_twin(rows: Iterable[Scored]) -> tuple[list[Scored], int]:
    """One card a fact and form, one card a wording: the best of each stays. Also how many went.

    Where several sentences say the same, the one with the best question gives all its cards, so that the forms of a
    fact do not speak of « entreprises » here and of « personnes interrogées » there.
    """
    rows = sorted(rows, key=_best_first)
    seen: set[object] = set()
    leading: dict[int, tuple[int, int]] = {}
    kept: list[Scored] = []
    for row in rows:
        form = row.candidate.form
        if leading.setdefault(row.fact, row.sentence) != row.sentence:
            continue
        keys = {
            ("id", row.id),
            ("fact", row.fact, form, asked(row.candidate)),
            ("wording", form, fold(row.candidate.question.fr)),
        }
        if keys & seen:
            continue
        seen |= keys
        kept.append(row)
    return kept, len(rows) - len(kept)


def asked(candidate: Candidate) -> str:
    """Which side of the fact is asked: the words or the speaker of a quotation, the value or the thing of a value."""
    fact, answer = candidate.fact, fold(candidate.answer.fr)
    if candidate.form == "true-false":
        return "truth"
    if isinstance(fact, Quotation):
        return "speaker" if fact.speaker and answer == fold(fact.speaker) else "words"
    entity = fold(getattr(fact, "entity", ""))
    return "entity" if entity and answer == entity else "value"


def caps(words: Sequence[int], asked_for: int | None) -> list[int]:
    """How many cards each article may give: what was asked for, else one for `WORDS_A_CARD` words."""
    return [asked_for if asked_for is not None else max(FEWEST, round(count / WORDS_A_CARD)) for count in words]


def chosen(
    rows: Sequence[Scored], limits: Sequence[int], min_score: float, main_names: Sequence[set[str]]
) -> list[Scored]:
    """The cards of the deck, best first: a direct question for each name an article is about, then by score.

    Each further form of one fact, and each further card from one sentence, has to be better than the last. `main_names`
    are, by article, the folded names it is about.
    """
    taken: list[Scored] = []
    counts: Counter[int] = Counter()
    forms: Counter[str] = Counter()
    sentences: Counter[tuple[int, int]] = Counter()
    shapes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    truths: Counter[str] = Counter()

    def take(row: Scored) -> None:
        taken.append(row)
        counts[row.article] += 1
        forms[row.sibling] += 1
        sentences[row.sentence] += 1
        shapes[row.candidate.form] += 1
        kinds[row.candidate.kind] += 1
        if row.candidate.form == "true-false":
            truths[row.candidate.answer.fr] += 1

    def worth(row: Scored) -> float:
        form = row.candidate.form
        size = max(20, len(taken))
        surplus = max(0.0, shapes[form] / size - _SHARES.get(form, 0.2))
        surplus += max(0.0, kinds[row.candidate.kind] / size - _KIND)
        repeated = _FORMS_OF_ONE * forms[row.sibling] + _SAME_SENTENCE * sentences[row.sentence]
        change = _CHANGE if not row.direct and forms[row.sibling] and chance(row.sibling, 3) == 0 else 0.0
        if form == "choice" and not forms[row.sibling]:
            change += _KNOWN_FIRST
        if form == "true-false":
            same = truths[row.candidate.answer.fr]
            change -= _LEANING * max(0, 2 * same - truths.total() - 1)
        return row.score + change - repeated - _SURPLUS * surplus

    covered: set[str] = set()
    for row in sorted(rows, key=_best_first):
        about = _about(row, main_names[row.article])
        if (
            row.direct
            and about - covered
            and row.score >= min_score - (_STOOPING if row.candidate.kind != "quote" else 0)
            and counts[row.article] < limits[row.article]
            and sentences[row.sentence] < MOST_OF_A_SENTENCE
        ):
            covered |= about
            take(row)
    done = {row.id for row in taken}
    by_sibling: dict[str, list[Scored]] = {}
    for row in rows:
        if row.id not in done:
            by_sibling.setdefault(row.sibling, []).append(row)
    by_tie = {_tie(row): row for siblings in by_sibling.values() for row in siblings}
    heap = [(-worth(row), tie) for tie, row in by_tie.items()]
    heapify(heap)
    while heap:
        stale, tie = heappop(heap)
        best = by_tie[tie]
        now = worth(best)
        if best.id in done or best.score < min_score or counts[best.article] >= limits[best.article]:
            continue
        if now < -stale - _STEP:  # it has lost since it was weighed: let it queue again
            heappush(heap, (-now, tie))
            continue
        full = sentences[best.sentence] >= MOST_OF_A_SENTENCE or forms[best.sibling] >= MOST_FORMS
        if full or now < min_score - _LENIENT:
            continue
        done.add(best.id)
        take(best)
        for row in by_sibling[best.sibling]:
            if row.id not in done:
                heappush(heap, (-worth(row), _tie(row)))
    return taken


def _about(row: Scored, names: set[str]) -> set[str]:
    candidate = row.candidate
    entity = getattr(candidate.fact, "entity", "") or getattr(candidate.fact, "speaker", "") or ""
    about = {fold(name) for name in (*candidate.focus, entity, candidate.answer.fr) if name}
    return about & names


def mixture(rows: Sequence[Scored]) -> tuple[list[Scored], int]:
    """Clozes and true-false at most two fifths: the weakest of them go. Also how many went."""
    by_sentence = sorted((row for row in rows if not row.direct), key=_best_first)
    direct = len(rows) - len(by_sentence)
    allowed = int(MIXTURE * direct / (1 - MIXTURE))
    kept = {row.id for row in by_sentence[:allowed]}
    return [row for row in rows if row.direct or row.id in kept], max(0, len(by_sentence) - allowed)


def interleaved(rows: Sequence[Scored]) -> list[Scored]:
    """The order of a deck: articles, kinds and forms mixed, good ones early; no two neighbours from one sentence or
    of one fact while that can be helped."""
    queues: dict[int, list[Scored]] = {}
    for row in sorted(rows, key=_best_first):
        queues.setdefault(row.article, []).append(row)
    sizes = {article: len(queue) for article, queue in queues.items()}
    out: list[Scored] = []
    while any(queues.values()):
        # the article that lags most behind its share goes next
        article = max((a for a in queues if queues[a]), key=lambda a: (len(queues[a]) / sizes[a], -a))
        order = [
            article,
            *sorted((a for a in queues if queues[a] and a != article), key=lambda a: -len(queues[a]) / sizes[a]),
        ]
        row = next((r for a in order for r in queues[a][:8] if not _close(r, out)), None) or queues[article][0]
        queues[row.article].remove(row)
        out.append(row)
    return out


def _close(row: Scored, out: Sequence[Scored]) -> bool:
    """Whether the card would stand right after its sibling, or third in a row of its own kind and form."""
    if any(row.sentence == last.sentence or row.sibling == last.sibling for last in out[-1:]):
        return True
    kinds = [(last.candidate.kind, last.candidate.form) for last in out[-2:]]
    return len(kinds) == 2 and kinds[0] == kinds[1] == (row.candidate.kind, row.candidate.form)


def _best_first(row: Scored) -> tuple[float, tuple[int, int, str, str]]:
    place = row.candidate.fact.evidence.start
    return -row.score, (row.article, place, row.id, row.candidate.question.fr)


def _tie(row: Scored) -> tuple[int, int, str]:
    return row.article, row.candidate.fact.evidence.start, row.id
