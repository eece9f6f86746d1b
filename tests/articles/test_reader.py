"""Files and folders read: encodings, endings, languages, duplicates, ids, and the reason for every refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.articles.cleaning import clean
from quiz.articles.reader import SIZE_CAP, Reading, article_of_text, read_article, read_paths
from quiz.articles.tongue import language_of
from quiz.errors import QuizError
from quiz.language import Words

_TEXT = (
    "Clairval : le tramway circule\n\n7 juin 2024 . –\n"
    "« C'est l'été à Clairval – enfin », a déclaré la maire. Le billet coûte 2 € depuis août.\n"
)


def _write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def _refusals(reading: Reading) -> dict[str, str]:
    return {Path(refusal.file).name: refusal.error.key for refusal in reading.refused}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_the_same_article_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    article = read_article(_write(tmp_path / "a.txt", _TEXT.encode(encoding)))
    assert article.text == _TEXT
    assert (article.title, article.date, article.language) == ("Clairval : le tramway circule", "2024-06-07", "fr")


def test_one_damaged_character_does_not_spoil_the_others(tmp_path: Path) -> None:
    article = read_article(_write(tmp_path / "a.txt", _TEXT.encode() + b"\xe9 et puis voil\xc3\xa0\n"))
    assert "l'été" in article.text
    assert article.text.endswith("\ufffd et puis voilà\n")


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("un\r\ndeux\rtrois", "un \ndeux\ntrois"),
        ("nul\x00 son\x07", "nul  son "),
        ("\x1b[31mrouge", "     rouge"),
        ("a\u202eb\u200bc\ufeff", "a b c "),
        ("cou\u00adpure, l’été\u00a0!", "cou\u00adpure, l’été\u00a0!"),
    ],
)
def test_cleaning_replaces_one_for_one(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text(st.characters(codec="utf-8")) | st.text("\x1b[]0;\x07m\r\n\u202e a", max_size=50))
def test_cleaning_keeps_every_offset(raw: str) -> None:
    article = article_of_text(raw)
    assert len(article.text) == len(raw)
    assert all(new in (old, " ", "\n") for old, new in zip(raw, article.text, strict=True))


def test_markdown_marks_become_spaces_where_they_stand(tmp_path: Path) -> None:
    source = (
        '---\ntitle: "Le tram roule"\ndate: 2024-06-07\n---\n# Autre titre\n\n'
        "La **ville** a payé [3,4 millions d'euros](https://exemple.fr) et *rien* d'autre.[^1]\n\n"
        "## Un sous-titre\n\n> « Enfin », dit la maire.\n\n- un billet à `2 €`\n- une carte\n\n![la rame](rame.png)\n\n"
        "```\nprint('pas de la prose')\n```\n\nLe mot snake_case reste, 5 * 3 aussi.\n\n[^1]: Une note.\n"
    )
    article = read_article(_write(tmp_path / "tram.md", source))
    assert (article.title, article.date) == ("Le tram roule", "2024-06-07")
    assert len(article.text) == len(source)
    assert article.text.index("3,4 millions") == source.index("3,4 millions")
    assert not set("`[") & set(article.text.split("```")[-1])
    blocks = [(block.kind, " ".join(article.text[block.start : block.end].split())) for block in article.blocks]
    assert ("prose", "La ville a payé 3,4 millions d'euros et rien d'autre.") in blocks
    assert ("prose", "Le mot snake_case reste, 5 * 3 aussi.") in blocks
    assert ("heading", "## Un sous-titre") in blocks
    assert ("blockquote", "> « Enfin », dit la maire.") in blocks
    assert [kind for kind, text in blocks if "billet" in text] == ["list"]
    assert [kind for kind, text in blocks if "pas de la prose" in text] == ["furniture"]


_PAGE = """<!doctype html><html lang="fr"><head><meta charset="{charset}"><title>Le tram roule – Gazette</title>
<meta property="og:title" content="Le tram roule"><meta property="article:published_time"
content="2024-06-07T10:12:00">
</head><body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/s">Sport</a></li></ul></nav><article>
<h1>Le tram roule</h1><p>Le tramway de Clairval circule depuis lundi&nbsp;: il transporte <b>12&nbsp;000</b>
voyageurs par
jour, a annoncé la régie des transports de la ville.</p><h2>Un réseau plus long</h2><p>Le réseau compte 31
kilomètres de
voies et 45 stations, d'après la mairie, qui prévoit une seconde ligne en 2026.</p><blockquote><p>Nous sommes
très fiers de
ce chantier et de celles et ceux qui l'ont mené.</p></blockquote><ul><li>Longueur : 31
kilomètres</li><li>Stations : 45</li>
</ul></article><aside><h3>À lire aussi</h3><a href="/m">Le métro ouvrira en 2030</a></aside><footer>Mentions
légales</footer>
</body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_web_page_gives_its_article(tmp_path: Path, charset: str) -> None:
    article = read_article(_write(tmp_path / "tram.html", _PAGE.format(charset=charset).encode(charset)))
    assert (article.title, article.date) == ("Le tram roule", "2024-06-07")
    kinds = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert ("heading", "Un réseau plus long") in kinds
    assert ("list", "- Stations : 45") in kinds
    assert [kind for kind, text in kinds if "fiers" in text] == ["blockquote"]
    assert [kind for kind, text in kinds if "31 kilomètres de voies" in text] == ["prose"]
    assert "lundi\u00a0: il transporte 12\u00a0000 voyageurs" in article.text
    assert "métro" not in article.text
    assert "<" not in article.text


def test_a_block_quotation_inside_a_sentence_of_a_page_stays_in_it(tmp_path: Path) -> None:
    sentence = "Le robot a marché pendant deux heures dans les rues de la ville, mardi, devant 300 personnes. "
    page = (
        f"<html><body><article><h1>Le robot</h1><p>{sentence * 2}</p><p>Il avance en imitant</p><blockquote>« le pas "
        f"d'un chat »</blockquote><p>, selon le laboratoire. {sentence}</p><p>{sentence}</p></article></body></html>"
    )
    article = read_article(_write(tmp_path / "robot.html", page))
    blocks = [article.text[block.start : block.end] for block in article.blocks if block.kind == "prose"]
    [told] = [block for block in blocks if block.startswith("Il avance")]
    assert "« le pas d'un chat »\n, selon" in told


def test_a_quotation_of_several_lines_in_markdown_is_one_block(tmp_path: Path) -> None:
    source = (
        _TEXT + "\n> « C'est un soulagement »,\n> a dit le maire, **Paul Roche**.\n\n![pont](p.jpg)\n*Le pont, 2019*\n"
    )
    article = read_article(_write(tmp_path / "pont.md", source))
    assert len(article.text) == len(source)
    kinds = [(block.kind, " ".join(article.text[block.start : block.end].split())) for block in article.blocks]
    assert ("blockquote", "> « C'est un soulagement », a dit le maire, Paul Roche .") in kinds
    assert kinds[-1][0] == "furniture"


def test_a_folder_is_its_files_and_its_folders_are_folders_of_their_own(tmp_path: Path) -> None:
    _write(tmp_path / "ville" / "b.txt", _TEXT)
    _write(tmp_path / "ville" / "a.txt", _TEXT.replace("2 €", "3 €"))
    _write(tmp_path / "ville" / "sport" / "c.txt", _TEXT)
    _write(tmp_path / "ville" / ".caché.txt", _TEXT)
    _write(tmp_path / "ville" / "mémoire.tmx", "<tmx/>")
    reading = read_paths([tmp_path / "ville"])
    assert [(folder.name, [a.file for a in folder.articles]) for folder in reading.folders] == [
        ("ville", ["a.txt", "b.txt"]),
        ("sport", ["c.txt"]),
    ]
    assert not reading.refused


def test_files_named_one_by_one_make_the_deck_of_their_folder(tmp_path: Path) -> None:
    first = _write(tmp_path / "ville" / "a.txt", _TEXT)
    second = _write(tmp_path / "ville" / "b.txt", _TEXT.replace("2 €", "3 €"))
    reading = read_paths([second, first, second, tmp_path / "ville"])
    assert [(folder.name, [a.doc for a in folder.articles]) for folder in reading.folders] == [("ville", ["a", "b"])]


def test_two_folders_of_one_name_get_two_names(tmp_path: Path) -> None:
    _write(tmp_path / "x" / "presse" / "a.txt", _TEXT)
    _write(tmp_path / "y" / "presse" / "a.txt", _TEXT)
    reading = read_paths([tmp_path / "x" / "presse", tmp_path / "y" / "presse"])
    assert [folder.name for folder in reading.folders] == ["presse", "y-presse"]


def test_a_text_that_is_there_twice_counts_once_and_is_noted(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", _TEXT)
    _write(tmp_path / "b.md", _TEXT.upper().replace("\n", "\r\n"))
    reading = read_paths([tmp_path])
    assert [article.file for article in reading.folders[0].articles] == ["a.txt"]
    assert [(note.error.key, note.error.details["other"]) for note in reading.notes] == [("article-duplicate", "a.txt")]
    assert not reading.refused


def test_ids_are_safe_unique_and_do_not_depend_on_the_neighbours(tmp_path: Path) -> None:
    for name in ("Été à Lyon !.txt", "ete-a-lyon.md", "東京.txt", "x" * 200 + ".txt"):
        _write(tmp_path / name, _TEXT.replace("2 €", f"{len(name)} €"))
    ids = {article.file: article.id for article in read_paths([tmp_path]).folders[0].articles}
    assert ids["Été à Lyon !.txt"] == "ete-a-lyon"
    assert len(set(ids.values())) == 4
    assert all(one.isascii() and len(one) < 100 for one in ids.values())
    (tmp_path / "東京.txt").unlink()
    again = {article.file: article.id for article in read_paths([tmp_path]).folders[0].articles}
    assert again == {file: one for file, one in ids.items() if file in again}


def test_named_files_are_refused_by_name(tmp_path: Path) -> None:
    reading = read_paths(
        [
            _write(tmp_path / "a.pdf", b"%PDF"),
            tmp_path / "absent.txt",
            _write(tmp_path / "vide.txt", b""),
            _write(tmp_path / "image.txt", b"\x89PNG\r\n\x1a\n\0\0\0"),
            _write(tmp_path / "gros.txt", b"a" * (SIZE_CAP + 1)),
            _write(tmp_path / "bon.txt", _TEXT),
        ]
    )
    assert _refusals(reading) == {
        "a.pdf": "article-ending",
        "absent.txt": "path-missing",
        "vide.txt": "article-empty",
        "image.txt": "article-binary",
        "gros.txt": "article-too-large",
    }
    assert all(refusal.named for refusal in reading.refused)
    assert [article.file for article in reading.folders[0].articles] == ["bon.txt"]


def test_every_refusal_has_its_sentence_in_both_languages(tmp_path: Path) -> None:
    _write(tmp_path / "vide.txt", b"")
    [refusal] = read_paths([tmp_path]).refused
    assert not refusal.named
    for lang in ("fr", "en"):
        sentence = Words(lang, "errors").say(refusal.error.key, **refusal.error.details)  # type: ignore[arg-type]
        assert "vide.txt" in sentence


_FOREIGN = {
    "en": "The company said on Tuesday that it had sold more than two million bicycles since January. Its chief "
    "executive, Anna Bell, told reporters that demand was stronger than expected, although supply problems "
    "could slow deliveries.",
    "es": "La empresa anunció el martes que ha vendido más de dos millones de bicicletas desde enero. Su directora, "
    "Ana Campos, explicó que la demanda era mayor de lo previsto, aunque los problemas de suministro podrían "
    "frenar las entregas.",
    "it": "L'azienda ha annunciato martedì di aver venduto più di due milioni di biciclette da gennaio. La "
    "direttrice, Anna Bellini, ha spiegato che la domanda è stata più forte del previsto, anche se le consegne"
    " potrebbero rallentare.",
    "ca": "L'empresa va anunciar dimarts que ha venut més de dos milions de bicicletes des del gener. La directora, "
    "Anna Puig, va explicar que la demanda era més forta del que s'esperava, tot i que els lliuraments es "
    "podrien alentir.",
    "pt": "A empresa anunciou na terça-feira que vendeu mais de dois milhões de bicicletas desde janeiro. A "
    "diretora, Ana Campos, explicou que a procura foi mais forte do que se esperava, embora as entregas possam"
    " atrasar.",
    "ro": "Compania a anunțat marți că a vândut peste două milioane de biciclete din ianuarie. Directoarea, Ana "
    "Popescu, a explicat presei că cererea a fost mai mare decât se aștepta, deși livrările ar putea încetini.",
    "de": "Das Unternehmen teilte am Dienstag mit, dass es seit Januar mehr als zwei Millionen Fahrräder verkauft "
    "hat. Die Chefin sagte vor der Presse, die Nachfrage sei stärker als erwartet.",
    "ht": "Konpayi an te anonse madi ke li te vann plis pase de milyon bisiklèt depi janvye. Direktris la te "
    "eksplike ke demann nan te pi fò pase sa yo te espere.",
}


@pytest.mark.parametrize("language", _FOREIGN)
def test_an_article_that_is_not_french_is_refused_unless_forced(tmp_path: Path, language: str) -> None:
    path = _write(tmp_path / "a.txt", _FOREIGN[language])
    with pytest.raises(QuizError) as caught:
        read_article(path)
    assert caught.value.key == "article-not-french"
    assert read_article(path, force=True).language == language


@pytest.mark.parametrize(
    "text",
    [
        "Le tram roule.",
        "Neymar au PSG",
        "3 mai 2017",
        "Résultats : Lyon 2-1 Marseille ; Nantes 0-0 Lille ; Paris 3-1 Nice",
        "La directrice a dit : « The show must go on, and the people who came will be with us until the end »",
        "Le musée a reçu 45 000 visiteurs en mai, a dit sa directrice, Claire Morel.",
        "La communauté internationale a vivement critiqué cet essai.",
        "C'est au Québec que le dépanneur a fermé son magasin, faute d'employés.",
        "",
    ],
)
def test_short_french_and_french_around_english_pass(text: str) -> None:
    assert language_of(text) == "fr"


def test_marks_around_a_link_are_blanked_with_it(tmp_path: Path) -> None:
    source = "# Le tram\n\nLes **[Merles bleus](https://merles.example)** occupent la cour depuis le mois de juin.\n"
    article = read_article(_write(tmp_path / "tram.md", source))
    assert "*" not in article.text
    assert " ".join(article.text.split()).endswith("Les Merles bleus occupent la cour depuis le mois de juin.")


def test_items_of_a_quoted_list_are_blocks_of_their_own(tmp_path: Path) -> None:
    items = "> - La ligne compte douze arrêts\n> - La ville compte deux gares\n"
    source = f"# Le tram\n\nLe tram de Lens roule enfin.\n\n{items}"
    article = read_article(_write(tmp_path / "tram.md", source))
    quoted = [article.text[b.start : b.end] for b in article.blocks if b.kind == "blockquote"]
    assert [q.strip("> -") for q in quoted] == ["La ligne compte douze arrêts", "La ville compte deux gares"]
