from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.claim_questions import asking_verb, candidates
from quiz.authoring.gates.context import stands_alone
from quiz.authoring.scene import Scene
from quiz.facts.extract import extract
from quiz.facts.fact import Quotation


def asked(text: str, form: str = "text") -> list[tuple[Candidate, Scene]]:
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    facts = [fact for fact in extract(article) if isinstance(fact, Quotation)]
    return [(c, Scene(article)) for fact in facts for c in candidates(fact, article) if c.form == form]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Awa Diop a annoncé que le pont de Lorient fermera en mars pour travaux.",
            "Qui a annoncé que le pont de Lorient fermera en mars pour travaux ?",
            "Awa Diop",
        ),
        (
            "Awa Diop estime qu'un pont suspendu coûterait moins cher aux habitants.",
            "Qui estime qu'un pont suspendu coûterait moins cher aux habitants ?",
            "Awa Diop",
        ),
        (
            "Les experts se taisent. Awa Diop ajoute que le pont de Lorient résistera aux tempêtes.",
            "Qui a déclaré que le pont de Lorient résistera aux tempêtes ?",
            "Awa Diop",
        ),
        (
            "Selon le maire de Vannes, Luc Petit, il s'agit d'une attaque « lâche et préparée de longue main ».",
            "Qui a parlé d'une attaque « lâche et préparée de longue main » ?",
            "Luc Petit",
        ),
        (
            "Awa Diop a déclaré qu'il s'agit d'un des pires orages enregistrés à Lorient depuis 1950.",
            "Qui a parlé d'un des pires orages enregistrés à Lorient depuis 1950 ?",
            "Awa Diop",
        ),
        (
            "Awa Diop a annoncé que « la fermeture du port de Lorient » coûtera dix mille euros aux habitants.",
            "Qui a annoncé que « la fermeture du port de Lorient » coûtera dix mille euros aux habitants ?",
            "Awa Diop",
        ),
        (
            "Luc Petit a affirmé qu'il ne serait pas un candidat de secours si Marc Roy renonçait à Lorient.",
            "Qui a affirmé qu'il ne serait pas un candidat de secours si Marc Roy renonçait à Lorient ?",
            "Luc Petit",
        ),
        (
            "Awa Diop prévoit que le trafic du port de Lorient repartira à la hausse avant l'été.",
            "Qui prévoit que le trafic du port de Lorient repartira à la hausse avant l'été ?",
            "Awa Diop",
        ),
        (
            "Pour Awa Diop, la directrice de cabinet du préfet, le collectif de Lorient a perdu toute crédibilité.",
            "Qui affirme que le collectif de Lorient a perdu toute crédibilité ?",
            "Awa Diop",
        ),
        (
            "Awa Diop a affirmé qu'il était trop tôt pour déterminer les causes du naufrage de Lorient.",
            "Qui a affirmé qu'il était trop tôt pour déterminer les causes du naufrage de Lorient ?",
            "Awa Diop",
        ),
        (
            "Selon la mairie de Valence, douze tableaux de Cézanne doivent être vendus avant la nuit.",
            "Qui affirme que douze tableaux de Cézanne doivent être vendus avant la nuit ?",
            "la mairie de Valence",
        ),
        (
            "Awa Diop redoute que le port de Lorient soit fermé avant la fin des travaux.",
            "Qui redoute que le port de Lorient soit fermé avant la fin des travaux ?",
            "Awa Diop",
        ),
        (
            "Le gouvernement espagnol a annoncé qu'il est, jusqu'à nouvel ordre, interdit aux cargos de quitter Cadix.",
            "Qui a annoncé qu'il est, jusqu'à nouvel ordre, interdit aux cargos de quitter Cadix ?",
            "le gouvernement espagnol",
        ),
        (
            "La ministre Awa Diop a annoncé que son pays quitterait la Confédération des pêcheurs en mars.",
            "Qui a annoncé que son pays quitterait la Confédération des pêcheurs en mars ?",
            "Awa Diop",
        ),
        (
            "Pour la ministre Awa Diop, cependant, le quai de Lorient et le maire de la Roche « sont hors de cause ».",
            "Qui affirme que le quai de Lorient et le maire de la Roche « sont hors de cause » ?",
            "Awa Diop",
        ),
        (
            "Awa Diop affirme qu'à ce jour il n'y aura « pas de liste aux européennes » à Lorient.",
            "Qui a affirmé qu'à ce jour il n'y aura « pas de liste aux européennes » à Lorient ?",
            "Awa Diop",
        ),
        (
            "Le tunnel de Lorient se trouve « dans un virage sans aucune visibilité », a déclaré Awa Diop.",
            "Qui a déclaré que le tunnel de Lorient se trouve « dans un virage sans aucune visibilité » ?",
            "Awa Diop",
        ),
        (
            "La présence de cargos « menace la pêche et les plages de Lorient », selon Awa Diop.",
            "Qui affirme que la présence de cargos « menace la pêche et les plages de Lorient » ?",
            "Awa Diop",
        ),
        (
            "Awa Diop estime que ce sont des plaisanciers qui ont abîmé les quais de Lorient.",
            "Qui estime que ce sont des plaisanciers qui ont abîmé les quais de Lorient ?",
            "Awa Diop",
        ),
        (
            "Awa Diop a affirmé que cette journée au conseil coûtera dix mille euros à la ville de Lorient.",
            "Qui a affirmé que la journée au conseil coûtera dix mille euros à la ville de Lorient ?",
            "Awa Diop",
        ),
        (
            "Luc Petit a promis qu'il quitterait la mairie de Lorient avant les élections.",
            "Qui a promis qu'il quitterait la mairie de Lorient avant les élections ?",
            "Luc Petit",
        ),
    ],
)
def test_who_reported_a_thing_is_asked_with_the_article_s_own_clause(text: str, question: str, answer: str) -> None:
    ((one, scene),) = asked(text)
    assert one.question.fr.replace("\u202f", " ") == question
    assert one.answer.fr == answer
    assert one.construction == "who-claimed"
    assert stands_alone(one, scene) is None


@pytest.mark.parametrize(
    "text",
    [
        "Un témoin a affirmé que le pont de Lorient avait bougé pendant la nuit.",
        "La direction a annoncé que le pont de Lorient fermera en mars pour travaux.",
        "Awa Diop a annoncé que cela changera la vie des habitants de Lorient.",
        "Awa Diop a annoncé qu'elles quitteraient le conseil de Lorient avant mars.",
        "Awa Diop et Marc Petit débattent. Luc Roy, lui, a dit à Marc Petit qu'il quitterait le conseil de Lorient.",
        "La préfecture de la Drôme a indiqué que la préfecture fermera ses guichets de Valence lundi.",
        "Awa Diop a affirmé qu'il s'agissait d'un pêcheur de Lorient né en 1975.",
        "Selon Awa Diop, certaines compagnies on recommencé à desservir Lorient et Vannes.",
        "Awa Diop a affirmé que les violences de Lorient sont une « une catastrophe pour tous les commerces ».",
        "Awa Diop estime que Marc Petit a eu raison de parler de la « fermeture de Lorient » et « le félicite ».",
        "Awa Diop estime que la ville de Lorient s'endette « le temps du courage est venu ».",
        "Awa Diop a répondu qu'elle quitterait Lorient en mars « La ville est trop chère » a-t-elle déclaré.",
        "Awa Diop a affirmé que tout est possible et que rien n'est sûr.",
        "Awa Diop a confirmé que la « situation est calme et le pont de Lorient est ouvert ».",
        "D'après le ministère de la Culture, 695 tableaux de Cézanne ont disparu pendant la nuit.",
        "L'agence de presse Novatel rapporte que le pont de Lorient a fermé pendant la nuit.",
        "Selon la police de Lorient, douze tableaux de Cézanne ont disparu pendant la nuit.",
        "Awa Diop a affirmé que la mairie de Lorient veut des ouvriers étrangers mais à bas coût.",
        "Awa Diop a affirmé que cette rénovation du pont de Lorient coûtera trop cher aux habitants.",
        "La mairie de Valence a indiqué que douze tableaux de Cézanne ont disparu pendant la nuit.",
        "Awa Diop a affirmé que l'autorité a fait part des risques pour les pêcheurs de Lorient.",
        "Awa Diop estime que les pêcheurs en question ont leurs quais à Lorient et à Vannes.",
        "Awa Diop a confirmé que le « port de Lorient reste en place pour toujours et à jamais ».",
        "Selon Greenpeace, la loi sur le port de Lorient pourrait entrer en vigueur avant la fin de juillet.",
        "Greenpeace affirme que le port de Lorient aurait été vendu à une compagnie de Vannes.",
        "Le conseil de Lorient, par la voix de son président Luc Petit, a demandé une enquête sur les quais.",
        "Zoé Blanc, passagère du train de Lorient, a affirmé que les freins du wagon avaient lâché deux fois.",
        "Luc Petit avait promis de rouvrir le port de Lorient aux pêcheurs de la côte.",
        "Awa Diop souhaite que le gouvernement chilien prenne en charge leur entretien cet été.",
        "Awa Diop a affirmé que le mouvement vient des villages de Bretagne, c'est un mouvement des routes.",
    ],
)
def test_what_is_not_clear_or_nobody_s_is_not_asked(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("annoncé", "a annoncé"),
        ("annoncent", "a annoncé"),
        ("estime", "estime"),
        ("savoir", "a fait savoir"),
        ("ajouté", "a déclaré"),
        ("dit", "a dit"),
        ("", None),
        ("marché", None),
    ],
)
def test_the_verb_of_saying_is_put_into_the_question(cue: str, verb: str | None) -> None:
    assert asking_verb(cue) == verb


@pytest.mark.parametrize(
    "text",
    [
        "La journaliste Awa Diop a annoncé que la rivière de Lorient monte plus vite que les années passées.",
        "Selon Nova News, douze tableaux de Cézanne ont disparu pendant la nuit à Valence.",
        "Le comité Morel indique que la théorie des contrats explique le fonctionnement des marchés.",
        "Awa Diop a affirmé que la grève a fait la baisser le chiffre d'affaires des commerces.",
        "Awa Diop estime que les joueuses ne « vont aller [pas] loin » dans la compétition.",
        "Le pont de Lorient est fermé pour une longue durée d'après le quotidien nippon Asami Shimbu.",
        "Dakar a déclaré que l'intervention a été déclenchée après l'accord des deux ministères.",
        "Une équipe de chimistes dirigée par Awa Diop a révélé que les Gaulois ont pratiqué la danse du sabre.",
        "Awa Diop a annoncé que le conseil proposera dans les prochains jours un décret sur les masters.",
        "Les fonctionnaires de la caisse affirment que la hausse des loyers sera effective en juin.",
    ],
)
def test_who_passes_news_on_or_has_no_name_is_not_asked(text: str) -> None:
    assert not asked(text)


def test_what_the_title_tells_of_a_country_is_not_asked_of_its_government() -> None:
    title = "Espagne : le pays demande le remplacement de Luc Morin"
    text = "Le gouvernement espagnol a annoncé avoir demandé le remplacement de Luc Morin."
    article = article_of_text(f"{title}\n\n{text}\n")
    facts = [fact for fact in extract(article) if isinstance(fact, Quotation)]
    assert [c for fact in facts for c in candidates(fact, article)] == []
    other = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    facts = [fact for fact in extract(other) if isinstance(fact, Quotation)]
    assert [c for fact in facts for c in candidates(fact, other)] != []
