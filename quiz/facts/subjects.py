"""Finds the subject of a verb: in the parse where it is sound, by what stands right beside the verb where it is not."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.facts.frames import Frame, Phrase, phrase_from
from quiz.facts.lexicon import bag, is_first_name, words
from quiz.facts.names import capital, org_nouns, person_noun
from quiz.facts.parsing import Token

_NO_SUBJECT = bag("ce c' cela ça y -ce que qu' -t")
_PERSONAL = bag("il elle ils elles on")
_AUXILIARIES = bag("a ont avait avaient aura auront aurait auraient est sont était étaient fut ait eut")
_ADVERBIAL = bag(
    "aussi également ainsi encore alors ensuite notamment récemment toutefois cependant même déjà enfin "
    "d'ailleurs quant lui elle eux elles à pour sa part de son côté par tout bien donc depuis hier"
)
_LINKS = bag("de d' du des à au aux par avec contre sur chez et ou sous selon pour en dans")
_SMALL = bag("s' se l' le lui leur y en n' ne m' nous")
_INNER = bag("- van von al ben el")
_FIRST_OR_SECOND = bag("je j' tu nous vous moi toi")
_OPENERS = bag("comme quand lorsque lorsqu' si alors puisque puisqu' quoique après avant")
_LOWER_PARTS = ("flat:name", "nmod", "flat:foreign")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject: a phrase, or a personal pronoun ("il") with the number of its token."""

    phrase: Phrase | None
    pronoun: str
    at: int


def subject_of(frame: Frame, at: int) -> Subject | None:
    """The subject of the verb at token `at`, which stands to its left."""
    cleft = _of_a_cleft(frame, at)
    if cleft is not None:
        return cleft
    if _stands_apart(frame, at):
        main = main_subject(frame, at)
        if main is not None:
            return main
    beside = _beside(frame, at)
    if beside is not None:
        return beside
    seen: set[int] = set()
    token = frame.doc[at]
    while token.i not in seen:
        seen.add(token.i)
        subjects = [c for c in token.children if _is_subject(frame, c, at)]
        if subjects:
            subject = subjects[-1]
            if subject.text.lower() in ("qui", "lequel", "laquelle"):
                return antecedent(frame, subject)
            return subject_from(frame, subject)
        if token.dep_ == "acl" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i < at:
            return subject_from(frame, token.head)
        near = (_phrase_beside(frame, at) or _goes_on_after_who(frame, at)) if token.i == at else None
        if near is not None:
            return near
        token = token.head
    return _nearest(frame, at) or main_subject(frame, at)


def _of_a_cleft(frame: Frame, at: int) -> Subject | None:
    """« Le Mali change, et c'est ce que la ministre a redit hier, en indiquant que »: she, whatever stands before."""
    doc = frame.doc
    if not doc[at].text.endswith("ant") or doc[at - 1 : at].text.lower() != "en":
        return None
    for i in range(at - 2, 3, -1):
        opened = doc[i].text.lower() in ("que", "qu'") and doc[i - 1].text.lower() == "ce"
        if opened and doc[i - 3].text.lower() in ("c'", "ce") and i + 1 < at:
            if doc[i + 1].text.lower() in _PERSONAL:
                return Subject(None, doc[i + 1].text.lower(), i + 1)
            phrase = phrase_from(frame, i + 1, at)
            return Subject(phrase, "", phrase.head) if phrase is not None else None
        if doc[i].text in (";", ".", ":") or frame.within(i):
            return None
    return None


def _goes_on_after_who(frame: Frame, at: int) -> Subject | None:
    """« selon la mairie, qui n'a pas donné de date, mais a ajouté que »: the second verb goes on after « qui »."""
    doc = frame.doc
    left = _before_group(frame, at)
    if left < 2 or doc[left].text.lower() not in ("mais", "et"):
        return None
    for i in range(left - 1, max(-1, left - 16), -1):
        if doc[i].text.lower() == "qui":
            return antecedent(frame, doc[i])
        if doc[i].dep_ == "nsubj" or frame.within(i):
            return None
    return None


def _phrase_beside(frame: Frame, at: int) -> Subject | None:
    """« …, mais les autorités turques indiquent que »: a determined phrase of a speaker right before a verb that the
    tree gave no subject."""
    doc = frame.doc
    left = _before_group(frame, at)
    first = left
    while first > 0 and left - first < 6 and doc[first].pos_ in ("NOUN", "ADJ", "PROPN", "ADP"):
        first -= 1
    if first >= left or doc[first].text.lower() not in ("le", "la", "l'", "les", "un", "une", "des"):
        return None
    if first and (doc[first - 1].text.lower() in _LINKS - {"et", "ou"} or doc[first - 1].pos_ in ("VERB", "AUX")):
        return None
    phrase = phrase_from(frame, first, left + 1)
    noun = doc[phrase.head].text.lower() if phrase else ""
    speaks = person_noun(noun) is not None or noun in org_nouns() or noun in words("speaking_nouns")
    return Subject(phrase, "", phrase.head) if phrase and speaks and phrase.after == left + 1 else None


def _stands_apart(frame: Frame, at: int) -> bool:
    """A gerund after a comma belongs to the main clause: Ana Ruiz, qui préside le club, a réagi, disant : « … »."""
    doc = frame.doc
    before = doc[at - 1].text if at else ""
    if before == "en" and at > 1:
        before = doc[at - 2].text if doc[at - 2].text.lower() != "tout" or at < 3 else doc[at - 3].text
    return (
        str(doc[at].morph).endswith("VerbForm=Part")
        and doc[at].text.endswith("ant")
        and (before in (",", "") or frame.within(at - 1) is not None)
    )


def _is_subject(frame: Frame, token: Token, at: int) -> bool:
    if token.dep_ not in ("nsubj", "nsubj:pass", "expl:subj") or token.i >= at or frame.within(token.i):
        return False
    if token.text.lower() in _NO_SUBJECT or any(c.dep_ == "case" for c in token.children):
        return False
    return not (token.pos_ == "VERB" and not capital(token.text)) and not _end_of_complement(frame, token)


def _end_of_complement(frame: Frame, token: Token) -> bool:
    """« Le sous-préfet des Bas-Monts annonce »: the last part of a name that hangs on a noun is no subject, whatever
    the tree says."""
    doc, at = frame.doc, token.i
    while at and (capital(doc[at].text) or doc[at].text == "-"):
        at -= 1
    return 0 < at < token.i and doc[at].text.lower() in ("de", "du", "des", "d'") and doc[at - 1].pos_ == "NOUN"


def _beside(frame: Frame, at: int) -> Subject | None:
    """The word right before the verb group, where it must be the subject: a pronoun, or a name that hangs on nothing.

    « Comme le note le journal, Anne Roy a toutefois précisé que »: « Anne Roy », whatever the tree says. An age, a role
    or a bracket between the two is stepped over: « Roy, 58 ans, a écrit ».
    """
    doc = frame.doc
    left = _before_group(frame, at)
    for step in range(4):
        if left < 1 or frame.within(left) is not None or (capital(doc[left].text) and doc[left].ent_type_ == "PER"):
            break
        closing = doc[left].text if doc[left].text in (",", ")") else ""
        if not closing and step == 0:
            break  # « …, le monarque a dit »: the phrase beside the verb is no insertion
        if not closing and (doc[left].text.lower() in _PERSONAL or doc[left].pos_ not in ("NOUN", "ADJ", "PROPN")):
            break
        opening = _opening(frame, left, "(" if closing == ")" else ",")
        if opening is None:
            break
        named = _name_ending(frame, left - 1) if closing == "," else None
        if named is not None and named.at == opening + 1:
            return named
        if closing != ")" and not _apposed(frame, opening + 1, left):
            return None
        left = opening - 1
    if left < 0 or frame.within(left):
        return None
    word = doc[left].text.lower()
    if word in _PERSONAL:
        return Subject(None, word, left)
    gerund = doc[at].text.endswith("ant")
    named = _name_ending(frame, left, shown=gerund)
    return named or (_name_ending(frame, left, linked=True) if _opens_second(frame, left) else None)


def _opens_second(frame: Frame, left: int) -> bool:
    """« Roy a écourté sa visite à la Somme et Anne Petit | a confié que »: « et » joins clauses and no names, as the
    verb is in the singular and another stands before."""
    doc = frame.doc
    first = left
    while first > 0 and capital(doc[first - 1].text):
        first -= 1
    if first < 3 or doc[first - 1].text != "et" or left + 1 >= len(doc):
        return False
    joined = doc[first - 2].ent_type_ == "PER" or doc[left + 1].text.lower() not in ("a", "avait", "est", "était")
    return not joined and any("VerbForm=Fin" in str(token.morph) for token in doc[: first - 1])


def _opening(frame: Frame, left: int, mark: str) -> int | None:
    """The comma or bracket that opens the insertion which ends at token `left`."""
    return next((i for i in range(left - 1, max(-1, left - 30), -1) if frame.doc[i].text == mark), None)


def _apposed(frame: Frame, first: int, after: int) -> bool:
    """Is it an age, a role, a place or a relative clause between commas, not another member of a list?"""
    doc = frame.doc
    if any(frame.within(i) for i in range(first, after)):
        return False
    word = doc[first].text.lower()
    opens = word in (
        "qui",
        "dont",
        "lui",
        "elle",
        "âgé",
        "âgée",
        "à",
        "l'un",
        "l'une",
        "présent",
        "présente",
        "alors",
        "en",
    )
    return opens or (doc[first].pos_ in ("NUM", "DET", "NOUN", "ADJ", "ADP") and word not in ("et", "pour"))


def _before_group(frame: Frame, at: int) -> int:
    """The token before the verb's auxiliaries, adverbs and small pronouns."""
    doc = frame.doc
    left = at - 1
    while left >= 0:
        word = doc[left].text.lower()
        if word in _PERSONAL and doc[left].pos_ == "PRON" and left and doc[left - 1].text.lower() not in _LINKS:
            break
        clitic = word in _SMALL and doc[left].pos_ != "DET"
        if not (word in _AUXILIARIES or word in _ADVERBIAL or doc[left].pos_ == "ADV" or clitic):
            break
        left -= 1
    return left


def _name_ending(frame: Frame, last: int, linked: bool = False, shown: bool = False) -> Subject | None:
    """The name whose last word is token `last`, unless it hangs on another noun (or, with `linked`, even then).

    With `shown` it may be a verb's object: « on voit Roy se vantant »."""
    doc = frame.doc
    token = doc[last]
    if last < 0 or not capital(token.text) or token.is_punct or (not linked and _end_of_complement(frame, token)):
        return None
    first = last
    while first and not doc[first - 1].is_punct and (capital(doc[first - 1].text) or doc[first - 1].text in _INNER):
        first -= 1
    while first < last and (doc[first].text.lower() in words("not_names") or doc[first].text in _INNER):
        first += 1
    if not is_first_name(doc[first].text) and not token.ent_type_:
        return None
    before = doc[first - 1].text.lower() if first else ""
    if linked:
        phrase = phrase_from(frame, first, last + 1)
        return Subject(phrase, "", first) if phrase else None
    if before in _LINKS or (first and not shown and doc[first - 1].pos_ in ("VERB", "AUX")):
        return None
    if before in ("le", "la", "l'", "les"):
        if first > 1 and (doc[first - 2].text.lower() in _LINKS or doc[first - 2].text.endswith("ant")):
            return None  # « l'arbitre, représentant la France a dit »
        first -= 1
    elif (
        before
        and token.ent_type_ != "PER"
        and not is_first_name(doc[first].text)
        and doc[first - 1].pos_ in ("NOUN", "ADJ")
    ):
        return None
    phrase = phrase_from(frame, first, last + 1)
    return Subject(phrase, "", first) if phrase else None


def subject_from(frame: Frame, head: Token) -> Subject | None:
    """The subject whose head is this token."""
    doc = frame.doc
    if head.pos_ == "PRON":
        word = head.text.lower().lstrip("-")
        following = doc[head.i + 1].text.lower() if head.i + 1 < len(doc) else ""
        if word in ("celui", "celle", "ceux", "celles") and following in ("-ci", "-là", "-"):
            return Subject(None, {"celui": "il", "celle": "elle", "ceux": "ils", "celles": "elles"}[word], head.i)
        if word in _PERSONAL:
            return Subject(None, word, head.i)
        if word in _FIRST_OR_SECOND:
            return None
        first = head.i - 1 if head.i and doc[head.i - 1].text.lower() in ("l'", "les", "d'") else head.i
        phrase = phrase_from(frame, first, len(doc))
        return Subject(phrase, "", head.i) if phrase else None
    phrase = phrase_around(frame, head)
    if phrase is None:
        return None
    bare = person_noun(doc[phrase.first].text) and phrase.first > 1 and doc[phrase.first - 1].text == ","
    named = _name_ending(frame, phrase.first - 2) if bare else None  # « Anne Roy, journaliste a écrit »
    return named or Subject(phrase, "", head.i)


def phrase_around(frame: Frame, head: Token) -> Phrase | None:
    """The noun phrase of a head token, cut where it goes on with a clause."""
    doc = frame.doc
    first = head.i
    while first and _leads(doc[first - 1], head) and not frame.within(first - 1):
        first -= 1
    phrase = phrase_from(frame, first, len(doc))
    if phrase is None:
        return None
    if not phrase.first <= head.i < phrase.after:
        return Phrase(head.i, head.i + 1, head.i)
    return Phrase(phrase.first, phrase.after, head.i)


def _leads(token: Token, head: Token) -> bool:
    """Does the token belong to the noun after it: a determiner, an adjective, the start of a name?"""
    if token.is_punct and token.text not in ("-", "'"):
        return False
    if token.pos_ in ("DET", "NUM") or token.text.lower() in ("les", "le", "la", "l'", "un", "une"):
        return True
    return token.head.i == head.i and token.dep_ in ("amod", "nummod", "compound", "flat:name", "flat:foreign", "det")


def antecedent(frame: Frame, relative: Token) -> Subject | None:
    """Who « qui » stands for: the nearest person before it, else what the tree says.

    « Ana Ruiz, cheffe de mission pour la région, qui juge que »: a person judges, not the region.
    """
    doc = frame.doc
    verb = relative.head
    for at in range(relative.i - 1, max(-1, relative.i - 18), -1):
        token = doc[at]
        if frame.within(at) or (
            token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph) and not capital(token.text)
        ):
            break
        collective = token.text.lower() in words("speaking_nouns") and not person_noun(token.text)
        if collective and at and doc[at - 1].pos_ == "DET":
            return subject_from(frame, token)
        if person_noun(token.text) and token.pos_ != "ADJ":
            comma = next((i for i in range(at - 1, max(-1, at - 7), -1) if doc[i].text == ","), None)
            named = _name_ending(frame, comma - 1, linked=True) if comma else None  # « selon Roy, l'un des élus, qui »
            return named or subject_from(frame, token)
        if token.ent_type_ == "PER" and token.ent_iob_ == "B":
            return subject_from(frame, token)
    left = relative.i - 2 if doc[relative.i - 1].text == "," else relative.i - 1
    named = _name_ending(frame, left, linked=True)
    if named is not None:
        return named
    head = verb.head
    return subject_from(frame, head) if head.i < relative.i else None


def _nearest(frame: Frame, at: int) -> Subject | None:
    """No subject in the tree: the closest pronoun, or name outside a complement, to the left."""
    for i in range(at - 1, -1, -1):
        token = frame.doc[i]
        if frame.within(i):
            continue
        if token.text.lower() in ("il", "elle", "ils", "elles"):
            return Subject(None, token.text.lower(), i)
        bare = not any(c.dep_ == "case" for c in token.children)
        if (
            token.pos_ == "PROPN"
            and token.dep_ not in _LOWER_PARTS
            and bare
            and not _end_of_complement(frame, token)
            and frame.doc[max(0, i - 1)].text.lower() not in _LINKS
        ):
            return subject_from(frame, token)
    return None


def main_subject(frame: Frame, limit: int) -> Subject | None:
    """The subject of the sentence's main clause, left of token `limit`.

    « Comme la gardienne tenait à jouer, elle refusa »: an opening clause with a conjunction is passed over where the
    main clause has a subject of its own.
    """
    opening: Subject | None = None
    for token in frame.doc[:limit]:
        main = token.head.dep_ == "ROOT" or token.head.head.dep_ == "ROOT"
        if not (token.dep_ in ("nsubj", "nsubj:pass") or _reflexive_subject(token)) or not main:
            continue
        if frame.within(token.i) or frame.within(token.head.i):
            continue
        relative = token.text.lower() in ("qui", "lequel", "laquelle")
        if relative or token.text.lower() in _NO_SUBJECT or any(c.dep_ == "case" for c in token.children):
            continue
        found = subject_from(frame, token)
        if not _opens_below(token.head):
            return found
        opening = opening or found
    if opening is not None:
        return opening
    for token in frame.doc[:limit]:
        if token.dep_ == "ROOT" and token.pos_ in ("PROPN", "NOUN") and not frame.within(token.i):
            return subject_from(frame, token)
    return None


def _opens_below(verb: Token) -> bool:
    """Is it the verb of a clause that « comme », « quand », « lorsque », « si » opens before the main one?"""
    marked = any(c.dep_ == "mark" and c.text.lower() in _OPENERS for c in verb.children)
    return verb.dep_.startswith("advcl") and verb.i < verb.head.i and marked


def _reflexive_subject(token: Token) -> bool:
    """« Il s'est engagé à »: the parser takes the pronoun for an empty one (« il s'agit »)."""
    if token.dep_ != "expl:subj" or token.text.lower() not in ("il", "elle"):
        return False
    reflexive = any(c.text.lower() in ("s'", "se") for c in token.head.children)
    return reflexive and not token.head.text.lower().startswith(("agi", "pass", "produi", "avér", "trouv"))
