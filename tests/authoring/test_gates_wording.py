import pytest

from quiz.authoring.gates import wording
from quiz.authoring.repairs import repaired, typeset
from quiz.authoring.scene import Scene
from quiz.deck import Bilingual
from tests.authoring.made import article, asking, share, who_said

GOOD = "Combien de toises de chêne Bois du Morvan a-t-elle vendues en 2022 ?"


def test_no_leak_of_a_number() -> None:
    candidate, scene = asking(GOOD)
    assert wording.no_leak(candidate, scene) is None
    leaking, scene = asking("Sur les 340 toises, combien Bois du Morvan en a-t-elle vendu ?")
    assert wording.no_leak(leaking, scene)


def test_no_leak_of_a_word() -> None:
    candidate, scene = asking("Quelle ville accueille la scierie d'Autun ?", "Autun")
    assert wording.no_leak(candidate, scene)
    candidate, scene = asking("Dans quelle ville se trouve Bois du Morvan ?", "Autun")
    assert wording.no_leak(candidate, scene) is None


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Qui a écrit que le bureau national forestier a ouvert une enquête ?", False),
        ("Qui a écrit que le bureau de Metz a fermé ?", True),
    ],
)
def test_no_leak_of_letters_spelled_out(question: str, kept: bool) -> None:
    candidate, scene = asking(question, "BNF", form="text")
    assert (wording.no_leak(candidate, scene) is None) is kept


def test_no_leak_of_the_speaker() -> None:
    home = article()
    candidate = who_said(home)
    assert wording.no_leak(candidate, Scene(home)) is None
    named = candidate.with_question("Qui, comme Ferrand, a dit : « Nous n'avons jamais vu une demande pareille » ?")
    assert wording.no_leak(named, Scene(home))


def test_what_the_title_says_is_not_asked() -> None:
    candidate, _ = asking(GOOD)
    told = Scene(article(title="340"))
    assert wording.not_trivial(candidate, Scene(article())) is None
    assert wording.not_trivial(candidate, told)


def test_a_speaker_named_in_the_title_is_not_asked() -> None:
    home = article(title="Odile Ferrand")
    assert wording.not_trivial(who_said(home), Scene(home))
    late = article(title="La crise du bois en Bourgogne ne fait pas peur à Odile Ferrand")
    assert wording.not_trivial(who_said(late), Scene(late)) is None, "the title above the question leaves her name out"


def test_a_statement_on_a_speaker_whom_the_topic_line_names_is_not_asked() -> None:
    title = "Odile Ferrand ne craint pas la crise"
    said = {"form": "true-false", "construction": "true-false-speaker", "answer": Bilingual("Faux")}
    home, told = article(), article(title=title)
    assert wording.not_trivial(who_said(home, **said), Scene(home)) is None
    assert wording.not_trivial(who_said(told, **said), Scene(told))


def test_nobody_is_said_to_have_said_what_names_them() -> None:
    words = "Nous avons appris de Ferrand tout ce que l'on sait du chêne"
    home = article(f"« {words} », a dit Odile Morin.")
    false = {"form": "true-false", "construction": "true-false-speaker", "answer": Bilingual("Faux")}
    candidate = who_said(home, words, "Odile Morin", **false)
    told = candidate.with_question(f"C'est Odile Ferrand qui a dit : «\u00a0{words}\u00a0».")
    assert wording.not_trivial(told, Scene(home)) == "whom the words name has not said them"
    other = candidate.with_question(f"C'est Luc Roux qui a dit : «\u00a0{words}\u00a0».")
    assert wording.not_trivial(other, Scene(home)) is None


@pytest.mark.parametrize(
    "question",
    [
        "Combien de toises de OpenAI sont vendues ?",
        "Combien de pages de le livre ont été lues ?",
        "Combien coûte la la scierie du Morvan ?",
        "Combien de toises d'Bois du Morvan ?",
        "Quel est le nom de ?",
        "combien de toises Bois du Morvan a-t-elle vendues ?",
        "Combien de toises (de chêne Bois du Morvan a-t-elle vendues ?",
    ],
)
def test_bad_french_is_dropped(question: str) -> None:
    candidate, scene = asking(question)
    assert wording.surface_french(candidate, scene)


@pytest.mark.parametrize(
    "question",
    [
        "Qui est chargé de le dire aux menuisiers du Morvan ?",
        "Combien de planches le onze a-t-il sciées ?",
        "Combien de toises d'Ashton et de Higgsfield ont été vendues ?",
        "Combien de menuisiers vont à l'hôpital, au marché ou aux halles ?",
        "Que pensent-ils de la hausse d'une toise ?",
        GOOD,
    ],
)
def test_good_french_passes(question: str) -> None:
    candidate, scene = asking(question)
    assert wording.surface_french(candidate, scene) is None


def test_a_question_ends_in_its_mark() -> None:
    candidate, scene = asking(GOOD)
    assert wording.ends_in_its_mark(candidate, scene) is None
    assert wording.ends_in_its_mark(candidate.with_question("Combien de toises"), scene)
    assert wording.ends_in_its_mark(candidate.with_question("Combien\nde toises ?"), scene)


@pytest.mark.parametrize(
    ("fr", "en", "right"),
    [
        ("1,2 milliard d'euros", "1.2 billion euros", True),
        ("1,2 milliard d'euros", "1.2 million euros", False),
        ("2 billions d'euros", "2 trillion euros", True),
        ("2 billions d'euros", "2 billion euros", False),
        ("44 %", "44%", True),
        ("44 %", "45%", False),
    ],
)
def test_the_two_languages_count_alike(fr: str, en: str, right: bool) -> None:
    home = article()
    candidate = share(home, answer=Bilingual(fr, en, "rule"))
    assert (wording.two_languages(candidate, Scene(home)) is None) is right


def test_length() -> None:
    candidate, scene = asking(GOOD)
    assert wording.length(candidate, scene) is None
    assert wording.length(candidate.with_question("Combien de " + "très " * 60 + "longues toises ?"), scene)


def test_our_french_is_typeset_and_quotations_keep_their_letters() -> None:
    assert typeset("La 5 e place le 1 er mai, à 3 e près") == "La 5e place le 1er mai, à 3e près"
    assert typeset("Qui a dit : « C'est l'heure ! » ?") == "Qui a dit\u00a0: «\u00a0C'est l'heure\u202f!\u00a0»\u202f?"
    assert typeset("Quelle part de l'enquête (44 %) ?") == "Quelle part de l’enquête (44\u00a0%)\u202f?"


def test_repair_capitalises_and_drops_english_that_no_longer_fits() -> None:
    candidate, scene = asking("combien de toises ont été vendues hier par Bois du Morvan ?")
    candidate = candidate.with_question(candidate.question.fr, "How many toises did Bois du Morvan sell yesterday?")
    mended = repaired(candidate, scene)
    assert mended.question.fr.startswith("Combien")
    assert mended.question.en is None
    assert mended.question.origin == "none"
