"""Makes a translation package that LibreTranslate loads, of a few kilobytes and untrained: what it says is noise, what
it is asked and how it answers is real. Run by a Python that has LibreTranslate and spaCy: `toy_model.py FOLDER`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

WIDTH = 16
CORPUS = "Le tram transporte 12 000 voyageurs par jour. La ville compte trois gares « Oui ». The town has stations."


def make(folder: Path) -> None:
    """The packages from French to English and back, in `folder`."""
    import ctranslate2  # noqa: F401 - its specs register themselves
    import numpy
    import sentencepiece
    import spacy
    from ctranslate2.specs import transformer_spec

    noise = numpy.random.default_rng(7)
    corpus = folder / "corpus.txt"
    corpus.write_text("\n".join(" ".join(noise.permutation(CORPUS.split())) for _ in range(200)), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus), model_prefix=str(folder / "pieces"), vocab_size=90, hard_vocab_limit=False, minloglevel=2
    )
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
    vocabulary = [pieces.id_to_piece(at) for at in range(pieces.get_piece_size())]

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = noise.normal(0, 0.3, (rows, columns)).astype("float32")
        layer.bias = numpy.zeros(rows, "float32")

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = numpy.ones(WIDTH, "float32"), numpy.zeros(WIDTH, "float32")

    spec = transformer_spec.TransformerSpec.from_config(num_layers=1, num_heads=2)
    for stack in (spec.encoder, spec.decoder):
        embeddings = stack.embeddings[0] if isinstance(stack.embeddings, list) else stack.embeddings
        embeddings.weight = noise.normal(0, 0.3, (len(vocabulary), WIDTH)).astype("float32")
        stack.position_encodings.encodings = noise.normal(0, 0.1, (512, WIDTH)).astype("float32")
        norm(stack.layer_norm)
        for layer in stack.layer:
            norm(layer.self_attention.layer_norm)
            linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
            linear(layer.self_attention.linear[1], WIDTH, WIDTH)
            if hasattr(layer, "attention"):
                norm(layer.attention.layer_norm)
                linear(layer.attention.linear[0], WIDTH, WIDTH)
                linear(layer.attention.linear[1], 2 * WIDTH, WIDTH)
                linear(layer.attention.linear[2], WIDTH, WIDTH)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, 2 * WIDTH, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, 2 * WIDTH)
    linear(spec.decoder.projection, len(vocabulary), WIDTH)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    for source, target in (("fr", "en"), ("en", "fr")):
        package = folder / "packages" / f"translate-{source}_{target}-1_0"
        (package / "model").mkdir(parents=True)
        spec.save(str(package / "model"))
        (package / "sentencepiece.model").write_bytes((folder / "pieces.model").read_bytes())
        spacy.blank("xx").to_disk(package / "spacy")  # cuts sentences; the usual way would fetch a model
        metadata = {"package_version": "1.0", "argos_version": "1.0", "from_code": source, "from_name": source,
                    "to_code": target, "to_name": target, "links": []}  # fmt: skip
        (package / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
