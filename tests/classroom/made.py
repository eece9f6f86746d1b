"""Cards and lessons for the tests of a class."""

from quiz.classroom.lesson import Lesson, Rules
from quiz.deck import BLANK, Bilingual, Card, Deck, Evidence, Source

NOW = 1_700_000_000_000


def card(number: int, form: str = "choice", key: str = "Autun") -> Card:
    choices = {
        "choice": (Bilingual(key, key, "rule"), Bilingual("Lens"), Bilingual("Brest")),
        "true-false": (Bilingual("Vrai", "True", "rule"), Bilingual("Faux", "False", "rule")),
    }.get(form, ())
    question = (
        f"Où se tient la foire numéro {number} ?" if form != "cloze" else f"La foire {number} se tient à {BLANK}."
    )
    sentence = f"La foire numéro {number} se tient à {key}, comme chaque année."
    return Card(
        id=f"card{number:08d}",
        kind="spec",
        form=form,  # type: ignore[arg-type]
        topic=Bilingual("Les foires de l'an (3 mai 2024)"),
        question=Bilingual(question, f"Where is fair {number} held?", "rule"),
        choices=choices,
        answer=Bilingual("Vrai", "True", "rule") if form == "true-false" else Bilingual(key, key, "rule"),
        accept=() if choices else (key,),
        evidence=Evidence("foires", 0, len(sentence), sentence, "Avant.", "Après."),
    )


def deck(count: int = 4, forms: tuple[str, ...] = ("choice",)) -> Deck:
    cards = tuple(card(number, forms[number % len(forms)]) for number in range(count))
    return Deck(
        "foires", Bilingual("Foires", "Fairs", "reviewed"), (Source("foires", "f.txt", None, None, "0" * 64),), cards
    )


def lesson(count: int = 4, pupils: int = 0, forms: tuple[str, ...] = ("choice",), **rules: object) -> Lesson:
    made = Lesson("essai", deck(count, forms).cards, Rules(**rules))  # type: ignore[arg-type]
    for number in range(pupils):
        made.apply(made.seating(f"Pupille {number}", f"t{number}", NOW))
    return made
