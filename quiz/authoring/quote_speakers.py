"""The speaker of a quotation as the answer to a question: by name, or by a full description, and what may be typed.

Decides who can be asked for at all. Refuses whoever the article leaves without a name or a full post (« un témoin »,
« le maire », « les autorités »).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from quiz.authoring.candidate import ruled
from quiz.deck import Bilingual
from quiz.facts.event_words import known_bodies
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import bag, demonyms, is_first_name, phrases
from quiz.facts.lexicon import words as words_of
from quiz.facts.name_ends import regional
from quiz.facts.names import org_nouns, person_noun
from quiz.facts.verbs import finite, is_noun
from quiz.facts.within import places
from quiz.typography import fold

_NAMELESS = ("unnamed", "several", "body", "as-written", "")
_PHRASES = ("unnamed", "body", "as-written", "organisation", "body-again")
_AGAIN = ("pronoun", "carried", "continuation", "next-incise", "same")
"""Rungs that lead back to somebody named before, or described in full."""
_OF_WHAT = bag(
    "mairie ministère préfecture pôle fonds parquet direction gouvernement centre office agence institut conseil "
    "comité commission bureau police président présidence ministre tribunal cour procureur fédération groupe "
    "club équipe ordre tribunal automobile opération "
    "ville commune région département conférence association ligue mouvement parti syndicat fondation "
    "société compagnie autorité autorités"
)
"""Nouns that name nobody alone, even with a capital: « la Mairie », « le Fonds »."""
_DEFINITE = re.compile(r"(?:le|la|les|l['’]) ?(?=\w)", re.IGNORECASE)
_OTHERS_TOO = re.compile(
    r"\b(?:un|une|porte-parole|témoins?|avocate?s?(?! générale?s?\b)|voisine?s?|proches?|amie?s?"
    r"|collègues?|sources?|médias?|presse"
    r"|chef de l['’]État|président de la République|Premi(?:er|ère) ministre|dernière?s?|même|jeune|hommes?|femmes?"
    r"|victimes?|autre|certains|fonctionnaires|analyse|rapport|étude|enquête|communiqué|sondage|décret|texte|suspect|policiers?|habitants?)\b",
    re.IGNORECASE,
)


_POSTS = bag(
    "président présidente vice-président vice-présidente ministre rapporteur rapporteure procureur procureure préfet "
    "préfète sous-préfet sous-préfète adjoint adjointe directeur directrice commissaire juge ambassadeur ambassadrice "
    "gouverneur gouverneure chef cheffe entraîneur entraîneuse entraineur sélectionneur capitaine recteur rectrice "
    "évêque archevêque secrétaire trésorier trésorière commandant commandante"
)
"""Posts that, with a word more, are asked for as such: « le rapporteur public », « le président du tribunal »."""


def asked_as(fact: Quotation) -> Literal["name", "phrase", ""]:
    """Whether a question may ask for the speaker by "name", by a "phrase" that says which (« le parquet de Nantes »,
    « le gouvernement belge »), or not at all: « la maison », « un porte-parole », « le maire »."""
    speaker = fact.speaker or ""
    if _bare(speaker).lower() in _OF_WHAT or speaker.startswith("Porte-parole "):
        return ""
    if speaker.endswith("s") and " " not in speaker and _many(speaker, fact.evidence.text):
        return ""  # « l'un des dix Gilets jaunes »
    if fact.step not in _NAMELESS and any(c.isupper() for c in speaker[:3]):
        return "name"
    if re.search(r" et (?:l[ea]s? |l['’])", speaker):
        return ""  # « les Pays-Bas et le Luxembourg »
    if fact.step not in (*_PHRASES, *_AGAIN) or not _DEFINITE.match(speaker) or _OTHERS_TOO.search(speaker):
        return ""
    if fact.step == "as-written" and not _can_speak(_bare(speaker).split(" ")[0]):
        return ""  # « la fausse nouvelle de Brisk », « le blog de Luc »
    told = re.search(r"\w.* (?:(?:d[eu]|des|à|au|aux|pour|sur) |[dl]['’])*(?:M\. |Mme )?[A-ZÀ-Ý][\w-]", speaker)
    nouns = [word.lower() for word in re.findall(r"[\w-]+", speaker)]
    post = any(person_noun(word) for word in nouns[:2])  # « le nageur français » may be anybody's description
    national = not post and bool(set(nouns) & (demonyms() | {"européen", "européenne", "européens", "européennes"}))
    held = nouns[:1] and _bare(speaker).split(" ")[0].lower() in _POSTS and len(_bare(speaker).split()) > 1
    return "phrase" if (told or national or held) and 2 <= len(speaker.split()) <= 9 else ""


_KIN = bag(
    "veuve veuf femme épouse mari époux compagne compagnon mère père fils fille frère sœur famille ami amie "
    "centre garde"
)
"""Nouns of a person that are no post, or more often a place."""


_PLURAL = re.compile(r"\b(?:les|des|aux|ces|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) \Z", re.IGNORECASE)


def _many(name: str, text: str) -> bool:
    """Is a word with a capital the head of a plural, « les Gilets jaunes », wherever it stands?"""
    found = list(places(name, text))
    return bool(found) and all(
        _PLURAL.search(text, max(0, at - 12), at) and re.match(r" [a-zà-ÿ]", text[at + len(name) :]) for at in found
    )


def by_post(fact: Quotation, stem: str) -> str:
    """« Quelle est la fonction de la personne qui a dit », where the answer is a post (« la procureure de Grasse ») and
    whoever knows the name would give that for « Qui a dit »; other stems stay as they are."""
    speaker = fact.speaker or ""
    alone = asked_as(fact) == "phrase" and re.match(r"(?:le |la |l['’])", speaker) is not None
    noun = _bare(speaker).split(" ")[0].lower()
    person = fact.speaker_kind != "organisation" and noun not in org_nouns()  # « le centre de Vannes » is nobody
    post = alone and person and person_noun(noun) is not None and noun not in _KIN
    return (
        f"Quelle est la fonction de la personne qui{stem.removeprefix('Qui')}" if post and stem[:4] == "Qui " else stem
    )


_VOICE = re.compile(
    r"\b(?:par la voix d|dans un communiqué d(?:u |e la |e l['’])"
    r"|comme l['’](?:a|ont) \w+ (?:un|une|l['’]une?) de (?:ses|leurs) porte-paroles?)"
)
"""Where a body speaks, and somebody only for it."""


def voiced_for_another(fact: Quotation) -> bool:
    """« Le Sénat, par la voix de son président Luc Roy, a demandé »: the Senate asks, and either name is right."""
    return fact.speaker_kind == "person" and _VOICE.search(_outside(fact)) is not None


def _outside(fact: Quotation) -> str:
    """The evidence without the words."""
    if fact.place is None:
        return fact.evidence.text
    start, end = fact.place.start - fact.evidence.start, fact.place.end - fact.evidence.start
    return f"{fact.evidence.text[: max(0, start)]} {fact.evidence.text[max(0, end) :]}"


_WITNESS = re.compile(
    r"\b(?:témoins?|passag(?:er|ère)s?|habitante?s?|riveraine?s?|voisine?s?|touristes?|spectat(?:eur|rice)s?|cliente?s?"
    r"|rescapée?s?|survivante?s?|lycéenn?e?s?|étudiante?s?|usag(?:er|ère)s?|automobilistes?|vacanci(?:er|ère)s?"
    r"|passante?s?|campeu(?:r|se)s?|arrivée? d['’]un vol)\b",
    re.IGNORECASE,
)
_AS_A_WITNESS = re.compile(
    rf"\s*(?:(?:une?|la|le|les|autres?|jeunes?|simples?|ancien(?:ne)?s?|\d+ ans,) ?|l['’])*{_WITNESS.pattern}",
    re.IGNORECASE,
)
"""A description that begins with it: « passagère du train », not « devant deux cents habitants » nor « président de
l'association des riverains »."""
_OFTEN = 3
"""Mentions from which a first name alone is somebody's the article is about."""
_NEAR = 60
"""Characters around a name in which it is told what somebody was there."""


def chance_witness(fact: Quotation, text: str) -> bool:
    """« raconte Zoé Blanc, passagère du train »: who happened to be there is no name to remember."""
    name = fact.speaker or ""
    if fact.speaker_kind != "person" or not name:
        return False
    if _AS_A_WITNESS.match(fact.role or "") or (
        " " not in name and is_first_name(name) and not fact.role and text.count(name) < _OFTEN
    ):
        return True  # « Zoé »: of whom no more is told
    for at in places(name, text):
        before = re.split(r"[.;:!?»]", text[max(0, at - _NEAR) : at])[-1]
        after = re.split(r"[.;:!?«]", text[at + len(name) : at + len(name) + _NEAR])[0]
        beside = re.search(r"(?:un|une|la|le|,)(?: \w+)? (\w+)(?: [^,]{1,30})?,? ?$", before)
        apposed = re.match(r" ?,( [^,]{3,58})", after)
        if (beside and _WITNESS.fullmatch(beside.group(1))) or (apposed and _AS_A_WITNESS.match(apposed.group(1))):
            return True
    return False


def _can_speak(noun: str) -> bool:
    """Is the noun that opens a description one for a person, a body, or a text that speaks for them?"""
    low = noun.lower()
    return person_noun(low) is not None or low in org_nouns() or low in words_of("speaking_nouns")


def answer_of(fact: Quotation) -> Bilingual:
    """The speaker as an answer: a newspaper with its own article (Le Parisien); a description has no English."""
    speaker = fact.speaker or ""
    written = (fact.speaker_as_written or "").strip()
    speaker = re.sub(r"^ONG (?=[A-ZÀ-Ý])", "", speaker)
    if _INITIAL.match(speaker):
        speaker = _in_full(fact, speaker)
    if is_media(fact) and re.fullmatch(rf"(?:Le|La|Les|L['’]) ?{re.escape(speaker)}", written):
        speaker = written
    elif is_media(fact) and not re.match(r"(?:Le|La|Les|L['’])\b", speaker):
        named = re.search(rf"(?<!\w)(?:Le |La |Les |L['’]){re.escape(speaker)}\b", fact.evidence.text)
        speaker = named.group() if named is not None else speaker
    return ruled(speaker, speaker if asked_as(fact) == "name" else None)


def cut_name(fact: Quotation, text: str) -> bool:
    """« l'Automobile club de Vannes a déclaré », « M. Roy de Lacombe »: has the speaker's name lost what goes with it?

    A name is whole that stands alone somewhere, or that is followed by a verb.
    """
    name = fact.speaker or ""
    found = list(places(name, text))
    if not found or asked_as(fact) != "name" or not name[:1].isupper():
        return False
    rests = [text[at + len(name) : at + len(name) + 40] for at in found]
    if fact.speaker_kind == "person":
        return " " in name and all(_PARTICLE.match(rest) for rest in rests)
    if " " in name or is_media(fact) or name.isupper():
        return False
    words = [re.match(r" (?P<word>[a-zà-ÿ]{4,})\b", rest) for rest in rests]
    return all(word is not None and _of_the_name(word["word"]) for word in words)


def _of_the_name(word: str) -> bool:
    """« l'Automobile | club », « l'Aviron | bayonnais »: a noun, or an adjective of a town, that is no verb."""
    return (is_noun(word) and finite(word) is None) or regional(word.capitalize())


_PARTICLE = re.compile(r" (?:de |d['’])(?!M\.)[A-ZÀ-Ý][a-zà-ÿ]{3,}(?! [A-ZÀ-Ý])")


def by_an_office(fact: Quotation) -> bool:
    """« …, précise son cabinet. « Il a agi seul », ajoute l'entourage »: where an office speaks for somebody, words
    that no name stands beside are the office's."""
    return fact.speaker_kind == "person" and fact.step in _AGAIN and _OFFICE.search(_outside(fact)) is not None


_OFFICE = re.compile(
    r"\b(?:son|sa|ses|le|la|l['’]|les) ?(?:cabinet|entourage|porte-parole|avocate?s?|services|équipe|état-major"
    r"|conseil)(?: d[ue]\b| de l[a'’]|,? (?:a|ont)\b|[.,;»]|$)"
)


def _in_full(fact: Quotation, speaker: str) -> str:
    """« A. Diop » is Ada Diop where the article names one person so."""
    first, last = speaker[:1], speaker.split()[-1].split(".")[-1]
    whole = {
        n.name
        for n in fact.names
        if n.kind == "person" and " " in n.name and n.name.startswith(first) and n.name.split()[-1] == last
    } - {speaker}
    whole = {name for name in whole if "." not in name}
    return whole.pop() if len(whole) == 1 else speaker


def part_of_a_name(fact: Quotation) -> bool:
    """« souligne le comité Nobel »: the body has said it, and not Nobel."""
    speaker, text = fact.speaker or "-", fact.evidence.text
    found = list(places(speaker, text))
    if found and all(at and text[at - 1] == "-" for at in found):
        return True  # « la rédaction de Radio-Nova » is not Nova
    if " " in speaker or len(fact.aliases) > 1:
        return False
    return any(_THE_BODY.search(text, 0, at) for at in found)


_THE_BODY = re.compile(
    r"(?:\ble |\bla |\bl['’]|\bdu )(?:centre|comité|fondation|institut|prix|cercle|observatoire) \Z", re.IGNORECASE
)


def is_media(fact: Quotation) -> bool:
    """Is the speaker a newspaper, an agency, a channel, known as one or by its name: « le Northern Herald »?"""
    if any(fold(name) in _media() for name in (_bare(fact.speaker or ""), *fact.aliases)):
        return True
    return _PAPER.fullmatch(_bare(fact.speaker or "")) is not None


_PAPER = re.compile(
    r"(?:[A-Z][\w'-]+ )+(?:Times|Post|Herald|Tribune|News|Gazette|Zeitung|Telegraph|Mirror|Chronicle|Shimbun"
    r"|TV|Télévision|Daily)|i-?T[ée]l[ée]|BFM ?TV|LCI|TF1|RMC|RTL|Europe 1|CNEWS|C8|CBC|NHK|Al[ -]Jazeera"
    r"|France (?:2|3|5|24|[Ii]nfo|[Ii]nter|[Cc]ulture|Bleu)|Radio[ -](?:Canada|France)",
    re.IGNORECASE,
)


@cache
def _media() -> frozenset[str]:
    return frozenset(fold(name) for name in phrases("media"))


def _bare(name: str) -> str:
    return _DEFINITE.sub("", name, count=1) if _DEFINITE.match(name) else name


_INITIAL = re.compile(r"[A-ZÀ-Ý]\. ?[A-ZÀ-Ý]")


def distractor_type(fact: Quotation) -> str:
    """What a wrong choice must be: somebody else whom the articles quote, of one sex, since a first person may tell it;
    a body beside bodies. "" where the sex is not known, or where a phrase and not a name is the answer: it is typed."""
    if asked_as(fact) != "name" or _INITIAL.match(fact.speaker or ""):
        return ""  # « E. Macron » is no body, and whose name it is the choices would tell
    if fact.speaker_kind == "organisation":
        return "speaker:media" if is_media(fact) else "speaker:body"
    gender = gender_of(fact)
    return f"speaker:{gender}" if gender else ""


def likes_of(fact: Quotation, text: str) -> tuple[Bilingual, ...]:
    """For a body that many articles name, others of its sort that this one does not: for the CGT, the CFDT and FO."""
    known = known_bodies().get(fact.speaker or "") if fact.speaker_kind == "organisation" else None
    if known is None or is_media(fact):
        return ()
    others = (name for name in known.neighbours if name != fact.speaker)
    return tuple(ruled(name, name) for name in others if re.search(rf"\b{re.escape(name)}\b", text) is None)[:4]


_I_AM = (
    r"\b(?:je suis|j['’]étais|je serai|je reste|je me sens|je me sentais|j['’]ai été|je me suis|me voilà|je demeure)"
)
_AGREEING = re.compile(
    rf"{_I_AM} (?:(?:[a-zà-ÿ]{{2,}}ment|très|si|tout|toute|trop|bien|assez|plus|moins|un peu|pas|encore|toujours"
    r"|aussi) (?:à fait )?)*(?P<word>[a-zà-ÿ]{3,})",
    re.IGNORECASE,
)
_FEMININE = re.compile(r"(?:ée|euse|ive|ente|ante|ienne|ète|ère|aine|ise|ite|ie|ue|elle)$")
_MASCULINE = re.compile(r"(?:é|eux|if|ent|ant|ien|et|er|ain|and|ais|ois|is|it|i|u|el)$")
_NO_AGREEMENT = bag("chez dans pour avec sans sous sur devant depuis ici là contre parmi entre venant parce")


def agreement(words: str) -> str:
    """The sex that a first person tells: "f" in « je suis ravie », "m" in « je suis ravi », "" where none does."""
    for match in _AGREEING.finditer(words):
        word = match["word"].lower()
        if word in _NO_AGREEMENT or word.endswith(("ment", "iste", "ble", "que", "re", "ne", "le")):
            continue
        if _FEMININE.search(word):
            return "f"
        if _MASCULINE.search(word):
            return "m"
    return ""


def gender_of(fact: Quotation) -> str:
    """The speaker's sex as their own words tell it, else as known, else as the article before their post tells it."""
    return (
        ""
        if fact.speaker_kind == "organisation"
        else agreement(fact.words) or fact.gender or _by_the_post(fact) or _by_the_role(fact)
    )


def _by_the_role(fact: Quotation) -> str:
    """A « Première ministre », a « directrice » are women, a « Premier ministre » a man, a « directeur » either."""
    first = (fact.role or "").split(" ")[0].lower()
    if first in ("premier", "première"):
        return "m" if first == "premier" else "f"
    noun = person_noun(first) if first and fact.speaker_kind == "person" else None
    return "f" if noun is not None and noun.gender == "f" else ""


def _by_the_post(fact: Quotation) -> str:
    """« le ministre de la Pêche, Oumar Kolda, » is a man, where his name tells nothing."""
    name = re.escape(fact.speaker or "-")
    found = re.search(
        rf"(?i:\b(?P<the>le|la|un|une)) (?P<noun>[\w-]+)(?: [^,.;:«»]{{1,60}}?)?,? {name}", fact.evidence.text
    )
    if fact.speaker_kind != "person" or found is None or person_noun(found["noun"]) is None:
        return ""
    return "m" if found["the"].lower() in ("le", "un") else "f"


def names_of(fact: Quotation) -> tuple[str, ...]:
    """What else may be typed for the speaker: the surname, and the names the article has for them."""
    speaker = fact.speaker or ""
    names = list(fact.aliases)
    if fact.speaker_kind == "person" and len(speaker.split()) > 1 and asked_as(fact) == "name":
        names.append(speaker.split()[-1])
    if asked_as(fact) == "phrase":
        names.append(_bare(speaker))
    if _INITIAL.match(speaker):
        names.append(speaker.split()[-1].split(".")[-1])
    spoken_for = re.match(r"porte-paroles? (?:d['’]|de la |de l['’]|du |des |de )(?P<body>.+)$", fact.role or "")
    if spoken_for is not None and fact.speaker_kind == "person":
        names.append(spoken_for["body"])  # who says it says it for them
    bracketed = re.match(r"(.+?) \((\w[\w.-]+)\)$", speaker)
    if bracketed:
        names += bracketed.groups()
    return tuple(name for name in dict.fromkeys(names) if name != speaker and len(name) > 1)
