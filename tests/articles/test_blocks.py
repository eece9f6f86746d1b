"""What each paragraph of a text is taken for, and the title and date it gives away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text


def _kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def _texts(text: str, kind: str) -> list[str]:
    return [words for found, words in _kinds(article_of_text(text)) if found == kind]


_BODY = (
    "Le tramway de Clairval circule de nouveau depuis lundi matin. Il transporte 12 000 voyageurs par jour.\n\n"
    "« Nous sommes soulagés », a déclaré la maire, Hélène Vasseur. Les travaux ont duré quatorze mois.\n"
)


def test_a_title_line_and_a_date_line_before_the_body() -> None:
    article = article_of_text("Clairval : le tramway circule de nouveau\n\n17 novembre 2018 . –\n" + _BODY)
    assert (article.title, article.date) == ("Clairval : le tramway circule de nouveau", "2018-11-17")
    assert [kind for kind, _ in _kinds(article)] == ["title", "byline", "prose", "prose"]


def test_a_text_that_starts_with_prose_has_no_title() -> None:
    article = article_of_text(_BODY + "\nUn réseau plus long\n\nLe réseau compte 31 kilomètres de voies.\n")
    assert article.title is None
    assert ("heading", "Un réseau plus long") in _kinds(article)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publié le 7 juin 2024 à 10h12", "2024-06-07"),
        ("Publié le 7 juin 2024 à 10h12, mis à jour le 9 juin 2024 à 8h", "2024-06-07"),
        ("Mis à jour le 9 juin 2024 | Publié le 7 juin 2024", "2024-06-07"),
        ("Par Jeanne Martin, le 1er mars 2023", "2023-03-01"),
        ("Lyon, le 3 mars 2024", "2024-03-03"),
        ("mardi 5 août 2017, 16 h 20 UTC . –", "2017-08-05"),
        ("07/06/2024", "2024-06-07"),
        ("2024-06-07", "2024-06-07"),
        ("2024-06-07T10:12:00+02:00", "2024-06-07"),
        ("Juin 2024", "2024-06"),
        ("date 2024-03", "2024-03"),
        ("Date : 7 juin 2024", "2024-06-07"),
        ("Clairval, correspondance, le 3 octobre 2023", "2023-10-03"),
        ("Clairval, 20 décembre 2024 (AFP)", "2024-12-20"),
        ("Clairval (Jura), envoyée spéciale – Publié le vendredi 22 novembre 2024 à 20h15", "2024-11-22"),
        ("cinfos avec AFP – Publié le 09/10/2024 13:37", "2024-10-09"),
        ("Par notre correspondant à Clairval – 3 octobre 2018 à 17h41", "2018-10-03"),
        ("Clairval (AFP) - le 26/11/2023 à 06h55 GMT", "2023-11-26"),
        ("Clairval, jeudi 12 mai 2022 | 16:05 (heure locale)", "2022-05-12"),
        ("Le Matin avec AFP, 7 décembre 2021", "2021-12-07"),
        ("Clairval, le 2 mai 2023, 12h34. Par Le Matin avec AFP", "2023-05-02"),
        ("Le Matin – Culture – 14/04/2022, 14:03", "2022-04-14"),
        ("Service politique, 3 mai 2021", "2021-05-03"),
        ("Propos recueillis par Odile Roux, le 3 mai 2021", "2021-05-03"),
        ("© Le Matin, 3 mai 2021", "2021-05-03"),
        ("Bulletin municipal de Clairval – n° 42 – mars 2021", "2021-03"),
        ("Par Odile Roux, pour Le Matin, publié le 3 mai 2021 à 10h02", "2021-05-03"),
        ("Clairval — 3 mai 2021 — La Presse du Jura", "2021-05-03"),
        ("De notre correspondant à Clairval, Luc Roy – 12/10/2025", "2025-10-12"),
    ],
)
def test_a_date_line_near_the_top_dates_the_article(line: str, date: str) -> None:
    article = article_of_text(f"Le tramway circule de nouveau\n\n{line}\n\n{_BODY}")
    assert article.date == date
    assert ("byline", line) in _kinds(article)


@pytest.mark.parametrize(
    "line",
    [
        "Le 7 juin 2024, le tramway de Clairval a de nouveau circulé.",
        "Depuis le 7 juin 2024, plus rien ne circule.",
        "Le 31/02/2024 n'existe pas.",
        "Il est né le 3 mars 1984 à Lyon",
        "Une étude publiée le 3 mars 2024",
        "Tramway : une étude publiée le 3 mars 2024 par la ville",
        "la suite du dossier – 3 mars 2024",
        "Le journal du 3 mars 2024 n'a pas paru",
        "Le monde a changé le 3 mars 2024 à Clairval",
    ],
)
def test_a_date_inside_a_sentence_does_not(line: str) -> None:
    assert article_of_text(f"Le tramway circule de nouveau\n\n{line}\n\n{_BODY}").date is None


def test_a_dateline_and_a_label_are_cut_off_the_sentence_after_them() -> None:
    article = article_of_text(
        "CLAIRVAL, 3 mars 2024 (AFP) - Le tramway circule de nouveau depuis lundi, a dit la ville.\n"
    )
    assert article.date == "2024-03-03"
    assert _kinds(article)[1] == ("prose", "Le tramway circule de nouveau depuis lundi, a dit la ville.")
    article = article_of_text(" date 2024-03 Le tramway circule de nouveau depuis lundi, a dit la ville.\n")
    assert (article.date, _kinds(article)[1][1][:10]) == ("2024-03", "Le tramway")


def test_a_source_line_at_the_end_dates_the_article() -> None:
    article = article_of_text(_BODY + "\nSource : Gazette de Clairval, 3 mars 2024\n")
    assert (article.date, _kinds(article)[-1][0]) == ("2024-03-03", "furniture")


def test_a_quotation_on_its_own_line_inside_a_sentence_stays_in_it() -> None:
    text = (
        "Le robot avance en imitant\n« le pas d'un chat »\n, selon le laboratoire. Il pèse 40 kilos.\n"
        "Le film a été salué comme\n« l'un des plus étonnants de l'année »\n(dixit la Gazette). Il a coûté peu.\n"
        "Ce moteur pourrait bien\n« changer la route »\nen réduisant la dépense. On verra.\n"
    )
    blocks = _texts(text, "prose")
    assert len(blocks) == 3
    assert blocks[0].startswith("Le robot avance en imitant\n«")
    assert blocks[1].endswith("Il a coûté peu.")
    assert blocks[2].endswith("On verra.")


def test_a_heading_before_a_quotation_is_not_glued_to_it() -> None:
    text = (
        _BODY + "\nTous les habitants ne sont pas du même avis\n« Le tramway fait trop de bruit. Nous ne dormons plus. "
        "Il faudrait le ralentir », indique Paul Roche, membre du collectif.\nLa ville étudie la question.\n"
    )
    assert _texts(text, "heading") == ["Tous les habitants ne sont pas du même avis"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Le tramway de Clairval circule de nouveau depuis lundi matin, après\n"
        "quatorze mois de travaux qui ont coûté 3,4 millions d'euros à la ville\n"
        "et à la région. Il transporte 12 000 voyageurs par jour, dont beaucoup\n"
        "d'étudiants.\n"
        "La maire, Hélène Vasseur, s'est dite soulagée. Elle a promis que les\n"
        "travaux de la seconde ligne commenceraient avant la fin de l'année et\n"
        "ne dureraient pas plus de deux ans.\n"
    )
    blocks = _texts(text, "prose")
    assert len(blocks) == 2
    assert blocks[0].startswith("Le tramway")
    assert blocks[1].startswith("La maire")


def test_one_paragraph_a_line_stays_so() -> None:
    lines = [
        "Le tramway circule de nouveau depuis lundi.",
        "Il transporte 12 000 voyageurs par jour.",
        "La maire s'est dite soulagée.",
        "Les travaux ont duré quatorze mois et ont coûté 3,4 millions d'euros à la ville et à la région.",
    ]
    assert _texts("\n".join(lines), "prose") == lines


@pytest.mark.parametrize(
    "line",
    [
        "Sommaire",
        "Voir aussi :",
        "À lire aussi : Le métro de Clairval ouvrira en 2030",
        "Sources : Gazette de Clairval, ville de Clairval",
        "Partager cet article :",
        "Facebook",
        "Photo : Paul Roche / AFP",
        "Le tramway à quai. © Paul Roche",
        "Tags : tramway, Clairval, transports",
        "Abonnez-vous à notre lettre pour ne rien manquer.",
        "Nous utilisons des cookies pour mesurer l'audience.",
        "Article réservé aux abonnés",
        "NDA : ce billet est publié sous licence Creative Commons.",
        "© 2024 Gazette de Clairval. Tous droits réservés.",
        "Temps de lecture : 4 minutes",
        "12 commentaires",
        "https://exemple.fr/tramway",
        "* * *",
        "*",
        "[Tweet] <blockquote><p>Hello</p></blockquote> [/Tweet]",
        '<iframe src="https://exemple.fr/video"></iframe>',
        "Page actualisée : 4 mars 2018 — « Clairval : le tramway déraille »",
    ],
)
def test_what_a_page_puts_around_an_article_is_furniture(line: str) -> None:
    text = "Le tramway circule de nouveau\n\n" + _BODY + f"\n{line}\n"
    assert _texts(text, "furniture") == [line]
    assert len(_texts(text, "prose")) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Rechercher une panne prend deux heures à l'atelier.",
        "Source de conflits depuis dix ans, la ligne compte 14 stations.",
        "La publicité rapporte 2 millions d'euros par an au réseau.",
        "Les notes des élèves ont baissé de 2 points en cinq ans.",
        "Imaginez un tramway sans rail : la ville y pense depuis 2019.",
        "Pour 5 < x < 9, le calcul est le même, dit l'ingénieur.",
        "Selon l'Insee, 14 % des trajets se font en tramway (voir https://exemple.fr).",
    ],
)
def test_sentences_that_resemble_furniture_stay_prose(line: str) -> None:
    assert line in _texts("Le tramway circule de nouveau\n\n" + _BODY + f"\n{line}\n\n" + _BODY, "prose")


def test_questions_to_the_readers_and_links_end_the_article() -> None:
    text = (
        _BODY + "Et vous ?\nPrenez-vous le tramway ? Pourquoi ?\nQue changeriez-vous ?\nVoir aussi :\n"
        "Le métro ouvrira en 2030 malgré le retard du chantier\nUne troisième ligne est à l'étude"
    )
    assert len(_texts(text, "prose")) == 2
    assert len(_texts(text, "furniture")) == 6


def test_a_link_in_the_middle_does_not_swallow_the_article() -> None:
    text = (
        _BODY
        + "\nLire aussi :\n\nLe métro ouvrira en 2030\n\nLa ville comptera alors 45 stations. Elle en a 31.\n\n"
        + _BODY
    )
    assert "La ville comptera alors 45 stations. Elle en a 31." in _texts(text, "prose")


def test_a_comment_form_ends_the_article() -> None:
    text = (
        _BODY + "\nLaisser un commentaire\n\nVotre adresse de messagerie ne sera pas publiée.\n\n"
        "Paul a dit le 3 mai 2021 : ce tramway coûte 9 millions d'euros !\n"
    )
    assert len(_texts(text, "prose")) == 2


def test_lists_tables_and_signatures() -> None:
    text = (
        "Le palmarès de la course\n\n"
        + _BODY
        + "\nLes vainqueurs :\n- Anne Lebrun, 2 h 12 min\n- Paul Roche, 2 h 14 min\n\n"
        "Roche (5/8)\nMartin (3/4)\nDurand (2/2)\nPetit (0/1)\n\n"
        "« Je n'oublierai jamais cette course. »\n— Anne Lebrun, gagnante\n\n" + _BODY
    )
    assert _texts(text, "list") == [
        "- Anne Lebrun, 2 h 12 min", "- Paul Roche, 2 h 14 min",
        "Roche (5/8)", "Martin (3/4)", "Durand (2/2)", "Petit (0/1)",
    ]  # fmt: skip
    assert _texts(text, "blockquote") == ["— Anne Lebrun, gagnante"]
    assert "Les vainqueurs :" in _texts(text, "prose")


def test_bylines_near_the_top() -> None:
    text = (
        "Le tramway circule de nouveau\n\nPar Jeanne Martin\nJeanne Martin\nPropos recueillis par Paul Roche\n\n"
        + _BODY
    )
    assert len(_texts(text, "byline")) == 3


def test_a_date_that_belongs_to_a_source_is_not_the_article_s() -> None:
    text = _BODY + "\nSources : Gazette de Clairval, message de la maire du 3 mars 2024, communiqué de la régie.\n"
    assert article_of_text(text).date is None


def test_above_the_title_stand_a_path_and_a_section_s_name() -> None:
    text = "Accueil » Actualités » Transports\nSociété\nLe tramway circule de nouveau\n\n" + _BODY
    assert article_of_text(text).title == "Le tramway circule de nouveau"


def test_headings_underlined_or_in_quotation_marks() -> None:
    text = (
        "LE TRAMWAY CIRCULE DE NOUVEAU\n=============================\n\n" + _BODY + "\n1. Quatorze mois de travaux\n"
        "--------------------------\n\n" + _BODY + "\n« Une ville apaisée »\n\n" + _BODY
    )
    article = article_of_text(text)
    assert article.title == "LE TRAMWAY CIRCULE DE NOUVEAU"
    assert [words for kind, words in _kinds(article) if kind == "heading"] == [
        "1. Quatorze mois de travaux",
        "« Une ville apaisée »",
    ]


def test_a_dialogue_is_prose_and_a_line_of_dashes_is_a_list() -> None:
    text = (
        "Entretien avec la maire\n\nCombien cela a-t-il coûté ?\n— Onze millions d'euros.\n— C'est beaucoup !\n\n"
        + _BODY
    )
    assert "— Onze millions d'euros." in _texts(text, "prose")
    text = _BODY + "\nTrois lignes :\n– la verte, 12 kilomètres ;\n– la bleue, 9 kilomètres ;\n– la rouge.\n"
    assert len(_texts(text, "list")) == 3


def test_footnotes_and_the_author_s_name_end_the_article() -> None:
    text = _BODY + "\nPaul Roche\n\n[1] Rapport de la région, p. 12.\n[2] Communiqué de la régie, 3 mars 2021.\n"
    assert _texts(text, "byline") == ["Paul Roche"]
    assert len(_texts(text, "furniture")) == 2


def test_an_intro_before_a_quotation_is_prose() -> None:
    text = "Le tramway circule de nouveau\n\nElle a ajouté :\n« Nous finirons la seconde ligne en 2026. »\n"
    assert _texts(text, "prose") == ["Elle a ajouté :", "« Nous finirons la seconde ligne en 2026. »"]


_LINES = st.sampled_from(
    ["", " ", "Le tram roule.", "Titre court", "« oui »", ", dit-il.", "- point", "Voir aussi :", "3 mai 2021 . –",
     "# Titre", "*", "[Tweet] x [/Tweet]", "<b>gras</b>", "Et vous ?", "Pourquoi ?", "Laisser un commentaire",
     "mot " * 40, "\u202e", "1 000"]
)  # fmt: skip


@given(st.lists(_LINES, max_size=30).map("\n".join) | st.text(max_size=200))
def test_blocks_are_in_order_and_cover_all_that_is_not_blank(text: str) -> None:
    article = article_of_text(text)
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end
        assert not article.text[at : block.start].strip()
        at = block.end
    assert not article.text[at:].strip()
