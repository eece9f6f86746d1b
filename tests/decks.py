"""A small deck for tests, made of values: two sources, the four commonest forms."""

from quiz.deck import BLANK, Bilingual, Card, Deck, Evidence, Source

SENTENCE = "Selon la mairie, 44 % des habitants trient leurs déchets."
TEXT = f"Le tri progresse\n\n{SENTENCE} « Nous n’avons jamais fait mieux en dix ans », se félicite Awa Diop.\n"


def evidence(text: str = SENTENCE, source: str = "tri") -> Evidence:
    start = TEXT.index(text)
    return Evidence(source, start, start + len(text), text)


def card(card_id: str = "c1", **changes: object) -> Card:
    fields: dict[str, object] = {
        "id": card_id,
        "kind": "stat",
        "form": "choice",
        "topic": Bilingual("Le tri progresse (3 mars 2024)", "Sorting gains ground (March 3, 2024)", "reviewed"),
        "question": Bilingual(
            "Selon la mairie, quelle part des habitants trie ses déchets\u202f?",
            "According to the town hall, what share of residents sort their waste?",
            "reviewed",
        ),
        "choices": (
            Bilingual("44\u00a0%", "44%", "rule"),
            Bilingual("52\u00a0%", "52%", "rule"),
            Bilingual("31\u00a0%", "31%", "rule"),
        ),
        "answer": Bilingual("44\u00a0%", "44%", "rule"),
        "accept": ("44", "44 %"),
        "evidence": evidence(),
    }
    return Card(**(fields | changes))  # type: ignore[arg-type]


def cloze(card_id: str = "c2") -> Card:
    return card(
        card_id,
        form="cloze",
        choices=(),
        question=Bilingual(f"Selon la mairie, {BLANK} des habitants trient leurs déchets."),
    )


def deck(*cards: Card) -> Deck:
    return Deck(
        id="tri",
        title=Bilingual("Le tri"),
        sources=(Source("tri", "tri.txt", "Le tri progresse", "2024-03-03", "0" * 64),),
        cards=cards or (card(), cloze()),
    )
