"""What a cue is: the words that say a quotation is somebody's, and how sure they are.

A cue tells who speaks as the article writes it (a phrase, a pronoun, nobody); turning it into a name is the work of
`speakers`. `cues_after` and `cues_before` find cues on either side of a quotation; what both need is here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quiz.facts.frames import Frame, Phrase, phrase_from, subject_after
from quiz.facts.lexicon import bag
from quiz.facts.lexicon import words as words_of
from quiz.facts.names import capital, org_nouns, person_noun
from quiz.facts.speech import speech_form
from quiz.facts.subjects import Subject, main_subject

AUXILIARY = (
    r"(?:a|ont|avait|avaient|aura|aurait|auraient|eut|est|sont|était|étaient|fut|vient|viennent|venait|va|vont|tient"
    r"|tenait|doit|devait|veut|aime|continue)"
)
CLITICS = r"(?:(?:l'|le |la |les |s'|se |lui |leur |m'|me |nous |vous |en |y |n'|ne )*)"
_OF = r"(?:de|du|des|d')"
SOURCE = (
    r"(?:toujours |encore |notamment |du moins |et )?(?:selon|d'après|dixit|pour|à en croire|suivant"
    rf"|aux yeux {_OF}|de l'avis {_OF}|aux dires {_OF}|de l'aveu {_OF}|dans les mots {_OF}"
    rf"|pour reprendre (?:les mots|l'expression|les termes) {_OF})"
)
_WORDS = (
    "mots dires termes propos explications déclaration déclarations précisions information informations paroles "
    "formule expression estimation estimations communiqué chiffres calculs analyse avis témoignage témoignages récit "
    "indications décompte bilan renseignements"
).replace(" ", "|")
_GIVEN = "apporté confié fourni recueilli donné publié diffusé transmis officiel".replace(" ", "|")
_WORDS_OF = re.compile(
    rf"(?:les |la |le |l'|ses |son |un |une |des )?(?:propres |derniers |dernières )?(?:{_WORDS})"
    rf"(?: (?:{_GIVEN})(?:e|s|es|le|les)?)?(?: (?:par |de |du |des |d'))",
    re.IGNORECASE,
)
_NOT_A_SPEAKER = bag(
    "image images photo photos vidéo vidéos estimation estimations projection projections accord loi texte "
    "article code constitution règlement étude sondage hypothèse cas terme principe légende tradition dicton "
    "proverbe formule expression titre fois an ans mois jour jours heure heures dollar dollars euro euros "
    "personne personnes"
)
DOCUMENTS = bag(
    "déclaration communiqué rapport texte lettre message étude document tweet note annonce article post avis "
    "courrier billet tribune discours allocution statut publication"
)
_POINTING = (
    ("ce dernier", "il"),
    ("cette dernière", "elle"),
    ("ces derniers", "ils"),
    ("ces dernières", "elles"),
    ("l'intéressée", "elle"),
    ("l'intéressé", "il"),
    ("le principal intéressé", "il"),
    ("la principale intéressée", "elle"),
    ("celui-ci", "il"),
    ("celle-ci", "elle"),
    ("ceux-ci", "ils"),
    ("celles-ci", "elles"),
)
_PRONOUNS = {
    "lui": "il", "lui-même": "il", "il": "il", "elle": "elle", "elle-même": "elle",
    "eux": "ils", "ils": "ils", "elles": "elles", "on": "on",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """Who speaks, as written.

    `phrase` is None where a pronoun, the speaker before ("same") or a document without an author speaks. `pronoun` is
    "il", "elle", "ils", "elles", "on", "same" or "". `weight` is 0 to 1: how sure the words are a cue at all.
    """

    rule: str
    word: str
    phrase: Phrase | None
    pronoun: str = ""
    weight: float = 1.0
    at: int = 0
    """The token where the cue stands; for a pronoun before its verb, the pronoun's."""
    hearsay: bool = False
    """The verb is a conditional: « aurait déclaré »."""
    document: str = ""
    """The document that speaks (« le communiqué »), "" otherwise."""
    outer: Cue | None = None
    """For a pronoun: the cue of a verb further left in the sentence, whose subject it may stand for."""
    about: str = ""
    """What the speech is about, where the cue says so: « au sujet de la plateforme »."""


def pronoun_of(words: str) -> str:
    """The pronoun that a phrase amounts to: « ce dernier » is "il", « celle-ci » is "elle"; "" for any other."""
    low = words.lower()
    if low in _PRONOUNS:
        return _PRONOUNS[low]
    return next((pronoun for start, pronoun in _POINTING if low.startswith(start)), "")


def conditional(words: str) -> bool:
    """Is there a conditional auxiliary in the words: « aurait déclaré »?"""
    return bool(re.search(r"\b(?:aurait|auraient|serait|seraient)\b", words))


def speaker_noun(word: str) -> bool:
    """Is it a noun for somebody or some body that can speak?"""
    known = person_noun(word) or word in org_nouns() or word.lower() in org_nouns()
    return bool(known) or word.lower() in words_of("speaking_nouns")


def speaker_like(frame: Frame, phrase: Phrase) -> bool:
    """May the phrase speak? It holds a name, a person's noun, a body's, or is a pronoun."""
    doc = frame.doc
    for at in range(phrase.first, phrase.after):
        word = doc[at].text
        if at > phrase.first and word.lower() in ("de", "d'", "du", "des"):
            break
        if speaker_noun(word):
            return True
    for at in range(phrase.first, phrase.after):
        named = capital(doc[at].text) and doc[at].text.lower() not in words_of("not_names")
        if named and (at > 0 or doc[at].ent_type_ or doc[at].pos_ == "PROPN"):
            return True
    return bool(pronoun_of(frame.words(phrase)))


def _may_say(frame: Frame, subject: Subject) -> bool:
    return subject.phrase is None or speaker_like(frame, subject.phrase) or _indefinite(frame, subject.phrase)


def _indefinite(frame: Frame, phrase: Phrase) -> bool:
    """« l'un d'eux », « certains », « celui qui préside »."""
    return frame.doc[phrase.head].pos_ == "PRON" or frame.doc[phrase.first].text.lower() in (
        "certains",
        "certaines",
        "plusieurs",
        "beaucoup",
        "un",
        "une",
    )


def cue_of_subject(
    frame: Frame, subject: Subject, rule: str, word: str, weight: float, at: int, hearsay: bool = False
) -> Cue | None:
    """The cue that a verb's subject makes; a document's author speaks in its place."""
    if subject.pronoun == "on":
        return None  # « elle estime qu'on peut parler de « … » »: the outer verb tells who speaks
    if subject.phrase is None:
        return Cue(rule, word, None, subject.pronoun, weight, subject.at, hearsay)
    words = frame.words(subject.phrase)
    pronoun = pronoun_of(words)
    if not pronoun and frame.doc[subject.phrase.head].text.lower() in DOCUMENTS:
        return author_of(frame, subject.phrase, word, at)
    if not _may_say(frame, subject):
        return None
    return Cue(rule, word, subject.phrase, pronoun, weight, subject.at if pronoun else at, hearsay)


def author_of(frame: Frame, phrase: Phrase, word: str, at: int) -> Cue | None:
    """« un communiqué du club » speaks for the club; a communiqué that the club publishes, too; « le communiqué » for
    whoever it came from before, if that is known."""
    doc = frame.doc
    words = frame.words(phrase)
    if doc[phrase.head].text.lower() not in DOCUMENTS:
        named = doc[phrase.head].pos_ == "PROPN" or speaker_like(frame, phrase)
        return Cue("document", word, phrase, weight=0.6, at=at, document=words) if named else None
    for i in range(phrase.head + 1, phrase.after):
        if doc[i].text.lower() in ("de", "d'", "du", "des"):
            inner = phrase_from(frame, i + 1, phrase.after)
            if inner is not None and speaker_like(frame, inner):
                return Cue("document", word, inner, weight=0.85, at=at, document=words)
    if phrase.first > 0:
        publisher = main_subject(frame, phrase.first)
        if publisher is not None and (publisher.phrase is None or speaker_like(frame, publisher.phrase)):
            cue = Cue("document", word, publisher.phrase, publisher.pronoun, 0.8, publisher.at, document=words)
            return replace(
                cue,
                pronoun=publisher.pronoun or pronoun_of(frame.words(publisher.phrase))
                if publisher.phrase
                else publisher.pronoun,
            )
    return Cue("document", word, None, weight=0.7, at=at, document=words)


def source_phrase(frame: Frame, word: str, first: int, limit: int, at: int, rule: str) -> Cue | None:
    """Who is named after « selon » and its like; « selon les dires de X » names X."""
    doc = frame.doc
    if first >= limit:
        return None
    rest = doc.text[doc[first].idx :]
    skipped = _WORDS_OF.match(rest)
    loose = word.lower().endswith("pour")
    if skipped and not loose:
        first = frame.token_at(doc[first].idx + skipped.end())
    elif re.match(r"ce qu(?:'|e )", rest):
        return _what_says(frame, rest, first, limit, at, rule)
    phrase = phrase_from(frame, first, limit)
    if phrase is None or doc[phrase.head].text.lower() in _NOT_A_SPEAKER:
        return None
    words = frame.words(phrase)
    if loose and not _may_hold_a_view(frame, phrase):
        return None
    return Cue(rule, word, phrase, pronoun_of(words), 0.75 if loose else 0.95, at)


def _may_hold_a_view(frame: Frame, phrase: Phrase) -> bool:
    """« pour la ministre », « pour Awa Diop », « pour elle »; not « pour la première fois », « pour de nombreux … »."""
    first = frame.doc[phrase.first].text.lower()
    return speaker_like(frame, phrase) and first not in (
        "de",
        "d'",
        "que",
        "qu'",
        "un",
        "une",
        "des",
        "cela",
        "cette",
        "ce",
    )


def _what_says(frame: Frame, rest: str, first: int, limit: int, at: int, rule: str) -> Cue | None:
    """« selon ce qu'a confié le maire »."""
    match = re.match(rf"ce qu(?:'|e )(?P<c>{CLITICS}(?:{AUXILIARY} )?(?P<v>\w+))", rest)
    if match is None or not speech_form(match["v"], "finite", "participle"):
        return None
    start = frame.token_at(frame.doc[first].idx + match.end() - 1) + 1
    phrase = subject_after(frame, start, limit)
    if phrase is None:
        return None
    return Cue(rule, "selon ce que " + match["c"], phrase, pronoun_of(frame.words(phrase)), 0.9, at)
