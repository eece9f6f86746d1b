from dataclasses import replace
from itertools import pairwise

from quiz.authoring.selection import MIXTURE, Scored, caps, chosen, interleaved, mixture, no_twin
from quiz.deck import TRUE_FALSE, Bilingual
from tests.authoring.made import asking

TRUE, FALSE = TRUE_FALSE


def row(n: int, score: float = 0.7, form: str = "number", source: int = 0, fact: int | None = None) -> Scored:
    candidate, _ = asking(f"Combien de toises la scierie numéro {n} a-t-elle vendues ?", str(n), form=form)
    span = replace(candidate.fact.evidence, start=n * 10)
    candidate = replace(candidate, fact=replace(candidate.fact, evidence=span))  # type: ignore[type-var]
    own = n if fact is None else fact
    return Scored(candidate, score, source, own, f"id{n}{form}", f"fact/{own}")


def test_one_card_a_fact_and_form_the_best_one() -> None:
    weak, strong, typed = row(1, 0.6, fact=1), row(2, 0.8, fact=1), row(2, 0.5, "choice", fact=1)
    elsewhere = row(1, 0.7, "choice", fact=1)
    kept, went = no_twin([weak, strong, typed, elsewhere])
    assert {r.id for r in kept} == {strong.id, typed.id}, "all cards of a fact come from the sentence that asks it best"
    assert went == 2


def test_one_card_a_wording() -> None:
    one = row(1)
    same = replace(one, id="other", fact=9)
    kept, went = no_twin([one, same])
    assert len(kept) == went == 1


def test_the_cap_of_an_article() -> None:
    assert caps([900, 10], None) == [30, 4]
    assert caps([900, 10], 3) == [3, 3]
    picked = chosen([row(n, 0.9 - n / 100) for n in range(30)], [5], 0.5, [set()])
    assert sorted(r.candidate.answer.fr for r in picked) == ["0", "1", "2", "3", "4"]


def test_weak_cards_stay_out() -> None:
    assert chosen([row(1, 0.4)], [5], 0.5, [set()]) == []


def test_a_name_the_article_is_about_has_a_direct_question() -> None:
    weak = row(1, 0.4)
    weak = replace(weak, candidate=replace(weak.candidate, focus=("Tibère",)))
    picked = chosen([weak, *(row(n, 0.9) for n in range(2, 8))], [3], 0.5, [{"tibere"}])
    assert weak in picked
    assert len(picked) == 3


def test_another_form_of_one_fact_must_be_better_than_the_next_fact() -> None:
    first, again, other = row(1, 0.8, fact=1), row(2, 0.75, "text", fact=1), row(3, 0.72, fact=3)
    picked = chosen([first, again, other], [2], 0.5, [set()])
    assert {r.id for r in picked} == {first.id, other.id}


def test_a_fact_is_known_by_choice_before_it_is_produced() -> None:
    typed, choice, weak = row(1, 0.8, "text", fact=1), row(2, 0.75, "choice", fact=1), row(3, 0.55, "choice", fact=3)
    better = row(4, 0.8, "text", fact=3)
    picked = chosen([typed, choice, weak, better], [2], 0.5, [set()])
    assert {r.id for r in picked} == {choice.id, better.id}, "unless the choice is much the weaker question"


def test_statements_are_as_often_true_as_false() -> None:
    def stated(n: int, score: float, answer: Bilingual) -> Scored:
        said = row(n, score, "true-false")
        return replace(said, candidate=replace(said.candidate, answer=answer))

    rows = [stated(n, 0.8, FALSE) for n in range(10)] + [stated(n, 0.75, TRUE) for n in range(10, 20)]
    picked = chosen(rows, [8], 0.5, [set()])
    assert 3 <= sum(r.candidate.answer == TRUE for r in picked) <= 5


def test_sentences_with_something_left_out_are_two_fifths_at_most() -> None:
    rows = [row(n, 0.7) for n in range(6)] + [row(n, 0.6 + n / 1000, "cloze") for n in range(10, 30)]
    kept, went = mixture(rows)
    share = sum(not r.direct for r in kept) / len(kept)
    assert share <= MIXTURE
    assert went == 16
    assert max(r.score for r in rows if not r.direct) in {r.score for r in kept}


def test_neighbours_are_no_siblings() -> None:
    rows = [row(n, 0.9 - n / 100, form, n % 3, fact=n) for n in range(9) for form in ("number", "choice")]
    order = interleaved(rows)
    assert sorted(r.id for r in order) == sorted(r.id for r in rows)
    for one, next_ in pairwise(order):
        assert one.sibling != next_.sibling
    assert [r.id for r in interleaved(list(reversed(rows)))] == [r.id for r in order]


def test_articles_are_mixed() -> None:
    rows = [row(n, 0.9 - n / 100, source=n % 2) for n in range(10)]
    order = interleaved(rows)
    assert {r.article for r in order[:2]} == {0, 1}


def test_a_sentence_gives_three_cards_at_most() -> None:
    said = [row(1, 0.9 - n / 100, form, fact=n) for n, form in enumerate(("text", "choice", "number", "cloze", "text"))]
    said = [replace(r, id=f"{n}") for n, r in enumerate(said)]
    elsewhere = row(2, 0.6, fact=9)
    picked = chosen([*said, elsewhere], [6], 0.5, [set()])
    assert len(picked) == 4
    assert elsewhere in picked
