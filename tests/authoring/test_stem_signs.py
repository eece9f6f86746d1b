from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.stem_signs import stem_signs

TOPIC = "Cyclisme : le Tour de l'Ardèche (4 mai 2021)"


def event(question: str, answer: str = "Odile Barrault", topic: str = TOPIC) -> set[str]:
    return set(stem_signs(question, answer, topic, quotation=False, event=True))


def test_background_is_told_from_news() -> None:
    assert "event_background" in event("Qui avait quitté l’étape avant l’orage ?")
    assert "event_background" in event("Qui s’était excusée devant les élus ?")
    news = event("Qui a remporté la deuxième étape le 3 mai 2021 ?")
    assert "event_background" not in news
    assert {"event_day", "event_leaning_adverb"} <= news


def test_background_with_its_day_counts_half() -> None:
    signs = stem_signs("Qui avait gagné le 3 mai 2019 ?", "Odile Barrault", TOPIC, quotation=False, event=False)
    assert signs["background"] == 0.5
    assert signs["day"] == 1.0


def test_a_state_is_no_deed() -> None:
    assert "event_state" in event("Qui évoquait une candidature à la mairie ?")
    assert "event_state" not in event("Qui fait campagne à Privas ?")
    assert "event_present_tense" in event("Qui demeure la plus rapide sur 200 mètres ?")
    assert "event_present_tense" not in event("Qui a devancé le peloton ?")


def test_an_answer_of_the_title_is_told_apart() -> None:
    assert "in_title" in event("Qui a gagné ?", topic="Cyclisme : […] gagne à Privas (4 mai 2021)")
    assert "told" in event("Quelle course a été annulée ?", "le Tour de l'Ardèche")
    assert "acronym" in event("Quelle agence a publié la carte ?", "l’IGN")
    assert "long_answer" in event("Qui a écrit ?", "le secrétaire général du syndicat des bergers")


def test_a_question_held_by_nothing_is_told() -> None:
    assert "unanchored" in event("Combien de membres le comité comptait-il ?")
    assert "unanchored" not in event("Combien d’étapes le Tour comptait-il ?"), "the title's word"
    assert "unanchored" not in event("Combien de membres le comité de Privas comptait-il ?")
    assert "unanchored" not in event("Combien de membres le comité comptait-il en 2019 ?")
    assert "undated" in event("Qui a gagné ?", topic="Cyclisme : le Tour de l'Ardèche")


def test_the_words_of_a_quotation_are_not_weighed() -> None:
    said = "Qui a dit : « Il avait déjà quitté la course, et depuis, plus rien. » ?"
    assert stem_signs(said, "Odile Barrault", TOPIC, quotation=True, event=False) == {}


@given(st.text(max_size=120), st.text(max_size=60), st.text(max_size=60), st.booleans(), st.booleans())
def test_any_text_gives_shares(question: str, answer: str, topic: str, quotation: bool, event: bool) -> None:
    signs = stem_signs(question, answer, topic, quotation=quotation, event=event)
    assert all(0 < value <= 1 for value in signs.values())
