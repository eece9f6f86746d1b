"""Small dictionaries for tests, written in the dictd format as FreeDict's are: own entries, made up here."""

import gzip
from collections.abc import Mapping
from pathlib import Path

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
ENTRIES = {
    "grève": "grève /gʀɛv/ <n, fem>\nstrike\n",
    "port": "port /pɔʀ/ <n, masc>\n1. harbor, port\n2. bearing\n",
    "livre": ["livre /livʀ/ <n, masc>\nbook\n", "livre /livʀ/ <n, fem>\npound\n"],
    "livrer": "livrer /livʀe/ <v>\n1. deliver, supply\n2. abandon\n",
    "marche": "marche /maʀʃ/ <n, fem>\nmarch, step\n",
    "marcher": "marcher /maʀʃe/ <v>\nwalk\n",
    "mettre en oeuvre": "mettre en œuvre /mɛtʀɑ̃nœvʀ/ <vt>\nimplement\n",
    "mettre": "mettre /mɛtʀ/ <v>\nput\n",
    "navire": "navire /naviʀ/ <n, masc>\nship\n",
    "quai": "quai /kɛ/ <n, masc>\nquay\n",
    "docker": "docker /dɔkɛʀ/ <n, masc>\nlongshoreman\n",
    "cargaison": "cargaison /kaʀɡɛzɔ̃/ <n, fem>\ncargo\n",
    "abatjour": "abat-jour /abaʒuʀ/ <n, masc>\nlampshade\n",
    "été": "été /ete/ <n, masc>\nsummer\n",
    "être": "être /ɛtʀ/ <v>\nbe\n",
    "syndical": "syndical /sɛ̃dikal/ <adj>\n[pol] trade-union\n",
    "étape": "étape /etap/ <n, fem>\nstadium, stage\n",
    "chine": "Chine /ʃin/ <n, fem>\nChina\n",
}


def number(value: int) -> str:
    digits = ""
    while True:
        digits, value = LETTERS[value % 64] + digits, value // 64
        if not value:
            return digits


def write_dictionary(
    folder: Path, entries: Mapping[str, str | list[str]] | None = None, *, zipped: bool = True, name: str = "fra-eng"
) -> Path:
    """An index and a body in `folder`, which is made where it is missing. Gives the folder back."""
    folder.mkdir(parents=True, exist_ok=True)
    body, lines = b"", []
    for headword, texts in (ENTRIES if entries is None else entries).items():
        for text in [texts] if isinstance(texts, str) else texts:
            raw = text.encode()
            lines.append(f"{headword}\t{number(len(body))}\t{number(len(raw))}\n")
            body += raw
    (folder / f"{name}.index").write_text("".join(lines), encoding="utf-8")
    if zipped:
        (folder / f"{name}.dict.dz").write_bytes(gzip.compress(body, mtime=0))
    else:
        (folder / f"{name}.dict").write_bytes(body)
    return folder
