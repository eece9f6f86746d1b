"""A small deck of invented news for the screens: every form, English of every origin, one very long quotation."""

from __future__ import annotations

from datetime import UTC, datetime

from quiz.deck import BLANK, Bilingual, Card, Deck, Evidence, Source

NOW = datetime(2025, 3, 11, 9, 30, tzinfo=UTC)

SOURCES = (
    Source("tramway", "tramway.txt", "Le tramway de Nérac, dix ans plus tard", "2025-03-07", "0" * 64),
    Source("abeilles", "abeilles.txt", "Des capteurs dans les ruches", "2025-02", "1" * 64),
)
TRAM = Bilingual("Le tramway de Nérac · 7 mars 2025", "The Nérac tramway · March 7, 2025", "reviewed")
BEES = Bilingual("Des capteurs dans les ruches · février 2025")


def _evidence(source: str, start: int, text: str, before: str = "", after: str = "", en: str | None = None) -> Evidence:
    return Evidence(source, start, start + len(text), text, before, after, en, "reviewed" if en else "none")


QUOTE = Card(
    id="q-0001",
    kind="quote",
    form="choice",
    topic=TRAM,
    question=Bilingual(
        "Qui a dit : « On nous promettait un gouffre, et le tramway transporte 31 000 personnes par jour » ?",
        "Who said: “They promised us a money pit, and the tram now carries 31,000 people a day”?",
        "reviewed",
    ),
    choices=(Bilingual("Odile Fabre"), Bilingual("Marc Teyssier"), Bilingual("Inès Caradec")),
    answer=Bilingual("Odile Fabre"),
    accept=(),
    evidence=_evidence(
        "tramway",
        1000,
        "« On nous promettait un gouffre, et le tramway transporte 31 000 personnes par jour », se félicite "
        "Odile Fabre, maire de la ville depuis 2014.",
        "Les opposants d’hier se font discrets.",
        "Son prédécesseur, lui, n’a pas souhaité répondre.",
        "“They promised us a money pit, and the tram now carries 31,000 people a day,” says a delighted Odile Fabre, "
        "mayor of the town since 2014.",
    ),
)
LONG = Card(
    id="q-0002",
    kind="quote",
    form="choice",
    topic=TRAM,
    question=Bilingual(
        "Qui a dit : « Nous avons compté les voitures pendant trois hivers, interrogé chaque commerçant de la rue "
        "principale, relu tous les rapports de la région, et nous savons maintenant que la clientèle n’est pas partie, "
        "elle vient simplement autrement et un peu plus tard » ?",
        "Who said: “We counted the cars for three winters, asked every shopkeeper of the main street, read all the "
        "reports of the region again, and we now know that the customers did not leave, they simply come another way "
        "and a little later”?",
        "machine",
    ),
    choices=(
        Bilingual("Marc Teyssier, président de l’association des commerçants du centre-ville"),
        Bilingual("Odile Fabre, maire de Nérac"),
        Bilingual("Inès Caradec, urbaniste"),
    ),
    answer=Bilingual("Marc Teyssier, président de l’association des commerçants du centre-ville"),
    accept=(),
    evidence=_evidence(
        "tramway",
        2000,
        "« Nous avons compté les voitures pendant trois hivers, interrogé chaque commerçant de la rue principale, "
        "relu tous les rapports de la région, et nous savons maintenant que la clientèle n’est pas partie, elle vient "
        "simplement autrement et un peu plus tard », explique Marc Teyssier, président de l’association des "
        "commerçants du centre-ville, qui avait pourtant déposé deux recours contre le projet.",
        "Le bruit a fait place aux vélos, et les terrasses ont gagné sur les trottoirs ce que les places de "
        "stationnement ont perdu.",
        "La chambre de commerce, elle, attend les chiffres de l’année pour se prononcer sur l’ensemble du quartier.",
    ),
    fact={"speaker_as_written": "Marc Teyssier"},
)
SHARE = Card(
    id="s-0003",
    kind="stat",
    form="number",
    topic=TRAM,
    question=Bilingual(
        "Quelle part des habitants de Nérac prend le tramway au moins une fois par semaine ?",
        "What share of the people of Nérac takes the tram at least once a week?",
        "rule",
    ),
    choices=(),
    answer=Bilingual("44 %", "44 %", "rule"),
    accept=("44", "quarante-quatre pour cent"),
    evidence=_evidence(
        "tramway",
        3000,
        "Selon la mairie, 44 % des habitants de Nérac prennent le tramway au moins une fois par semaine.",
        "",
        "Ils étaient 29 % la première année.",
    ),
)
CLOZE = Card(
    id="s-0004",
    kind="stat",
    form="cloze",
    topic=BEES,
    question=Bilingual(
        f"Un capteur posé sur la planche d’envol compte les abeilles qui rentrent : jusqu’à {BLANK} par minute en mai.",
        f"A sensor on the landing board counts the bees coming home: up to {BLANK} a minute in May.",
        "rough",
    ),
    choices=(),
    answer=Bilingual("1 200"),
    accept=("1200", "mille deux cents"),
    evidence=_evidence(
        "abeilles",
        4000,
        "Un capteur posé sur la planche d’envol compte les abeilles qui rentrent : jusqu’à 1 200 par minute en mai.",
        "Tout se joue à l’entrée.",
        "Le reste de l’année, l’appareil dort.",
    ),
)
TRUE_FALSE = Card(
    id="f-0005",
    kind="spec",
    form="true-false",
    topic=BEES,
    question=Bilingual("Vrai ou faux ? Le capteur pèse 90 grammes."),
    choices=(Bilingual("Vrai", "True", "rule"), Bilingual("Faux", "False", "rule")),
    answer=Bilingual("Faux", "False", "rule"),
    accept=(),
    evidence=_evidence("abeilles", 5000, "Le capteur, qui pèse 60 grammes, tient par deux vis."),
    fact={"value": "60\u00a0grammes"},
)
SPEAKER = Card(
    id="q-0006",
    kind="quote",
    form="text",
    topic=BEES,
    question=Bilingual("Qui a dit : « Une ruche qui maigrit, je le sais avant de l’ouvrir » ?"),
    choices=(),
    answer=Bilingual("Élodie Marchançon"),
    accept=("Marchançon",),
    evidence=_evidence(
        "abeilles",
        6000,
        "« Une ruche qui maigrit, je le sais avant de l’ouvrir », assure Élodie Marchançon, apicultrice.",
    ),
)

FLIP = Card(
    id="v-0007",
    kind="vocabulary",
    form="flip",
    topic=BEES,
    question=Bilingual("la planche d’envol"),
    choices=(),
    answer=Bilingual("the landing board"),
    accept=(),
    evidence=_evidence("abeilles", 7000, "Les abeilles se posent sur la planche d’envol."),
)

TRAMWAY = Deck("tramway", Bilingual("Villes et tramways", "Towns and trams", "reviewed"), SOURCES, (QUOTE, LONG, SHARE))
HIVES = Deck("ruches", Bilingual("Ruches connectées"), SOURCES, (CLOZE, TRUE_FALSE, SPEAKER))
DECKS = (TRAMWAY, HIVES)
