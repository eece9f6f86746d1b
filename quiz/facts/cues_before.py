"""Cues to the left of a quotation: a verb of saying that governs it, « selon X », « la réaction de X : », a name.

The verb is found from the quotation outwards; how far it may stand depends on its strength and on what joins the two.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.cues import (
    AUXILIARY,
    CLITICS,
    SOURCE,
    Cue,
    conditional,
    cue_of_subject,
    pronoun_of,
    source_phrase,
    speaker_like,
)
from quiz.facts.cues_verbs import KINDS, Verb, forms_at, is_verb, verb_before
from quiz.facts.frames import Frame, Held, Phrase, phrase_from, subject_after
from quiz.facts.lexicon import bag, is_first_name
from quiz.facts.names import capital
from quiz.facts.speech import PRONOUN, speech_form
from quiz.facts.subjects import antecedent, main_subject, subject_of

_RELAYED = bag("répéter rapporter citer relayer rappeler partager publier reprendre lire diffuser évoquer")


def before(frame: Frame, held: Held, floor: int) -> Cue | None:
    """The cue to the left of a quotation, from token `floor` on."""
    same = _same(frame, held) or _inserted(frame, held) or _for_whom(frame, held)
    if same:
        return same
    source = source_before(frame, held, floor)
    verb = verb_before(frame, held, floor)
    if source is not None and source.pronoun and verb is not None and verb.at < source.at and verb.form.strong:
        source = None  # « Luc Roy a rappelé que, selon lui, « … » »: the verb has him as its subject
    if source and (verb is None or source.at > verb.at or verb.joint == "far" or _mere(frame, verb)):
        return source
    noun = _noun(frame, held, floor)
    if noun and (verb is None or verb.form.lemma in _RELAYED):
        return noun
    for _ in range(3):
        if verb is None:
            break
        cue = cue_of_verb(frame, verb)
        if cue is not None and verb.joint == "colon" and _relative(frame, verb.at):
            main = verb_before(frame, held, floor, cue.at if cue.at < verb.at else verb.at)
            whole = cue_of_verb(frame, main) if main and not _relative(frame, main.at) else None
            if whole is None and _wants_something(frame, held, verb):
                return colon_subject(frame, held.first)
            cue = whole or cue
        if cue is not None and cue.pronoun in ("il", "elle"):
            further = verb_before(frame, held, floor, cue.at) or _any_verb(frame, cue.at, floor)
            outer = cue_of_verb(frame, further) if further else None
            return replace(cue, outer=outer)
        if cue is not None:
            return cue
        verb = verb_before(frame, held, floor, verb.at)
    if noun:
        return noun
    if held.first and frame.doc[held.first - 1].text == ":":
        named = _comme(frame, held, floor) or _name(frame, held) or _name_at_colon(frame, held)
        return named or colon_subject(frame, held.first)
    return source or _comme(frame, held, floor)


def _relative(frame: Frame, at: int) -> bool:
    """Is the verb at token `at` the verb of a clause with « qui »?"""
    return any(c.text.lower() == "qui" and c.dep_.startswith("nsubj") for c in frame.doc[at].children)


def _wants_something(frame: Frame, held: Held, verb: Verb) -> bool:
    """« Elle céda au vœu du joueur qui en souhaitait deux : « … » »: a verb of wishing that has its object says
    nothing, and the colon goes with the main clause."""
    objects = [t for t in frame.doc[verb.at + 1 : held.first] if t.pos_ in ("NOUN", "NUM", "PROPN")]
    return verb.form.lemma in _WISHING and bool(objects)


def _mere(frame: Frame, verb: Verb) -> bool:
    """Is the verb too weak, or in a mood too unsure, to take the quotation from « selon X » at the sentence's head?"""
    if verb.joint == "colon":
        return False
    return not verb.form.strong or frame.doc[verb.at].text.lower().endswith(("erait", "eraient", "irait", "iraient"))


def _any_verb(frame: Frame, below: int, floor: int) -> Verb | None:
    """The nearest strong verb of saying left of a token: « dénonce ce qu'il appelle … »."""
    for at in range(below - 1, floor - 1, -1):
        for form in forms_at(frame, at):
            if not frame.within(at) and form.strong and form.kind != "infinitive" and is_verb(frame, at, form):
                return Verb(at, form, "that")
    return None


def cue_of_verb(frame: Frame, verb: Verb) -> Cue | None:
    """The cue that a verb of saying and its subject make."""
    subject = subject_of(frame, verb.at)
    if subject is None or any(c.text.lower() in ("si", "s'") and c.dep_ == "mark" for c in frame.doc[verb.at].children):
        return None  # « si un voisin vous dit : « … » »: nobody has
    if subject.pronoun == "il" and _NOBODY_SAYS.match(frame.doc[subject.at : verb.at].text):
        return None
    weight = {"colon": 1.0, "that": 0.95, "object": 0.9, "far": 0.7}[verb.joint] - (0.0 if verb.form.strong else 0.1)
    hearsay = conditional(frame.doc[max(0, verb.at - 4) : verb.at].text)
    cue = cue_of_subject(frame, subject, f"verb-{verb.joint}", frame.doc[verb.at].text, weight, verb.at, hearsay)
    voice = _by_the_voice(frame, verb.at)
    return replace(cue, phrase=voice, pronoun="", outer=None) if cue is not None and voice is not None else cue


_NOBODY_SAYS = re.compile(r"[Ii]l (?:n'|ne )?(?:est|était|sera|fut|(?:a|avait) été)\b(?! \w+ pour\b)")
"""« Il est à noter que », « il a été précisé que »: said by nobody."""
_BY_THE_VOICE = re.compile(r"\bpar (?:la voix|la bouche|l'intermédiaire) (?=d(?:e |'|u |es ))")


def _by_the_voice(frame: Frame, at: int) -> Phrase | None:
    """« le Rwanda a répondu par la voix du colonel Luc Roy : « … » »: whoever lends a country or a body their voice."""
    found = _BY_THE_VOICE.search(frame.doc.text, frame.doc[at].idx, frame.doc[at].idx + 90)
    if found is None:
        return None
    first = frame.token_at(found.end()) + 1
    phrase = phrase_from(frame, first, len(frame.doc))
    named = phrase is not None and any(capital(token.text) for token in frame.doc[phrase.first : phrase.after])
    return phrase if phrase is not None and named and speaker_like(frame, phrase) else None


def colon_subject(frame: Frame, limit: int) -> Cue | None:
    """A colon without any verb of saying: Le champion ne cache pas sa joie : « … »."""
    if limit > 1 and frame.doc[limit - 2].text.lower() in ("suivant", "suivante", "suivants", "suivantes"):
        return None  # « la mission suivante : »
    if frame.doc[0].text == "Lui":  # « Lui en doute : « … » »
        return Cue("colon", ":", None, "il", 0.7, 0)
    if any(token.dep_ == "ROOT" and token.lemma_.lower() in _TAKING for token in frame.doc[:limit]):
        return None  # « a reçu une balle avec un message : « … » »: another has written it
    subject = main_subject(frame, limit)
    return cue_of_subject(frame, subject, "colon", ":", 0.6, limit) if subject else None


def said_in(frame: Frame, colon: bool) -> Cue | None:
    """The last verb of saying of a sentence, for a quotation that follows the sentence."""
    for at in range(len(frame.doc) - 1, -1, -1):
        if frame.within(at):
            continue
        for kind in KINDS[:3]:
            form = speech_form(frame.doc[at].text, kind)
            if form and (form.strong or colon) and is_verb(frame, at, form):
                return cue_of_verb(frame, Verb(at, form, "colon" if colon else "far"))
    return None


# ------------------------------------------------------------------------------------------------ other cues
_SENTENCE_SOURCE = re.compile(
    rf"(?:^|[,;:(] ?|\b(?:et|que|mais|car|où|qu') ?)(?P<c>{SOURCE})(?: |(?<='))(?=\w)", re.IGNORECASE
)


def source_before(frame: Frame, held: Held, floor: int) -> Cue | None:
    """Selon la préfecture, il s'agit d'un « … »: the last source named before the quotation."""
    doc = frame.doc
    start = doc[floor].idx if floor < len(doc) else 0
    best: Cue | None = None
    for match in _SENTENCE_SOURCE.finditer(doc.text[start : doc[held.first].idx]):
        at, first = frame.token_at(start + match.start("c")), frame.token_at(start + match.end())
        if first >= held.first or frame.within(at):
            continue
        cue = source_phrase(frame, match["c"], first, held.first, at, "source")
        if cue is None or cue.phrase is None:
            continue
        following = doc[cue.phrase.after].text if cue.phrase.after < len(doc) else ""
        if match["c"].lower().endswith("pour") and following not in (",", ":") and cue.phrase.after != held.first:
            continue
        best = cue
    return best


_COMME = re.compile(rf"\b[Cc]omme (?P<c>{CLITICS}(?:{AUXILIARY} )?(?P<v>\w+)) ")


def _comme(frame: Frame, held: Held, floor: int) -> Cue | None:
    """Comme le rappelle l'auteure, ce serait « … »."""
    start = frame.doc[floor].idx if floor < len(frame.doc) else 0
    match = _COMME.search(frame.doc.text[start : frame.doc[held.first].idx])
    if match is None or not speech_form(match["v"], "finite", "participle"):
        return None
    phrase = subject_after(frame, frame.token_at(start + match.end()), held.first)
    if phrase is None or not speaker_like(frame, phrase):
        return None
    words = frame.words(phrase)
    return Cue("comme", match["c"], phrase, pronoun_of(words), 0.8, frame.token_at(start + match.start()))


_OWN = re.compile(
    r"\b(?:celles?|ceux|réaction|réponse|analyse|opinion|point de vue|sentiment|thèse|déclarations?|propos|mots"
    r"|messages?|tweets?|commentaires?|paroles|phrase|aveu|avis"
    r"|témoignage|conclusion|constat|explication|précision|question|citation|formule)"
    r"(?: (?:\w+ ){0,2}?)?(?:tenue?s? par |de |d'|du |des )(?P<n>[^:,]{3,60})(?:,[^:]*)? :$"
)


def _noun(frame: Frame, held: Held, floor: int) -> Cue | None:
    """La réaction du maire : « … »; les mots de l'écrivain sont : « … »."""
    start = frame.doc[floor].idx if floor < len(frame.doc) else 0
    left = frame.doc.text[start : frame.doc[held.first].idx]
    match = _OWN.search(re.sub(r"(?: sont| est| étaient| était)? ?:\s*$", " :", left))
    if match is None or re.search(r"\bcomment\w+ (?:le |la |les |l')$", left[: match.start()]):
        return None  # « Roy commente les déclarations du maire : « … » »: Roy speaks
    phrase = phrase_from(frame, frame.token_at(start + match.start("n")), held.first)
    if phrase is None or not speaker_like(frame, phrase):
        return None
    return Cue("noun-of", match.group().split()[0], phrase, weight=0.85, at=held.first)


_SAME = re.compile(
    r"\s*(?:(?:[Ee]t )?(?:eux|elles|lui|elle)|[Ee]t|[Pp]uis|[Aa]vant) d(?:e |')(?:s')?(?P<v>\w+)", re.IGNORECASE
)


_WISHING = bag("attendre craindre demander espérer exiger réclamer souhaiter vouloir")
_TAKING = bag("recevoir découvrir trouver voir lire entendre subir apprendre")
"""Verbs whose subject is told something, and says nothing."""
_AND_SAYS = re.compile(r"\s*(?:Et|Puis|Mais) (?:l'|le |s'|en )?(?P<v>[a-zà-ÿ]+)(?: [^:«,]{0,50})?:\s*$")


def _same(frame: Frame, held: Held) -> Cue | None:
    """Et prévient : « … ». Et de conclure : « … »: the speaker stays."""
    left = frame.doc.text[: frame.doc[held.first].idx]
    going = _AND_SAYS.match(left)
    if going and speech_form(going["v"], "finite"):
        return Cue("et-de", going["v"], None, "same", 0.9, held.first)
    match = _SAME.match(left)
    if match and (speech_form(match["v"], "infinitive") or left.rstrip().endswith(":")):
        return Cue("et-de", left.strip(" :"), None, "same", 0.9, held.first)
    return None


_TURNED = re.compile(
    rf"(?:^|[,;:.] ?|\b)(?P<c>{CLITICS}(?:{AUXILIARY}-(?:t-)?(?P<p>{PRONOUN})(?: \w+){{0,2}}? (?P<v>\w+)"
    rf"|(?P<w>\w+)-(?:t-)?(?P<q>{PRONOUN})))"
    r"(?P<more>(?: [\w'-]+){0,6}), ?$"
)


def _inserted(frame: Frame, held: Held) -> Cue | None:
    """La machine ne fait, plaide-t-elle, « … »: the inserted clause stands right before the words."""
    match = _TURNED.search(frame.doc.text[: frame.doc[held.first].idx])
    if match is None or not speech_form(match["v"] or match["w"], "participle" if match["v"] else "finite"):
        return None
    pronoun = (match["p"] or match["q"]).lower()
    if pronoun == "on":
        return None
    return Cue("inserted", match["c"], None, pronoun, 0.95, frame.token_at(match.start("c")))


_FOR_WHOM = re.compile(r"\b(?:pour|selon|d'après) (?P<q>qui) ?,? ?$")


def _for_whom(frame: Frame, held: Held) -> Cue | None:
    """« … dit le patron, Luc Roy, pour qui « rien ne presse » »: whoever « qui » stands for."""
    found = _FOR_WHOM.search(frame.doc.text[: frame.doc[held.first].idx])
    at = frame.token_at(found.start("q")) if found else 0
    subject = antecedent(frame, frame.doc[at]) if found else None
    if subject is None or subject.phrase is None or not speaker_like(frame, subject.phrase):
        return None
    return Cue("source", "pour qui", subject.phrase, weight=0.85, at=at)


_AT_COLON = re.compile(
    r"(?P<n>[A-ZÀ-Ý][\w'-]+(?: (?:de |du |d'|la |le )?[A-ZÀ-Ý][\w'-]+)+)(?:, (?!qui |et )[^:,«;]{2,80})?,? ?: $"
)


def _name_at_colon(frame: Frame, held: Held) -> Cue | None:
    """Une promesse qui laisse sceptique Anne Roy, déléguée du personnel : « … »: the name that the colon follows."""
    found = _AT_COLON.search(frame.doc.text[: frame.doc[held.first].idx])
    if found is None or not is_first_name(found["n"].split()[0]):
        return None
    first = frame.token_at(found.start("n"))
    phrase = phrase_from(frame, first, frame.token_at(found.end("n") - 1) + 1)
    before = frame.doc[first - 1].text.lower() if first else ""
    if phrase is None or before in ("de", "d'", "du", "des", "à", "contre", "avec", "sur"):
        return None
    return Cue("colon", ":", phrase, weight=0.8, at=held.first)


_NAMED = re.compile(r"\s*(?:[-–—•*]\s*)?(?P<n>[A-ZÀ-Ý][^:,;()]{2,60}?)(?:\s*\([^)]{2,60}\)|,[^:]{2,120})?\s*:\s*$")


def _name(frame: Frame, held: Held) -> Cue | None:
    """Awa Diop, présidente du club : « … »: a name, a colon, the quotation."""
    match = _NAMED.match(frame.doc.text[: frame.doc[held.first].idx])
    if match is None:
        return None
    phrase = phrase_from(frame, frame.token_at(match.start("n")), held.first)
    if phrase is None or not speaker_like(frame, phrase) or len(frame.words(phrase)) < len(match["n"]) - 2:
        return None
    if frame.doc[phrase.first].pos_ == "ADP" or frame.doc[phrase.first].text.lower() in (
        "au",
        "aux",
        "à",
        "en",
        "dans",
    ):
        return None
    return Cue("name-colon", ":", phrase, weight=0.8, at=held.first)
