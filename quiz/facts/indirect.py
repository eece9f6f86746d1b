"""What somebody is reported to have said, without marks: « la maire a annoncé que le pont fermerait », « selon X, … ».

Finds the clause and who is said to have said it, by the same cues and the same ladder as quotations. Keeps only whole
clauses of a main verb of saying, or of a whole sentence with its source; knows nothing of questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.facts.cues import SOURCE, Cue, source_phrase
from quiz.facts.cues_after import after, later, later_source
from quiz.facts.cues_before import cue_of_verb
from quiz.facts.cues_verbs import Verb, is_verb
from quiz.facts.fact import Quotation
from quiz.facts.frames import Frame, Held
from quiz.facts.lexicon import bag
from quiz.facts.names import person_noun
from quiz.facts.parsing import Doc, Token
from quiz.facts.reading import Reading
from quiz.facts.speakers import Ladder
from quiz.facts.speech import Form, speech_form
from quiz.facts.speech_acts import acts
from quiz.facts.speech_clauses import FEWEST, MOST, Claim, clause_end
from quiz.facts.verbs import finite, is_noun
from quiz.facts.voices import Voice

_NOT_SAID = bag(
    "accuser démentir nier contester réfuter récuser contredire imaginer supposer soupçonner deviner craindre redouter "
    "prétendre qualifier traiter taxer définir décrire saluer louer vanter remercier féliciter critiquer exiger imiter "
    "demander crier hurler entendre lire vouloir parler trouver lancer prévoir décider feindre compter stipuler"
)
"""Verbs whose clause the speaker does not say, or not as a fact: « nie que », « imagine que », « demande que »."""
_STANCES = bag("craindre redouter exiger démentir contester nier prétendre prévoir")
"""Verbs whose clause a question may still ask for: « Qui craint que … ? » says no more than the article."""
_BETWEEN = 9
"""Words that may stand between the verb and its « que »: « a annoncé mardi soir à la radio que »."""
_NO_CLAUSE = bag(
    "tandis alors afin ainsi bien parce dès après avant sans plus moins mieux autre autres aussi tel telle même tant "
    "depuis pendant lors puis quoi jusqu'à ce aussitôt sorte point autant pour fois condition fait seul seule"
)
_NO_SUBJECT = bag("mais et or car donc ainsi alors aussi selon d'après qui dont où du de d'")
_SOURCE_FIRST = re.compile(rf"(?:Mais |Et |Or, )?(?P<c>{SOURCE})(?: |(?<='))", re.IGNORECASE)
_SOURCE_LAST = re.compile(r",? (?P<c>selon|d'après)(?: |(?<='))", re.IGNORECASE)


def claims(reading: Reading, ladder: Ladder, frame: Frame) -> Iterator[Quotation]:
    """The reported speech of one sentence, its speaker resolved as of this place in the article."""
    if frame.sentence.kind not in ("prose", "list"):
        return
    taken: list[tuple[int, int]] = []
    that = (*_that_clauses(frame, _STANCES), *_sourced(frame), *_inserted(frame), *_around_words(frame))
    for claim in (*that, *acts(frame)):
        if any(start < claim.after and claim.first < end for start, end in taken):
            continue
        voice = ladder.resolve(frame, claim.cue, frame.sentence.at(frame.doc[claim.first]))
        fact = _fact(reading, frame, claim, voice) if voice is not None else None
        if fact is not None:
            taken.append((claim.first, claim.after))
            yield fact


def clause_cue(frame: Frame, held: Held) -> Cue | None:
    """Awa Diop affirme que l'usine « restera à Vannes » et « embauchera »: who says the clause says the words in it."""
    for claim in _that_clauses(frame):
        bracketed = frame.doc[held.first - 1].text == "("  # words of what the clause is about, more often than not
        if claim.first < held.first and held.after <= claim.after and not bracketed:
            return replace(claim.cue, rule="verb-that", weight=claim.cue.weight * 0.9)
    return None


# ------------------------------------------------------------------------------------------------ « a annoncé que »
def _that_clauses(frame: Frame, also: frozenset[str] = frozenset()) -> Iterator[Claim]:
    """La maire a annoncé mardi que le pont fermerait en mars: the clause after a verb of saying, up to where something
    else begins. `also` are verbs let in though their clause is no statement of the speaker's (« craint que »)."""
    small = frame.doc.small
    for at in range(1, len(small)):
        if small[at] not in ("que", "qu'") or frame.within(at) or small[at - 1] in _NO_CLAUSE:
            continue
        verb = _verb_of_saying(frame, at, also)
        cue = cue_of_verb(frame, verb) if verb else None
        if verb is None or cue is None or cue.hearsay or _denied(frame, verb.at):
            continue
        opens = _opens_clause(frame, at + 1) or _opens_in_marks(frame, at + 1)
        after = clause_end(frame, at + 1) if opens else None
        if after is not None and _has_verb(frame, at + 1, after):
            yield Claim(at + 1, after, cue, "that")


def _verb_of_saying(frame: Frame, que: int, also: frozenset[str]) -> Verb | None:
    for at in range(que - 1, max(-1, que - 1 - _BETWEEN), -1):
        token = frame.doc[at]
        if frame.within(at) or token.text in (":", ";", "."):
            return None
        if token.text.lower() in ("et", "ou", "mais", "qui") or "VerbForm=Inf" in str(token.morph):
            return None  # « la mairie soutient Roy et que … », « a dit regretter que … »
        if token.dep_ == "obj" and token.pos_ in ("NOUN", "PROPN"):
            return None
        form = next(
            (f for f in (speech_form(token.text, "finite"), speech_form(token.text, "participle")) if f is not None),
            None,
        )
        if token.text.lower() == "savoir" and at and frame.doc[at - 1].text.lower() in ("fait", "faisait"):
            return Verb(at, Form("faire savoir", "finite", "strong"), "that")
        if form is not None and is_verb(frame, at, form):
            good = form.lemma in also or (form.strength != "weak" and form.lemma not in _NOT_SAID)
            return Verb(at, form, "that") if good else None
        if token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph):
            return None
    return None


def _denied(frame: Frame, at: int) -> bool:
    """« n'a pas dit que », « ne pense pas que », « si elle dit que »."""
    near = [t.text.lower() for t in frame.doc[max(0, at - 5) : at + 3]]
    return bool({"n'", "ne", "si", "s'il", "jamais", "sans"} & set(near))


# ------------------------------------------------------------------------------------------------ « selon X, »
def _sourced(frame: Frame) -> Iterator[Claim]:
    """Selon la préfecture, douze routes sont coupées: the sentence after its source, or before it."""
    doc = frame.doc
    match = _SOURCE_FIRST.match(doc.text)
    if match is not None:
        first = frame.token_at(match.end())
        cue = source_phrase(frame, match["c"], first, len(doc), 0, "source")
        if match["c"].lower().endswith("pour") and not _by_name(frame, cue):
            return
        start = _after_comma(frame, cue.phrase.after) if cue is not None and cue.phrase is not None else None
        after = clause_end(frame, start) if start is not None else None
        if cue is not None and start is not None and after is not None and _has_verb(frame, start, after):
            yield Claim(start, after, cue, "source")
        return
    found = list(_SOURCE_LAST.finditer(doc.text))
    if not found or frame.within(frame.token_at(found[-1].start("c"))) is not None:
        return
    first = frame.token_at(found[-1].end())
    cue = source_phrase(frame, found[-1]["c"], first, len(doc), first, "source")
    ends = cue is not None and cue.phrase is not None and _nothing_after(frame, cue.phrase.after)
    after = frame.token_at(found[-1].start("c") - 1) + (0 if doc.text[found[-1].start()] == "," else 1)
    if cue is not None and ends and _opens_clause(frame, 0) and _whole(frame, after) and _has_verb(frame, 0, after):
        yield Claim(0, after, cue, "source-last")


def _by_name(frame: Frame, cue: Cue | None) -> bool:
    """« Pour Awa Diop, l'usine est condamnée »: somebody's view, where « Pour la saison 2012, » opens none."""
    if cue is None or cue.phrase is None:
        return False
    words = [token.text for token in frame.doc[cue.phrase.first : cue.phrase.after]]
    post = any(person_noun(word) is not None for word in words[:3])  # « Pour la ministre Awa Diop, »
    named = all(word[:1].isupper() for word in words) or (post and words[-1][:1].isupper())
    comma = frame.doc[cue.phrase.after : cue.phrase.after + 1].text == ","
    return named and comma and not any(char.isdigit() for word in words for char in word)


def _after_comma(frame: Frame, at: int) -> int | None:
    """Where the sentence goes on after its source, past an apposition: « Selon Awa Diop, cheffe du service, … »,
    « Selon la cheffe du service, Awa Diop, … », « Selon Awa Diop, de Vannes, … »."""
    doc = frame.doc
    for _ in range(2):
        if at + 1 >= len(doc) or doc[at].text != ",":
            return None
        following = next((i for i in range(at + 1, len(doc)) if doc[i].text == ","), None)
        words = [token.text for token in doc[at + 1 : following]] if following is not None else []
        name = 1 < len(words) <= 4 and all(word[:1].isupper() or word in ("de", "du", "d'") for word in words)
        from_there = bool(words) and words[0].lower() in ("de", "du", "d'") and len(words) <= 7
        link = [word.lower() for word in words] in (
            ["cependant"],
            ["toutefois"],
            ["en", "revanche"],
            ["au", "contraire"],
        )
        post = (
            len(words) > 2
            and words[0].lower() in ("le", "la", "l'")
            and person_noun(words[1]) is not None
            and not any("VerbForm=Fin" in str(token.morph) for token in doc[at + 1 : following])
        )  # « Pour Awa Diop, la directrice de cabinet du préfet, … »
        known = (
            1 < len(words) <= 6
            and words[0][:1].isupper()
            and not any(finite(word) is not None and not is_noun(word) for word in words[1:])
        )  # « Pour Awa Diop, Gilet jaune du Val-d'Oise, … »
        if (
            not name
            and not known
            and not post
            and not from_there
            and not link
            and not _apposed(doc[at + 1], doc[at + 2] if at + 2 < len(doc) else None)
        ):
            return at + 1 if _opens_clause(frame, at + 1) else None
        if following is None:
            return None
        at = following
    return None


def _apposed(first: Token, second: Token | None) -> bool:
    """Does a role or an age stand here, and no new clause?"""
    if person_noun(first.text) and not first.text[:1].isupper():
        return True
    if first.text.lower() == "l'" and second is not None and second.text.lower() in ("un", "une"):
        return True
    if re.fullmatch(r"\d+(?:ère|er|re|e|ème)", first.text) and second is not None and person_noun(second.text):
        return True  # « Selon Awa Diop, 1re adjointe de Vannes, … »
    pointed = first.text.lower() in ("le", "la", "l'", "un", "une", "l'un", "l'une")
    return pointed and second is not None and bool(person_noun(second.text)) and second.dep_ != "nsubj"


def _opens_clause(frame: Frame, at: int) -> bool:
    """Does a subject open here, and no link, pronoun or circumstance?"""
    token = frame.doc[at]
    low = token.text.lower()
    if frame.within(at) or low in _NO_SUBJECT:
        return False
    return token.pos_ in ("DET", "PROPN", "NUM", "NOUN", "ADJ", "ADV", "ADP", "PRON", "X")


def _opens_in_marks(frame: Frame, at: int) -> bool:
    """« a annoncé que « la propagation du virus » était finie »: the clause's subject stands between marks, its verb
    behind them."""
    held = next((held for held in frame.held if held.first <= at < held.after), None)
    if held is None or held.after + 1 >= len(frame.doc):
        return False
    start, end = held.mark.start - frame.sentence.start, held.mark.end - frame.sentence.start
    inside = re.findall(r"[\w-]+", frame.sentence.text[start:end])
    if not inside or inside[0].lower() not in ("le", "la", "les", "l", "un", "une", "des", "ces", "cette", "ce"):
        return False
    following = [token.text.lower() for token in frame.doc[held.after : held.after + 2]]
    verb = following[1] if following[0] in ("ne", "n'", "se", "s'") else following[0]
    own = finite(verb)
    return own is not None and own.tense in ("pres", "impf", "fut") and not is_noun(verb)


def _has_verb(frame: Frame, first: int, after: int) -> bool:
    sentence = frame.sentence
    return any("VerbForm=Fin" in str(t.morph) or sentence.masks(t) for t in frame.doc[first:after])


def _nothing_after(frame: Frame, at: int) -> bool:
    """Does the sentence end here, but for a short apposition?"""
    rest = frame.doc[at:].text if at < len(frame.doc) else ""
    return len(rest.split()) <= 8 and not re.search(r"[«:;(]|, (?:et|qui|mais|il|elle|ce)\b", rest)


def _whole(frame: Frame, after: int) -> bool:
    """No second claim stands before: « X affirme que …, selon Y » is somebody's of somebody."""
    text = frame.doc[:after].text
    return not re.search(r"\b(?:que|qu')\b|;|:", text) and not frame.held


# ------------------------------------------------------------------------------------------------ « …, dit la mairie. »
def _inserted(frame: Frame) -> Iterator[Claim]:
    """Trois cents postes seront créés, a annoncé la mairie: the sentence before its inserted clause of saying."""
    doc = frame.doc
    if frame.held or len(doc) < FEWEST + 3:
        return
    cue = later_source(frame, 0)
    if cue is None or cue.hearsay or cue.at < FEWEST or doc[cue.at - 1].text != ",":
        return
    if speech_form(doc[cue.at].text) is None and not any(speech_form(t.text) for t in doc[cue.at : cue.at + 4]):
        return
    root = next((t for t in doc[: cue.at - 1] if t.dep_ == "ROOT"), None)
    main = root is not None and ("VerbForm=Fin" in str(root.morph) or any(c.pos_ == "AUX" for c in root.children))
    if main and _opens_clause(frame, 0) and _whole(frame, cue.at - 1) and _has_verb(frame, 0, cue.at - 1):
        yield Claim(0, cue.at - 1, replace(cue, rule="inserted"), "inserted")


# ------------------------------------------------------------ « … est « hors de prix », dit la mairie. »
def _around_words(frame: Frame) -> Iterator[Claim]:
    """Le tronçon se trouve « dans un virage sans visibilité », a déclaré la ministre: her words are but the end of a
    sentence that is hers as well."""
    doc = frame.doc
    if not frame.held or frame.within(0) is not None:
        return
    held = frame.held[-1]
    cue, end = after(frame, held), held.after
    if cue is None or not cue.rule.startswith("incise"):
        cue = later(frame, held)  # « … « en péril » depuis deux ans, a-t-elle ajouté »
        end = cue.at - 1 if cue is not None else end
        if cue is None or end <= held.after or doc[end].text != "," or "incise" not in cue.rule:
            return
    if cue.hearsay or cue.at < held.after:
        return
    behind = doc[cue.phrase.after :] if cue.phrase is not None else doc[:0]
    if any("VerbForm=Fin" in str(t.morph) or "VerbForm=Inf" in str(t.morph) for t in behind):
        return  # « La clôture, « un mur », selon Luc Roy, vise à protéger »: the sentence goes on
    before = doc[held.first - 1].text.lower()
    first = _past_link(frame)
    if before in (":", ",", ".") or first is None or not _opens_clause(frame, first):
        return
    own = [t for t in doc[first:end] if frame.within(t.i) is None]
    verb = any("VerbForm=Fin" in str(t.morph) for t in own) or _opens_on_verb(frame, held)
    text = doc[:end].text
    if verb and not re.search(r"\b(?:que|qu')\b|[;:]", text) and not any(_says(t, doc) for t in own):
        yield Claim(first, end, replace(cue, rule="inserted"), "around")


def _opens_on_verb(frame: Frame, held: Held) -> bool:
    """La présence de cargos « menace nos intérêts », selon Luc Roy: the verb stands between the marks."""
    start = held.mark.start - frame.sentence.start
    words = re.findall(r"[\w-]+", frame.sentence.text[start : start + 60])
    words = words[1:] if words and words[0].lower() in ("ne", "n", "se", "s") else words
    noun = frame.doc[held.first - 1].pos_ in ("NOUN", "PROPN", "ADJ")
    return noun and bool(words) and finite(words[0]) is not None and words[0].islower()


def _says(token: Token, doc: Doc) -> bool:
    """Is it a verb of saying of its own, and not « se trouve »?"""
    known = speech_form(token.text, "finite")
    return known is not None and not (token.i and doc[token.i - 1].text.lower() in ("se", "s'"))


def _past_link(frame: Frame) -> int | None:
    """Where the sentence begins behind « De plus, », « En effet, »; None where nothing follows."""
    link = _LINKED.match(frame.doc.text)
    first = frame.token_at(link.end()) if link is not None else 0
    return first if first < len(frame.doc) else None


_LINKED = re.compile(
    r"(?:De plus|En effet|Par ailleurs|En outre|Toutefois|Cependant|Néanmoins|Enfin|Par conséquent|Pourtant), ?"
)


# ------------------------------------------------------------------------------------------------ the fact
def _fact(reading: Reading, frame: Frame, claim: Claim, voice: Voice) -> Quotation | None:
    sentence, article = frame.sentence, reading.article
    start = sentence.at(frame.doc[claim.first])
    end = sentence.end_of(frame.doc[claim.after - 1])
    if article.text[start:end].count("«") > article.text[start:end].count("»"):
        closing = article.text.find("»", end, end + 4)
        end = closing + 1 if closing >= 0 else end
    words = article.text[start:end]
    within = frame.within(claim.first)
    if within is not None and claim.rule == "that":
        start = within.mark.outer_start
        words = article.text[start:end]
    elif within is not None:
        return None
    if not FEWEST <= len(words.split()) <= MOST or "\n" in words:
        return None
    first, last = sentence.start, sentence.end
    place = voice.place
    if place and not first <= place[0] < last:
        first, last = min(first, place[0]), max(last, place[1])
    cue = claim.cue
    return Quotation(
        evidence=article.span(first, last),
        answer=article.span(*(place or (start, end))),
        rule=f"claim-{claim.rule}",
        confidence=round(max(0.0, min(1.0, voice.confidence)), 3),
        words=words,
        quote_type="indirect",
        place=article.span(start, end),
        speaker=voice.name,
        speaker_as_written=voice.written or None,
        role=voice.role or None,
        cue=cue.word.strip() or None,
        step=voice.step,
        gender=voice.gender,
        speaker_kind=voice.kind,
        aliases=voice.entity.aliases if voice.entity else (),
        features={"words": float(len(words.split())), "named": float(voice.entity is not None)},
    )
