"""The verb of saying that governs a quotation from the left: which token it is, in what form, and whether it reaches.

Knows verbs and distances; who is its subject is read in `cues_before`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.cues import Cue
from quiz.facts.frames import Frame, Held
from quiz.facts.lexicon import bag, words
from quiz.facts.names import capital
from quiz.facts.speech import Form, Kind, speech_form
from quiz.facts.verbs import finite, is_noun, participle

_FAIRE = bag("savoir valoir remarquer observer noter part comprendre état entendre")
_MAKING = bag("fait faire font faisait faisaient faisant fit firent laisse laissent laissé laissait laissant")
_BE = bag("est sont était étaient été être fut furent sera seront serait seraient")
_HAVE = bag("a ont avait avaient aura auront aurait auraient ait eut ayant avoir")
KINDS: tuple[Kind, ...] = ("finite", "participle", "gerund", "infinitive")
_NO_CLAUSE = bag(
    "tandis alors afin pour ainsi bien parce dès après avant sans plus moins mieux autre autres aussi tel "
    "telle même si tant depuis pendant lors puis quoi jusqu'à"
)
"""Words that make « que » another thing than the opening of what is said: « tandis que »."""
_BEFORE_NOUNS = bag("le la l' les un une des de du d' au aux à en ce cette ces son sa ses leur leurs très plus")
_ASKING = bag("demander refuser inviter appeler sommer interdire empêcher éviter permettre ordonner prier obliger")
"""Verbs after which an infinitive of saying has not been said."""
_CALLING = bag("appeler inviter exhorter demander inciter promettre proposer enjoindre ordonner recommander conseiller")
"""Verbs whose infinitive may stand between the marks, further on: « appelle les riverains « à rester chez eux » »."""
_FAR = 18
"""Words that may stand between a strong verb and a quotation that nothing joins to it."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying before a quotation. `joint` is what joins the two: "colon", "that", "object" or "far"."""

    at: int
    form: Form
    joint: str


def is_verb(frame: Frame, at: int, form: Form) -> bool:
    """Is the token really the form of the verb it looks like, and active?"""
    token = frame.doc[at]
    before_it = [t.text.lower() for t in frame.doc[max(0, at - 7) : at]]
    previous = before_it[-1] if before_it else ""
    if token.text == "Twitter" and any(known.strong for w in before_it if (known := speech_form(w, "participle"))):
        return False  # « a annoncé sur son compte Twitter : « … » »
    if form.lemma == "trouver" and previous in ("se", "s'"):
        return False  # « où il se trouvait, que « … » »: a place, and no opinion
    if form.kind == "participle":
        return _active(frame, at)
    if form.kind == "gerund":
        return token.pos_ in ("VERB", "AUX") or previous in ("en", ",")
    if form.kind == "infinitive":
        asked = token.head.lemma_ in _ASKING and token.head.i < at  # « a demandé au club de préciser « … » »
        return token.pos_ == "VERB" and previous not in ("le", "un", "les", "du") and not asked
    if token.pos_ in ("VERB", "AUX"):
        noun_like = previous in ("un", "une", "les", "des", "de", "au", "du", "sa", "son", "leur", "d'")
        return not noun_like and (previous not in ("le", "la", "l'") or token.dep_ == "ROOT" or len(before_it) < 2)
    if previous in ("il", "elle", "ils", "elles", "on", "qui", "s'", "se", "lui") and token.pos_ != "NOUN":
        return True
    sure = token.text.lower() not in words("verb_or_noun") and token.text.islower()
    if sure and (previous not in _BEFORE_NOUNS or re.search(r"(?:[iuï]t|[èi]rent)$", token.text)):
        return True  # « évoque », « avertissait », « leur répondit »: no noun is written so
    following = frame.doc[at + 1] if at + 1 < len(frame.doc) else None
    if following is None or at == 0:
        return False
    left = frame.doc[at - 1]
    if left.ent_type_ and capital(left.text) and token.text.islower():  # « Le Matin critique la mairie : »
        return following.pos_ in ("DET", "PROPN", "PRON", "SCONJ", "ADP") or following.text == ":"
    return following.text.lower() in ("que", "qu'", ":") and (previous in (",", ")") or left.pos_ == "PROPN")


def _active(frame: Frame, at: int) -> bool:
    """Does an auxiliary of the active voice belong to the participle: « a, la veille, déclaré », « s'est dit »?

    « a signé le traité » does not make « traité » a verb, nor does « a été jugé ».
    """
    doc = frame.doc
    tied = {c.text.lower() for c in doc[at].children if c.dep_.startswith(("aux", "cop")) and c.i < at}
    reflexive = any(t.text.lower() in ("s'", "se") for t in doc[max(0, at - 7) : at])
    if "été" in tied:
        return False
    if tied & _HAVE or (tied & _BE and reflexive):
        return True
    if at and doc[at - 1].text == "à" and doc[at].text.endswith("é"):
        return True  # « le maire à déclaré »: a slip, as nothing else stands so
    if at and (doc[at - 1].pos_ == "DET" or doc[at - 1].text.lower() in ("du", "des", "au", "de", "d'", "en")):
        return False
    window = [t.text.lower() for t in doc[max(0, at - 7) : at]]
    if "été" in window:
        return False
    return any(w in _HAVE for w in window) or (reflexive and any(w in _BE for w in window))


def verb_before(frame: Frame, held: Held, floor: int, below: int | None = None) -> Verb | None:
    """The verb of saying that governs a quotation from the left, from token `floor` on (and left of token `below`)."""
    doc = frame.doc
    colon = held.first > 0 and doc[held.first - 1].text == ":"
    clause = False
    for at in range(held.first - 1, floor - 1, -1):
        if frame.within(at):
            continue
        word = doc[at].text.lower()
        clause = clause or (word in ("que", "qu'") and not (at and doc[at - 1].text.lower() in _NO_CLAUSE))
        if below is not None and at >= below:
            continue
        forms = forms_at(frame, at)
        for form in forms:
            if form.lemma != "faire savoir" and not is_verb(frame, at, form):
                continue
            joint = "colon" if colon else "that" if clause else "object" if held.first - at <= 5 else "far"
            spoken_of = held.first - at <= _FAR and (
                (form.lemma == "parler" and _ends_in_of(frame, held))
                or (form.lemma in ("appeler", "inviter", "exhorter") and _inner(frame, held).startswith("à "))
                or (form.lemma in _CALLING and re.match(r"(?:à |de |d')\w+(?:er|ir|re)\b", _inner(frame, held)))
            )
            if spoken_of or _governs(at, form, joint, held):
                found = Verb(at, form, joint)
                if form.kind == "infinitive" and joint in ("object", "far"):
                    return _teller(frame, at, floor) or found
                return found
        if colon or clause:
            continue
        if (
            any(f.kind == "participle" for f in forms)
            and held.first - at <= (4 if any(f.strong for f in forms) else 2)
            and not any(is_verb(frame, at, f) for f in forms)
        ):
            return None  # « qualifié de « … » »: said by nobody named
        finite = doc[at].pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(doc[at].morph)
        if finite and not forms and held.first - at > 3:
            return None
    return None


def _inner(frame: Frame, held: Held) -> str:
    """The first of the words, as far as the sentence's own text tells them."""
    start = held.mark.start - frame.sentence.start
    return frame.sentence.text[start : start + 40].replace("’", "'")


def _ends_in_of(frame: Frame, held: Held) -> bool:
    """« a parlé à la radio d'une « … » »: does « de » stand right before the words?"""
    left = frame.doc.text[: frame.doc[held.first].idx]
    return re.search(r"\b(?:de|d'|du|des|d'une?)\s*$", left) is not None


def _teller(frame: Frame, inner: int, floor: int) -> Verb | None:
    """Elle juge qu'il a eu raison de dire « … »: the words are his, as she tells them; the outer verb governs."""
    clause = False
    for at in range(inner - 1, floor - 1, -1):
        clause = clause or frame.doc[at].text.lower() in ("que", "qu'")
        for form in forms_at(frame, at):
            if clause and form.kind != "infinitive" and form.strength == "strong" and is_verb(frame, at, form):
                return Verb(at, form, "that")
    return None


def forms_at(frame: Frame, at: int) -> list[Form]:
    """What verbs of saying the token may be a form of, « fait savoir » and « met en garde » among them."""
    word = frame.doc[at].text
    if at and word.lower() in _FAIRE and frame.doc[at - 1].text.lower() in _MAKING:
        return [Form("faire savoir", "finite", "strong")]
    if (
        at
        and word.lower() in ("voit", "voient", "voyait", "voyaient", "vois")
        and frame.doc[at - 1].text.lower() == "y"
    ):
        return [Form("faire savoir", "finite", "strong")]
    if at and word.lower() == "garde" and frame.doc[at - 1].text.lower() == "en":
        return [Form("faire savoir", "finite", "strong")]
    return [form for form in (speech_form(word, kind) for kind in KINDS) if form is not None]


def _governs(at: int, form: Form, joint: str, held: Held) -> bool:
    """Is this verb close enough, for its strength and for the length of the quotation?"""
    gap = held.first - at - 1
    long = held.mark.end - held.mark.start > 40
    if joint == "colon":
        return gap <= 45
    if joint == "that":
        return form.strong or gap <= 8
    if joint == "object":
        return form.strength == "strong" or (form.strength == "weak" and long)
    return form.strength == "strong" and gap <= _FAR and (long or gap <= 10)


def many_say(frame: Frame, cue: Cue) -> bool:
    """« Luc Roy, préfet, et Awa Diop ont annoncé »: a plural verb, and so not what either said."""
    doc = frame.doc
    if cue.phrase is None or cue.pronoun or not 0 <= cue.at < len(doc) or frame.within(cue.at) is not None:
        return False
    word = doc[cue.at].text.lower()
    form = finite(word)
    if form is not None and form.number == "p" and not is_noun(word):
        return True
    around = {token.text.lower() for token in doc[max(0, cue.at - 3) : cue.at + 1]}
    return participle(word) is not None and bool({"ont", "avaient", "auraient"} & around)
