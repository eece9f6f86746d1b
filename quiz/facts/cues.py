"""Finds the words that say a quotation is somebody's: an inserted clause after it, a verb of saying before it, « selon ».

A cue tells who speaks as the article writes it (a phrase, a pronoun, nobody) and how sure that reading is; turning it
into a name is the work of `speakers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.frames import Frame, Held, Phrase, phrase_from, subject_after
from quiz.facts.speech import PRONOUN, Form, speech_form

_AUX = r"(?:a|ont|avait|avaient|aura|aurait|auraient|eut|est|sont|était|étaient|fut|vient|viennent|venait|va|vont|tient|tenait|doit|devait|veut|aime|continue)"
_CLITICS = r"(?:(?:l'|le |la |les |s'|se |lui |leur |m'|me |nous |vous |en |y |n'|ne )*)"
_GAP = r"[\s,.;!?…\"»”–—-]*"
_COMME = r"(?:comme |ainsi que |c'est ce qu'|c'est ce que |ce qu'|ce que |tel que |tel qu')?"
_SOURCE = (
    r"(?:toujours |encore |notamment |du moins |et )?(?:selon|d'après|dixit|pour|à en croire|aux yeux (?:de|du|des|d')|de l'avis (?:de|du|des|d')|aux dires (?:de|du|des|d')|suivant|de l'aveu (?:de|du|des|d')"
    r"|pour reprendre (?:les mots|l'expression|les termes) (?:de|du|des|d')|dans les mots (?:de|du|des|d'))"
)
_WORDS_OF = re.compile(
    r"(?:les |la |le |l'|ses |son )?(?:propres )?(?:mots|dires|termes|propos|explications|déclarations?|précisions|informations?|paroles|formule|expression|estimations?|communiqué|chiffres|calculs|analyse|avis|témoignages?|porte-voix|récit|indications?)"
    r"(?: (?:apportée?s?|fournie?s?|recueillie?s?|donnée?s?|publiée?s?|diffusée?s?|transmise?s?|officielle?s?))?(?: (?:par |de |du |des |d'))",
    re.IGNORECASE,
)
_NOT_A_SPEAKER = frozenset(
    "images image photos photo vidéo vidéos estimation estimations projections projection accord loi texte article code constitution règlement document documents étude sondage rapport "
    "hypothèse cas terme principe légende tradition dicton proverbe formule expression titre".split()
)
_FAIRE = frozenset("savoir valoir remarquer observer noter part comprendre état référence".split())
_DOCUMENTS = frozenset("déclaration communiqué rapport texte lettre message étude document tweet note annonce article post avis courrier billet tribune discours allocution".split())
_BE = frozenset("est sont était étaient été être fut furent sera seront serait seraient".split())
_HAVE = frozenset("a ont avait avaient aura auront aurait auraient ait eut ayant avoir".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """Who speaks, as written. `phrase` is None for "the same as before" and for a pronoun that is its own word.

    `pronoun` is "il", "elle", "ils", "elles", "on" or "". `weight` is 0 to 1: how sure the words are a cue at all.
    """

    rule: str
    word: str
    phrase: Phrase | None
    pronoun: str = ""
    weight: float = 1.0
    at: int = 0
    """The token where the cue stands."""
    hearsay: bool = False
    """The verb is a conditional: « aurait déclaré »."""
    document: str = ""
    """The document that speaks (« le communiqué »), "" otherwise."""


def pronoun_of(words: str) -> str:
    """The pronoun that a phrase amounts to: « ce dernier » is "il", « celle-ci » is "elle"."""
    low = words.lower()
    table = {"lui": "il", "eux": "ils", "elle": "elle", "elles": "elles", "il": "il", "ils": "ils", "on": "on", "celui-ci": "il", "celle-ci": "elle", "ceux-ci": "ils", "celles-ci": "elles",
             "celui-là": "il", "lui-même": "il", "elle-même": "elle", "l'intéressé": "il", "l'intéressée": "elle", "l'homme": "", "celui -ci": "il"}
    if low in table:
        return table[low]
    for start, pronoun in (("ce dernier", "il"), ("cette dernière", "elle"), ("ces derniers", "ils"), ("ces dernières", "elles"), ("l'intéressé", "il"), ("le principal intéressé", "il"), ("la principale intéressée", "elle")):
        if low.startswith(start):
            return pronoun
    return ""


# ------------------------------------------------------------------------------------------------ after the quotation
_INVERTED_AUX = re.compile(rf"{_GAP}(?P<c>{_CLITICS}{_AUX})-(?:t-)?(?P<p>{PRONOUN})\b(?P<mid>(?:,? ?[\w'-]+){{0,7}})", re.IGNORECASE)
_INVERTED = re.compile(rf"{_GAP}(?P<c>{_CLITICS}(?P<v>[\w]+))-(?:t-)?(?P<p>{PRONOUN})\b", re.IGNORECASE)
_COMPOUND = re.compile(rf"{_GAP}{_COMME}(?P<c>{_CLITICS}(?P<aux>{_AUX})\b(?P<mid>(?:,? [\w'-]+){{0,5}}?),? (?P<v>\w+))\b")
_SIMPLE = re.compile(rf"{_GAP}{_COMME}(?P<c>{_CLITICS}(?P<v>\w+))\b")
_AFTER_SOURCE = re.compile(rf"{_GAP}\(?\s*(?P<c>{_SOURCE})(?: |(?<='))", re.IGNORECASE)
_UNINVERTED = re.compile(rf"\s*,?\s*(?P<p>{PRONOUN}) (?P<c>{_CLITICS}(?:(?:a|ont|avait|avaient) (?:\w+ )?)?(?P<v>\w+))\b")
_BRACKETED = re.compile(r"\s*\(\s*(?:dixit |source : |selon )?(?P<n>[^()]{3,60}?)\s*\)")
_ON = frozenset("lire entendre voir découvrir apprendre".split())
_NO_INVERSION = frozenset("est a y faut peut fait sera serait ait avait ont sont était dit-on".split())


def after(frame: Frame, held: Held) -> Cue | None:
    """The cue to the right of a quotation, up to the next one."""
    tail = frame.text_after(held)
    base = len(frame.doc.text) if not tail else frame.doc[held.after - 1].idx + len(frame.doc[held.after - 1].text)
    limit = frame.token_at(base + len(tail) - 1) + 1 if tail else held.after
    for rule in (_after_inverted, _after_source, _after_verb, _after_agent, _after_bracket, _after_uninverted):
        cue = rule(frame, held, tail, base, limit)
        if cue is not None:
            return cue
    return None


def _after_inverted(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … », a-t-elle également reconnu. « … », poursuit-il. A pronoun turned round right after a quotation is a cue
    whatever the verb."""
    match = _INVERTED_AUX.match(tail)
    if match and not _new_sentence(match.group(), match.start("c")):
        verb = next((w for w in re.findall(r"\w+", match["mid"]) if speech_form(w, "participle", "infinitive")), "")
        at = frame.token_at(base + match.start("c"))
        if match["p"].lower() == "on":
            return _read_somewhere(frame, match["mid"], at, limit)
        weight = 1.0 if verb else 0.8
        return Cue("incise-pronoun", f"{match['c']} {verb}".strip(), None, match["p"].lower(), weight, at, _conditional(match["c"]))
    match = _INVERTED.match(tail)
    if match and not _new_sentence(match.group(), match.start("c")):
        at = frame.token_at(base + match.start("c"))
        known = speech_form(match["v"], "finite")
        if match["p"].lower() == "on":
            return _read_somewhere(frame, tail[match.end() :], at, limit)
        if known or (match["v"].lower() not in _NO_INVERSION and "," in tail[: match.start("c")]):
            return Cue("incise-pronoun", match["c"].strip(), None, match["p"].lower(), 1.0 if known else 0.8, at)
    return None


def _read_somewhere(frame: Frame, mid: str, at: int, limit: int) -> Cue | None:
    """« … », peut-on lire dans un communiqué de l'université. The document's author speaks, where it is said."""
    if not any(w in _ON for w in re.findall(r"\w+", mid)) and not re.search(r"\b(?:lit|lisait)\b", frame.doc[at].text):
        return None
    for i in range(at, min(limit, at + 14)):
        if frame.doc[i].text.lower() in ("dans", "sur", "sous") and i + 1 < limit:
            phrase = phrase_from(frame, i + 1, limit)
            if phrase is not None:
                return author_of(frame, phrase, "peut-on lire", at)
    return None


def author_of(frame: Frame, phrase: Phrase, word: str, at: int) -> Cue | None:
    """« un communiqué du club » speaks for the club; « le communiqué » for whoever it is from, if that is known."""
    doc = frame.doc
    head = doc[phrase.head].text.lower()
    if head not in _DOCUMENTS:
        return Cue("document", word, phrase, weight=0.6, at=at, document=frame.words(phrase)) if doc[phrase.head].pos_ == "PROPN" else None
    for i in range(phrase.head + 1, phrase.after):
        if doc[i].text.lower() in ("de", "d'", "du", "des"):
            inner = phrase_from(frame, i + 1, phrase.after)
            if inner is not None and (doc[inner.head].pos_ == "PROPN" or doc[inner.head].pos_ == "NOUN"):
                first = i + 1
                while doc[first].text.lower() in ("la", "le", "l'", "les"):
                    first += 1
                return Cue("document", word, Phrase(i + 1, inner.after, inner.head), weight=0.8, at=at, document=frame.words(phrase))
    return Cue("document", word, None, weight=0.5, at=at, document=frame.words(phrase))


def _new_sentence(text: str, start: int) -> bool:
    """Does the clause begin a sentence of its own (« … ». A-t-il raison ?)?"""
    return text[start : start + 1].isupper() and "." in text[:start]


def _conditional(words: str) -> bool:
    return bool(re.search(r"\b(?:aurait|auraient|serait|seraient)\b", words))


def _after_source(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … » selon le parquet ; (dixit le journal) ; pour l'avocate."""
    match = _AFTER_SOURCE.match(tail)
    if match is None or (tail[match.start("c")].isupper() and "." in tail[: match.start("c")]):
        return None
    return source_phrase(frame, match["c"], frame.token_at(base + match.end()), limit, frame.token_at(base + match.start("c")), "incise-source")


def source_phrase(frame: Frame, word: str, first: int, limit: int, at: int, rule: str) -> Cue | None:
    """Who is named after « selon » and its like; « selon les dires de X » names X."""
    doc = frame.doc
    if first >= limit:
        return None
    rest = doc.text[doc[first].idx :]
    skipped = _WORDS_OF.match(rest)
    if skipped and word.lower().split()[-1] not in ("pour",):
        first = frame.token_at(doc[first].idx + skipped.end())
    elif re.match(r"(?:ce qu'|ce que )", rest):
        return _what_says(frame, rest, first, limit, at, rule)
    phrase = phrase_from(frame, first, limit)
    if phrase is None:
        return None
    head = doc[phrase.head].text.lower()
    if head in _NOT_A_SPEAKER:
        return None
    words = frame.words(phrase)
    weight = 0.95
    if word.lower().endswith("pour"):
        if head.isdigit() or head in ("cela", "cette", "ce", "autant", "l'instant", "la", "le") or doc[phrase.head].pos_ == "VERB":
            return None
        weight = 0.7
    return Cue(rule, word, phrase, pronoun_of(words), weight, at)


def _what_says(frame: Frame, rest: str, first: int, limit: int, at: int, rule: str) -> Cue | None:
    """« selon ce qu'a confié le maire »."""
    match = re.match(rf"ce qu(?:'|e )(?P<c>{_CLITICS}(?:{_AUX} )?(?P<v>\w+))", rest)
    if match and speech_form(match["v"], "finite", "participle"):
        start = frame.token_at(frame.doc[first].idx + match.end() - 1) + 1
        phrase = subject_after(frame, start, limit)
        if phrase:
            return Cue(rule, "selon ce que " + match["c"], phrase, pronoun_of(frame.words(phrase)), 0.9, at)
    return None


def _after_verb(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … », a déclaré mardi la ministre ; « … » explique M. Sow ; « … », comme le note l'auteur."""
    for pattern, kind in ((_COMPOUND, "participle"), (_SIMPLE, "finite")):
        match = pattern.match(tail)
        if match is None or tail[match.start("c")].isupper():
            continue
        word, end = match["v"], match.end("v")
        if kind == "participle":
            word, end = _participle(tail, match)
            if not word:
                continue
        elif not speech_form(word, "finite"):
            if not (word in ("fait", "laisse", "met", "prend", "tient") and re.match(r" (?:savoir|valoir|remarquer|observer|noter|entendre|en garde|à)\b", tail[match.end() :])):
                continue
            end += len(re.match(r" ?[\w']+(?: (?:préciser|souligner|rappeler|dire|garde))?", tail[match.end() :]).group())  # type: ignore[union-attr]
        first = frame.token_at(base + end - 1) + 1
        phrase = subject_after(frame, first, limit)
        if phrase is None:
            continue
        if kind == "finite" and tail[: match.start("c")].strip() == "" and not _speaker_like(frame, phrase):
            continue
        at = frame.token_at(base + match.start("c"))
        return Cue("incise-verb", tail[match.start("c") : end], phrase, pronoun_of(frame.words(phrase)), 1.0, at, _conditional(match["c"]))
    return None


def _participle(tail: str, match: re.Match[str]) -> tuple[str, int]:
    """The participle or infinitive of saying after an auxiliary: « a tenu à préciser », « s'est dite ravie »."""
    stop = match.start("c")
    words = list(re.finditer(r"[\w'-]+", tail[stop : stop + 90]))[1:9]
    for n, found in enumerate(words):
        word = found.group()
        if re.search(r"[,.;:«(]", tail[stop : stop + found.start()].replace(", ", " ", 2).rstrip(",")):
            break
        if speech_form(word, "participle", "infinitive"):
            if speech_form(word, "infinitive") and n == 0 and not re.search(r"vient|va|doit|veut|aime|tient", match["aux"]):
                continue
            return word, stop + found.end()
        if word in ("fait", "laissé") and n + 1 < len(words) and words[n + 1].group() in (*_FAIRE, "entendre"):
            return f"{word} {words[n + 1].group()}", stop + words[n + 1].end()
        if word in ("mis",) and tail[stop + found.end() :].startswith(" en garde"):
            return "mis en garde", stop + found.end() + 9
        if word[:1].isupper():
            break
    return "", 0


def _speaker_like(frame: Frame, phrase: Phrase) -> bool:
    """May the phrase speak, when no comma sets the verb off? A name, a person's noun, a body's."""
    from quiz.facts.frames import named_body
    from quiz.facts.names import capital, person_noun

    head = frame.doc[phrase.head]
    return capital(head.text) or bool(person_noun(head.text)) or named_body(head.text) or any(capital(t.text) for t in frame.doc[phrase.first : phrase.after]) or bool(pronoun_of(frame.words(phrase)))


def _after_agent(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """il est décrit comme un « … » par son biographe."""
    match = re.match(r"\s*,?\s*par (?=\w)", tail)
    before = frame.doc[max(0, held.first - 12) : held.first].text
    if match is None or not re.search(r"(?:décri|qualifi|jug|trait|dénonc|salu|accus|présent|considér|critiqu|condamn|surnomm|perçu|désign|annonc)\w*(?: comme| de| d'| pour)?(?: une?| des?| d'un| d'une| l[ea]s?| l')?\s*$", before):
        return None
    phrase = phrase_from(frame, frame.token_at(base + match.end()), limit)
    return Cue("agent", "par", phrase, weight=0.9, at=held.after) if phrase else None


def _after_bracket(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … » (Le Courrier du soir)."""
    match = _BRACKETED.match(tail)
    if match is None or not re.match(r"(?:le |la |l')?[A-ZÀ-Ý]", match["n"]) or re.search(r"\d{4}|traduction|sic|ndlr", match["n"], re.IGNORECASE):
        return None
    phrase = phrase_from(frame, frame.token_at(base + match.start("n")), limit)
    return Cue("bracket", "", phrase, weight=0.6, at=held.after) if phrase else None


def _after_uninverted(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« …, il a insisté. : the writer forgot to close the quotation and to turn the verb round."""
    match = _UNINVERTED.match(tail)
    if match is None or not (speech_form(match["v"], "participle") or speech_form(match["v"], "finite")):
        return None
    if held.mark.certain and "," not in tail[: match.start("p")]:
        return None
    return Cue("incise-pronoun", match["c"], None, match["p"].lower(), 0.8, frame.token_at(base + match.start("p")))


def later(frame: Frame, held: Held) -> Cue | None:
    """A cue that ends the sentence and covers all of it: « il aurait "…" en public, a indiqué le préfet »."""
    tail = frame.text_after(held)
    if not tail or next((h for h in frame.held if h.first >= held.after), None):
        return None
    base = frame.doc[held.after - 1].idx + len(frame.doc[held.after - 1].text)
    for comma in re.finditer(r",\s|\s(?=selon |d'après )", tail):
        rest = tail[comma.start() :]
        at = base + comma.start()
        for rule in (_after_inverted, _after_source, _after_verb):
            cue = rule(frame, held, rest, at, len(frame.doc))
            if cue is not None and cue.weight >= 0.9 and not re.match(r",?\s*pour\b", rest):
                return Cue("closing-" + cue.rule, cue.word, cue.phrase, cue.pronoun, cue.weight - 0.15, cue.at, cue.hearsay)
    return None


# ------------------------------------------------------------------------------------------------ before the quotation
def verbal(frame: Frame, at: int, form: Form) -> bool:
    """Is the token really the verb of saying it looks like?"""
    doc = frame.doc
    token = doc[at]
    before = [t.text.lower() for t in doc[max(0, at - 7) : at]]
    previous = before[-1] if before else ""
    if form.kind == "participle":
        if any(w in _HAVE for w in before):
            return True
        reflexive = any(w in ("s'", "se", "s'est", "s'était") for w in before) and any(w in _BE for w in before)
        return reflexive
    if form.kind == "gerund":
        return token.pos_ in ("VERB", "AUX") or previous in ("en", ",")
    if form.kind == "infinitive":
        return token.pos_ == "VERB" and previous not in ("le", "un", "les", "du")
    if token.pos_ in ("VERB", "AUX"):
        return previous not in ("le", "la", "un", "une", "les", "des", "de", "au", "du", "sa", "son", "leur", "en") or previous in ("le", "la", "les") and token.dep_ == "ROOT"
    if previous in ("il", "elle", "ils", "elles", "on", "qui", "s'", "se", "l'", "en", "y", "lui") and token.pos_ != "NOUN":
        return True
    following = doc[at + 1].text.lower() if at + 1 < len(doc) else ""
    return following in ("que", "qu'", ":") and (previous in (",", ")") or at > 0 and doc[at - 1].pos_ == "PROPN")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying before a quotation, and what joins the two."""

    at: int
    lemma: str
    form: Form
    joint: str
    """"colon", "that", "object" or "far"."""


def verb_before(frame: Frame, held: Held, floor: int) -> Verb | None:
    """The verb of saying that governs a quotation from the left, from token `floor` on."""
    doc = frame.doc
    colon = doc[held.first - 1].text == ":" if held.first else False
    clause = False
    for at in range(held.first - 1, floor - 1, -1):
        if frame.within(at):
            continue
        token = doc[at]
        word = token.text.lower()
        if word in ("que", "qu'", "qu"):
            clause = True
        if at and word in _FAIRE | {"entendre"} and doc[at - 1].text.lower() in ("fait", "faire", "faisait", "laisse", "laissé", "laissait", "laissant", "faisant"):
            forms = [Form("faire savoir", "finite", True)]
        else:
            found = [speech_form(token.text, kind) for kind in ("finite", "participle", "gerund", "infinitive")]
            forms = [f for f in found if f is not None]
        for form in forms:
            if form.lemma != "faire savoir" and not verbal(frame, at, form):
                continue
            joint = _joint(frame, at, held, colon, clause)
            if _governs(frame, at, form, joint, held):
                return Verb(at, form.lemma, form, joint)
        if not colon and not clause and token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph) and not forms:
            if held.first - at > 3:
                return None
    return None


def _joint(frame: Frame, at: int, held: Held, colon: bool, clause: bool) -> str:
    if colon:
        return "colon"
    if clause:
        return "that"
    return "object" if held.first - at <= 5 else "far"


def _governs(frame: Frame, at: int, form: Form, joint: str, held: Held) -> bool:
    """Is this verb close enough, for its strength and for the length of the quotation?"""
    gap = held.first - at - 1
    words = len(frame.sentence.doc.text) and held.mark.end - held.mark.start
    long = words > 40
    if joint == "colon":
        return gap <= 45
    if joint == "that":
        return form.strong or gap <= 8
    if joint == "object":
        return form.strong or long
    return form.strong and gap <= 18 and (long or gap <= 10)


def subject_of(frame: Frame, at: int) -> Phrase | str | None:
    """The subject of the verb at token `at`: a phrase, a pronoun as a word, or None."""
    doc = frame.doc
    seen: set[int] = set()
    verb = doc[at]
    token = verb
    while token.i not in seen:
        seen.add(token.i)
        subjects = [c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass", "expl:subj") and c.i < at and not frame.within(c.i)]
        subjects = [c for c in subjects if c.text.lower() not in ("ce", "c'", "cela", "ça", "y", "-ce", "que", "qu'")]
        if subjects:
            subject = subjects[-1]
            if subject.text.lower() in ("qui", "lequel", "laquelle"):
                return _whole(frame, token.head) if token.head.i != token.i else None
            if subject.pos_ == "PRON":
                return _pronoun(frame, subject.i)
            return _whole(frame, subject)
        if token.dep_ == "acl" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i < at:
            return _whole(frame, token.head)
        if token.head.i == token.i:
            break
        token = token.head
    return _nearest(frame, at)


def _pronoun(frame: Frame, at: int) -> Phrase | str | None:
    doc = frame.doc
    word = doc[at].text.lower().lstrip("-")
    nxt = doc[at + 1].text.lower() if at + 1 < len(doc) else ""
    if word in ("celui", "celle", "ceux", "celles") and nxt in ("-ci", "-là"):
        return pronoun_of(word + "-ci")
    if word in ("il", "elle", "ils", "elles", "on"):
        return word
    return phrase_from(frame, max(0, at - 1) if at and doc[at - 1].text.lower() in ("l'", "les", "d'") else at, len(doc))


def _whole(frame: Frame, head: object) -> Phrase | str | None:
    """The phrase around a head token, cut where it goes on with a clause."""
    from quiz.facts.parsing import Token

    assert isinstance(head, Token)
    if head.pos_ == "PRON":
        return _pronoun(frame, head.i)
    first = head.i
    for child in head.children:
        if child.i < head.i and child.dep_ in ("det", "amod", "nummod", "compound", "flat:name", "flat:foreign", "case", "nmod") and child.text.lower() not in (",",):
            if child.dep_ == "case":
                continue
            first = min(first, child.i)
    while first < head.i and frame.doc[first].is_punct:
        first += 1
    phrase = phrase_from(frame, first, len(frame.doc))
    if phrase is None:
        return None
    if not phrase.first <= head.i < phrase.after:
        return Phrase(head.i, head.i + 1, head.i)
    return Phrase(phrase.first, phrase.after, head.i)


def _nearest(frame: Frame, at: int) -> Phrase | str | None:
    """No subject in the tree: the closest pronoun, or name outside a complement, to the left."""
    doc = frame.doc
    for i in range(at - 1, -1, -1):
        token = doc[i]
        if frame.within(i):
            continue
        if token.text.lower() in ("il", "elle", "ils", "elles"):
            return token.text.lower()
        if token.pos_ == "PROPN" and token.dep_ not in ("flat:name", "nmod", "flat:foreign") and not any(c.dep_ == "case" for c in token.children):
            return _whole(frame, token)
    return None


_SENTENCE_SOURCE = re.compile(rf"(?:^|[,;:(] ?|\b(?:et|que|mais|car|où|,) )(?P<c>{_SOURCE}) (?=\w)|(?:^|[,;] )(?P<d>[Dd]'après|[Ss]elon|[Pp]our) (?=\w)", re.IGNORECASE)


def source_before(frame: Frame, held: Held, floor: int) -> Cue | None:
    """« Selon la préfecture, il s'agit d'un "…" »: the last source named before the quotation."""
    doc = frame.doc
    start = doc[floor].idx if floor < len(doc) else 0
    left = doc.text[start : doc[held.first].idx]
    best: Cue | None = None
    for match in _SENTENCE_SOURCE.finditer(left):
        name = "c" if match["c"] else "d"
        at = frame.token_at(start + match.start(name))
        first = frame.token_at(start + match.end())
        if first >= held.first or frame.within(at):
            continue
        cue = source_phrase(frame, match[name], first, held.first, at, "source")
        if cue and cue.phrase:
            nxt = doc[cue.phrase.after].text if cue.phrase.after < len(doc) else ""
            if match[name].lower().endswith("pour") and nxt not in (",", ":") and cue.phrase.after != held.first:
                continue
            best = cue
    return best


_OWN = re.compile(r"\b(?:celles?|ceux|réaction|réponse|déclarations?|propos|mots|messages?|tweets?|commentaires?|paroles|phrase|aveu|avis|témoignage|conclusion|constat|explication|précision|question|citation|formule)(?: (?:\w+ ){0,2}?)?(?:de |d'|du |des )(?P<n>[^:,]{3,60})(?:,[^:]*)?\s*:\s*$")


def noun_before(frame: Frame, held: Held, floor: int) -> Cue | None:
    """« La réaction du maire : "…" »; « Les mots de l'écrivain sont : "…" »."""
    start = frame.doc[floor].idx if floor < len(frame.doc) else 0
    left = frame.doc.text[start : frame.doc[held.first].idx]
    match = _OWN.search(re.sub(r"(?: sont| est| étaient| était)? ?:\s*$", " :", left))
    if match is None:
        return None
    phrase = phrase_from(frame, frame.token_at(start + match.start("n")), held.first)
    return Cue("noun-of", match.group().split()[0], phrase, weight=0.85, at=held.first) if phrase else None


_SAME = re.compile(r"\s*(?:[Ee]t|[Pp]uis|[Aa]vant)(?: d(?:e |'))(?:s')?(?P<v>\w+)")


def same_before(frame: Frame, held: Held) -> Cue | None:
    """« Et de conclure : "…" »: the speaker stays."""
    left = frame.doc.text[: frame.doc[held.first].idx]
    match = _SAME.match(left)
    if match and speech_form(match["v"], "infinitive"):
        return Cue("et-de", left.strip(" :"), None, "same", 0.9, held.first)
    return None


_NAMED = re.compile(r"\s*(?:[-–—•]\s*)?(?P<n>[A-ZÀ-Ý][^:,;()]{2,60}?)(?:\s*\([^)]{2,60}\)|,[^:]{2,120})?\s*:\s*$")


def name_before(frame: Frame, held: Held) -> Cue | None:
    """« Awa Diop, présidente du club : "…" »: a name, a colon, the quotation."""
    left = frame.doc.text[: frame.doc[held.first].idx]
    match = _NAMED.match(left)
    if match is None:
        return None
    phrase = phrase_from(frame, frame.token_at(match.start("n")), held.first)
    if phrase is None or frame.doc[phrase.head].pos_ not in ("PROPN", "NOUN", "X", "ADJ"):
        return None
    whole = frame.words(phrase)
    return Cue("name-colon", ":", phrase, weight=0.8 if len(whole) >= len(match["n"]) - 2 else 0.5, at=held.first)


def main_subject(frame: Frame, held: Held) -> Cue | None:
    """A colon without any verb of saying: « Le champion ne cache pas sa joie : "…" »."""
    doc = frame.doc
    if not held.first or doc[held.first - 1].text != ":":
        return None
    for token in doc[: held.first]:
        if token.dep_ in ("nsubj", "nsubj:pass") and (token.head.dep_ == "ROOT" or token.head.head.dep_ == "ROOT") and not frame.within(token.i) and not frame.within(token.head.i):
            got = _pronoun(frame, token.i) if token.pos_ == "PRON" else _whole(frame, token)
            if isinstance(got, str):
                return Cue("colon", ":", None, got, 0.6, held.first)
            if got is not None:
                return Cue("colon", ":", got, pronoun_of(frame.words(got)), 0.6, held.first)
    return None


def before(frame: Frame, held: Held, floor: int) -> Cue | None:
    """The cue to the left of a quotation, from token `floor` on."""
    same = same_before(frame, held)
    if same:
        return same
    source = source_before(frame, held, floor)
    verb = verb_before(frame, held, floor)
    if source and (verb is None or source.at > verb.at or verb.joint == "far" or (verb.form.kind == "infinitive" and verb.joint != "colon")):
        return source
    if verb is not None:
        cue = _of_verb(frame, verb)
        if cue is not None:
            return cue
    noun = noun_before(frame, held, floor)
    if noun:
        return noun
    if held.first and frame.doc[held.first - 1].text == ":":
        return name_before(frame, held) or main_subject(frame, held)
    return source


def _of_verb(frame: Frame, verb: Verb) -> Cue | None:
    subject = subject_of(frame, verb.at)
    weight = {"colon": 1.0, "that": 0.95, "object": 0.9, "far": 0.7}[verb.joint] - (0.0 if verb.form.strong else 0.1)
    hearsay = any(t.text.lower() in ("aurait", "auraient") for t in frame.doc[max(0, verb.at - 4) : verb.at])
    word = frame.doc[verb.at].text
    rule = f"verb-{verb.joint}"
    if subject is None:
        return None
    if isinstance(subject, str):
        return Cue(rule, word, None, subject, weight, verb.at, hearsay)
    if frame.doc[subject.head].text.lower() in _DOCUMENTS:
        return author_of(frame, subject, word, verb.at)
    return Cue(rule, word, subject, pronoun_of(frame.words(subject)), weight, verb.at, hearsay)
