"""Whether some quoted words are worth asking about: do they tell anything, and do they hang on what is not shown?

Judges the words under their topic line and against the words of their article. Knows no speaker and no question.
"""

from __future__ import annotations

import re

from quiz.authoring.lists import words
from quiz.facts.lexicon import bag, is_first_name
from quiz.facts.verbs import finite, is_noun
from quiz.facts.within import begins_in
from quiz.typography import fold

_POINTING = re.compile(r"\b(?:ce|cet|cette|ces) (?!qu|dont|n['’]|s['’]|soi|ser|sont|fut|est\b|a\b|à\b)([\w-]+)")
_PLAIN = bag(
    "pays monde ville genre type sorte façon manière point niveau moment stade titre sens domaine gens hommes femmes "
    "personnes nation peuple république continent planète temps chose choses côté sujet état"
)
"""Nouns that a demonstrative may stand before anywhere: « ce pays », « ce genre de »."""
_CALLS = (
    (
        r"\b(?:mort|morts|tue|tuee|tues|tuees|attentat|attentats|attaque|fusillade|explosion|incendie|accident|crash"
        r"|seisme|tempete|ouragan|cyclone|inondation|inondations|crime|tuerie|massacre|meurtre|assassinat|victime"
        r"|victimes|blesse|blesses|s'ecrase|deces|disparition|naufrage|effondrement|prise d'otages?)\b",
        "acte actes drame tragédie attaque attaques attentat attentats événement événements évènement crime horreur "
        "catastrophe accident épreuve explosion incendie séisme tempête disparition violence violences",
    ),
    (
        r"\b(?:vote|votee|votent|onu|loi|parlement|assemblee|senat|resolution|projet|reforme|decret|texte|accord|traite)\b",
        "résolution loi texte décision décret accord réforme projet vote mesure traité",
    ),
    (
        r"\b(?:annonce|annoncent|decide|decident|interdi\w*|autoris\w+|supprim\w+|legalis\w+|ferme|fermer|fermeture"
        r"|impos\w+|lance|lancer|propos\w+|suspen\w+|bloqu\w+|relev\w+|suppression|interdiction|levee)\b",
        "annonce décision mesure initiative",
    ),
    (
        r"\b(?:decouverte|decouvertes|decouvre|decouvert|fouilles|tombe|tablettes|fossile)\b",
        "site découverte objet lieu",
    ),
    (
        r"\b(?:victoire|remporte|finale|coupe|match|champion|championne|championnat|titre|medaille|tournoi|jeux|bat"
        r"|battu|battue|elimine|qualifie|tour|grand prix|ligue|olympique|record|etape|etapes?)\b",
        "match victoire défaite équipe titre course compétition rencontre finale tournoi médaille saison record",
    ),
    (
        r"\b(?:election|elections|presidentielle|legislatives|primaire|referendum|scrutin|vote|elu|elue|candidat"
        r"|candidate|municipales|senatoriales)\b",
        "élection élections campagne scrutin vote victoire défaite référendum résultat primaire",
    ),
)
"""What a topic line tells the reader of, and the nouns that then say no more than « this »."""
_OPENS = re.compile(
    r"(?:Il|Elle|Ils|Elles|Celui-ci|Celle-ci|Ceux-ci|Celles-ci|Celui-là|Celle-là|Cela|Lui|Eux)\b", re.IGNORECASE
)
_LINKED = re.compile(r"(?:Et|Mais|Donc|Or|Car|Alors|Ainsi|Aussi|Pourtant|En effet|Du coup)\b")
_LATER = re.compile(r"(?:Depuis|Ensuite|Puis|Là|Là-bas|Après(?: ça| cela)?|Du coup|Par contre|En revanche|Sinon), ")
"""« Depuis, je suis convaincue que … »: since what, nobody is told."""
_IT_IS = re.compile(r"(?:Ce sont|Ce n['’]|C['’](?:est|était|étaient|en))")
_BEHIND_TIME = re.compile(
    r"(?:À|A|Au|Dans|En|Depuis|Pendant|Après|Avant|Aujourd['’]hui|Hier|Maintenant|Ce (?:soir|matin)|Cette fois)\b"
    r"[a-zà-ÿ '’]{0,40}, (?P<who>[Ii]ls?|[Ee]lles?)\b"
)
"""« À aucun moment, il ne s'est trouvé là »: a time of no name before the pronoun."""
_LONG = 16
"""Words from which a pronoun at the start may be forgiven."""
_SHORT = 14
"""Words below which a link to what was said before leaves too little."""
_IMPERSONAL = re.compile(
    r"Il (?:n['’]|ne |s['’]|y |en |nous |me |m['’])*(?:(?:(?<=y )|(?<=y en ))(?:a|avait|aura|aurait)\b"
    r"|faut|faudra|fallait|faudrait"
    r"|agit|agissait|agira|existe|reste|semble|suffit|suffirait|convient|manque|a manqué|a fallu"
    r"|est arrivé|importe|appartient|incombe|vaut|arrive"
    r"|(?:est|était|sera|serait) (?:\w+ )?(?:possible|probable|prévu|question|interdit|nécessaire|difficile|impossible"
    r"|temps|vrai|obligatoire|important|clair|évident|essentiel|urgent|crucial|normal|inacceptable|indispensable|trop|grand"
    r"|hors|l['’]heure|encore|regrettable|facile|rare|certain|primordial|fondamental|inadmissible|scandaleux|dommage|tôt))",
    re.IGNORECASE,
)


_WORD = re.compile(r"[^\W_][\w'’-]*")
_GOES_ON = re.compile(r"[\w,;:]")


def telling_words(shown: str, above: str) -> int:
    """How many of the words say something of their own: names, figures, words of the topic, and rarer nouns and verbs.

    « Nous travaillons à établir tous les détails » has none that another could not have said of anything else.
    """
    topic = {word[:5] for word in re.findall(r"\w{4,}", fold(above)) if word not in words("empty")}
    count = 0
    empty, common = words("empty"), words("common")
    for match in _WORD.finditer(shown):
        word = match.group().replace("’", "'").rpartition("'")[2]
        flat = fold(word)
        if len(flat) < 4 and not word[:1].isdigit() and not word.isupper():
            continue
        elided = word != match.group()
        opens = not elided and not _GOES_ON.search(shown, max(0, match.start() - 3), match.start())
        if word[:1].isdigit() or (word[:1].isupper() and not opens):
            count += 1
        elif flat in empty or flat in common:
            continue
        elif len(flat) >= 7 or flat[:5] in topic:
            count += 1
    return count


_DISAGREES = re.compile(
    r"\b(?:elle|il) (?:vont|sont|ont|étaient|avaient)\b|\b(?:elles|ils) (?:va|est|a|était|avait)\b|\bont a eu\b"
    r"|\bqu['’]il (?:veulent|peuvent|doivent|font|disent|savent)\b",
    re.IGNORECASE,
)


def slips(shown: str) -> bool:
    """« Elle vont se détériorer », « parce qu'il veulent »: words whose verb disagrees, as the article printed them."""
    return _DISAGREES.search(shown) is not None


_FEW = 8
"""Words that may be anybody's, where they name nobody and count nothing."""


_COUNTED = re.compile(
    r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante"
    r"|cents?|mille|millions?|milliards?)\b"
)


def says_nothing(shown: str) -> bool:
    """« Nous travaillons à établir tous les détails »: seven words or fewer, with no name and no figure among them."""
    said = re.findall(r"[\w'’-]+", shown.replace("[…]", " "))
    named = any(re.split(r"['’]", word)[-1][:1].isupper() for word in said[1:])
    return len(said) < _FEW and not named and _COUNTED.search(shown) is None


def called_above(noun: str, above: str) -> bool:
    """« la fusillade » under « Dix morts à Brest »: does the topic line tell of what the noun stands for?"""
    topic = fold(above)
    return any(re.search(event, topic) and noun in nouns.split() for event, nouns in _CALLS)


def unresolved_pointer(shown: str, above: str) -> str | None:
    """« cette réunion », « ce film » in quoted words, where neither they nor the topic line say which; else None."""
    topic = fold(above)
    for match in _POINTING.finditer(shown.lower()):
        noun = match.group(1)
        flat = fold(noun)
        if noun in words("time_nouns") or noun in _PLAIN:
            continue
        stem = flat[: max(4, min(6, len(flat) - 2))]
        if begins_in(stem, fold(shown[: match.start()])) or begins_in(stem, topic):
            continue
        if called_above(noun, above):
            continue
        return match.group()
    return None


def somebody_s_first_name(shown: str, above: str) -> bool:
    """« Zoé a été recrutée en mars »: somebody whom only their own people call so, and the topic line does not name."""
    found = re.match(r"(?:\[…\] )?(?P<name>[A-ZÀ-Ý][a-zà-ÿ]{2,})(?= (?:[a-zà-ÿ]|n['’]|s['’]))", shown.lstrip("«“ "))
    if found is None or fold(found["name"]) in fold(above):
        return False
    name = found["name"]
    return is_first_name(name) and not is_noun(name.lower()) and finite(name.lower()) is None


def opens_in_the_air(shown: str) -> str | None:
    """« Elles ont bien été prises en compte… »: words that begin with a pronoun for something said before; else None.

    « Il faut agir », « Il n'y a pas de doute » begin with nobody's pronoun. A few words after « Et » or « Mais », and
    « C'était trop » after a cut, hang on what is gone as well.
    """
    bare = re.sub(r"[\[\]]", "", shown.removeprefix("[…]")).lstrip(' («“"')
    found = _OPENS.match(bare)
    one = found is not None and found.group().lower() in ("il", "elle", "cela", "lui")
    long = len(re.findall(r"\w+", bare)) >= _LONG
    if found and not _IMPERSONAL.match(bare) and not (one and long):
        return found.group()  # one person or thing is guessed at from the topic line where much else is said
    behind = _BEHIND_TIME.match(bare)
    if behind is not None and not _IMPERSONAL.match(bare[behind.start("who") :]):
        return behind["who"]
    later = _LATER.match(bare)
    if later is not None:
        return later.group().rstrip(", ")
    linked = _LINKED.match(bare)
    if linked and bare.startswith("Et aussi"):
        return "Et aussi"
    if linked and len(re.findall(r"\w+", bare)) < _SHORT:
        return linked.group()
    pointing = _IT_IS.match(bare) if shown.startswith("[…]") else None
    return pointing.group() if pointing else None
