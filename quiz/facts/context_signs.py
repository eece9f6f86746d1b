"""Small signs beside a name that it names a place, a company or nobody at all: the town's noun before it, the maker's,
the school that bears it, the clause that begins behind its comma.

Adds no votes up: `context` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.facts.lexicon import bag, demonyms, is_first_name
from quiz.facts.name_ends import regional
from quiz.facts.names import NameSpan, acronym
from quiz.facts.speech import speech_form

if TYPE_CHECKING:
    from quiz.facts.sentences import Sentence

_DETERMINERS = bag("le la l' un une du au son sa leur ce cet cette notre l'un l'une")
MAKERS = bag("bailleur constructeur distributeur fabricant fournisseur guide opérateur opératrice éditeur hébergeur")
"""Persons' nouns that name a company in front of what is no first name: « l'opérateur Valtel »."""
_SITES = bag(
    "aéroport bourg bourgade canton capitale cité commune département district gare hameau localité préfecture "
    "province quartier région territoire village ville île port communauté"
)
"""What a place is the name of, behind « de »: « la ville turque d'Izmir »."""
_NAMESAKES = bag(
    "clinique collège crèche cité gymnase hospitalier hôpital lycée maternelle médiathèque place pont quai rue salle "
    "square stade théâtre école église avenue boulevard"
)
"""What is called after somebody: « la salle Paul-Brémond » is nobody."""


def a_site(span: NameSpan, sentence: Sentence) -> bool:
    """« la ville turque d' | Izmir », « le village de | Brumelle »: a place by its noun, not « la ville de Luc »."""
    doc, at = sentence.doc, span.first - 1
    if span.after - span.first > 3 or is_first_name(span.text.split()[0]) or doc[at].text.lower() not in ("de", "d'"):
        return False
    noun = doc[at - 2] if at > 1 and doc[at - 1].pos_ == "ADJ" else doc[at - 1] if at else None
    return noun is not None and noun.text.lower() in _SITES


def maker_of(span: NameSpan, sentence: Sentence) -> str:
    """« le constructeur toulousain | Volterra »: the noun of the company, "" elsewhere."""
    doc = sentence.doc
    for at in range(span.first - 1, max(-1, span.first - 3), -1):
        word = doc[at].text.lower()
        if word in MAKERS:
            return "" if is_first_name(span.text.split()[0]) else word
        if doc[at].pos_ not in ("ADJ", "NOUN"):  # « le constructeur toulousain | Volterra »
            break
    return ""


def called_after(span: NameSpan, sentence: Sentence) -> bool:
    """« au collège privé | Louise-Marty », « la salle | Paul-Brémond »: what bears somebody's name."""
    doc, at = sentence.doc, span.first - 1
    if "-" not in span.text or " " in span.text:
        return False
    return any(doc[i].text.lower() in _NAMESAKES for i in range(max(0, at - 1), at + 1))


def somebody_of(span: NameSpan, sentence: Sentence) -> str:
    """« la Polonaise | Katarzyna Nowicka », « le Vendéen | Loïc Berthier »: "f" or "m" where a nationality
    with a capital tells of somebody; "" elsewhere (« le suédois Nordhavn » is a company)."""
    doc, at = sentence.doc, span.first - 1
    if at < 1 or doc[at - 1].text.lower() not in ("le", "la", "l'", "du") or not 2 <= len(span.text.split()) <= 4:
        return ""
    word = doc[at].text
    if not word[:1].isupper() or not (word.lower() in demonyms() or regional(word)):
        return ""
    if doc[at - 1].text.lower() == "l'":
        return "f" if word.endswith(("enne", "aise", "oise", "aine", "ande", "ole")) else "m"
    return "f" if doc[at - 1].text.lower() == "la" else "m"


def lies_at(span: NameSpan, sentence: Sentence) -> bool:
    """« installés à | Olten », « à | Masina, le riz coûte »: one word behind « à », and no first name."""
    doc = sentence.doc
    if not span.first or span.title or " " in span.text or is_first_name(span.text) or acronym(span.text):
        return False
    return doc[span.first - 1].text in ("à", "À") and doc[span.first - 1].pos_ == "ADP"


def opens_a_clause(span: NameSpan, sentence: Sentence, start: int) -> bool:
    """« À Nancy, | les agents ont tiré », « Près d'Arquenay, | un homme de 71 ans est mort »: what follows the comma is
    the subject of the clause, and no role of whoever or whatever is named before it."""
    doc = sentence.doc
    if doc[start].text.lower() in ("les", "des", "ces", "ses", "deux", "trois"):
        return True
    before = doc[span.first - 1].text.lower() if span.first else ""
    if before in ("le", "la", "l'", "les") and span.first > 1:  # « dans les Vosges, fils d'un sacristain »
        before = doc[span.first - 2].text.lower()
    if before not in ("à", "en", "au", "de", "d'", "du", "vers", "dans", "sous", "sur", "selon", "contre", "avec"):
        return False
    single = " " not in span.text and not is_first_name(span.text)
    land = before in ("de", "d'", "du") and span.label in ("LOC", "")
    here = single and (land or before in ("à", "au", "en", "dans"))
    comma = next((i for i in range(start, len(doc)) if doc[i].text in (",", ".", ";", ":", ")")), len(doc))
    clause = doc[start].text.lower() in _DETERMINERS and not is_first_name(span.text.split()[0]) and any(
        doc[i].pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(doc[i].morph) and doc[i].dep_ != "acl:relcl"
        and doc[i - 1].text not in ("qui", "que", "qu'", "dont", "où")
        for i in range(start + 1, comma)
    )  # fmt: skip
    return here or (clause and before in ("à", "en", "au", "vers", "dans", "sous", "sur", "de", "d'", "du"))


def told_by(span: NameSpan, sentence: Sentence) -> bool:
    """« …, calcule | Trésor Roy »: two or three words with capitals behind a verb of speech."""
    doc = sentence.doc
    before = speech_form(doc[span.first - 1].text, "participle", "finite") if span.first else None
    plain = all(t.text[:1].isupper() and not acronym(t.text) for t in doc[span.first : span.after])
    return before is not None and plain and 2 <= span.after - span.first <= 3
