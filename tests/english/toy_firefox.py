"""A model that fxtranslate really loads and runs, made of nothing but arithmetic: whatever it is asked, it says WORDS.

Sixty-four tokens, each its own direction; every layer lets what it gets pass, but the decoder's last one turns the
direction of a token into that of the next word. Written in the layout of Marian's binary models, whose int8 matrices
stand transposed and are followed by what they were multiplied with.
"""

from __future__ import annotations

import struct

WORDS = ("The", "tram", "is", "on", "its", "way")
SIZE = 64
"""What the engine multiplies at a time with the widest registers; narrower matrices come out as noise."""
_FLOAT, _INT8, _INTGEMM8 = 0x404, 0x101, 0x4101
_LOUDEST = 8.0
"""The largest activation that is told apart; larger ones count as this."""
_CONFIG = f"dim-emb: {SIZE}\ntransformer-heads: 1\nenc-depth: 1\ndec-depth: 1\ntransformer-dim-ffn: {SIZE}\n"

Matrix = list[list[float]]
_Item = tuple[str, int, tuple[int, ...], bytes]


def files() -> dict[str, bytes]:
    """The files of the model, by the names that Mozilla gives them."""
    return {"model.fren.intgemm.alphas.bin": _model(), "vocab.fren.spm": _vocabulary()}


def _vocabulary() -> bytes:
    """A SentencePiece model: the end, the unknown, the words, and letters to read the French with."""
    pieces = [("</s>", 3), ("<unk>", 2), *((f"▁{word}", 1) for word in WORDS)]
    pieces += [(chr(letter), 1) for letter in (ord("▁"), *range(ord("A"), ord("Z")), *range(ord("a"), ord("{")))]
    pieces += [(f"<{at}>", 5) for at in range(len(pieces), SIZE)]
    out = b""
    for at, (piece, kind) in enumerate(pieces):
        text = piece.encode()
        body = b"\x0a" + bytes([len(text)]) + text + b"\x15" + struct.pack("<f", -float(at)) + b"\x18" + bytes([kind])
        out += b"\x0a" + bytes([len(body)]) + body
    return out


def _model() -> bytes:
    same = [[float(row == column) for column in range(SIZE)] for row in range(SIZE)]
    nothing = [[0.0] * SIZE for _ in range(SIZE)]
    first, last = 2, 1 + len(WORDS)
    following = {0: first, last: 0} | {at: at + 1 for at in range(first, last)}
    turning = [[10.0 * (following.get(row) == column) for column in range(SIZE)] for row in range(SIZE)]
    items: list[_Item] = [
        ("special:model.yml", _INT8, (len(_CONFIG),), _CONFIG.encode()),
        _int8("Wemb", same),
        _floats("none_QuantMultA", [127 / _LOUDEST], (1, 1)),
        # The decoder begins with no token at all: then the first word is likeliest, later it is no match for the next.
        _floats("decoder_ff_logit_out_b", [4.0 * (at == first) for at in range(SIZE)]),
    ]
    for block in ("encoder_l1_self", "decoder_l1_context"):
        for part in "qkvo":
            items += _affine(f"{block}_W{part}", nothing, f"{block}_b{part}", 0.0)
        items += _norm(f"{block}_Wo")
    items += _affine("decoder_l1_rnn_W", nothing, None, 0.0)
    items += _affine("decoder_l1_rnn_Wf", nothing, "decoder_l1_rnn_bf", 0.0)
    items += _norm("decoder_l1_rnn_ffn")
    for side, after in (("encoder", nothing), ("decoder", turning)):
        # Only the token's own direction is louder than the 1.5 taken off; where it stands in the sentence is not.
        items += _affine(f"{side}_l1_ffn_W1", same, f"{side}_l1_ffn_b1", -1.5)
        items += _affine(f"{side}_l1_ffn_W2", after, f"{side}_l1_ffn_b2", 0.0)
        items += _norm(f"{side}_l1_ffn_ffn")
    return _packed(items)


def _affine(name: str, matrix: Matrix, bias_name: str | None, bias: float) -> list[_Item]:
    items = [_int8(name, matrix), _floats(f"{name}_QuantMultA", [127 / _LOUDEST], (1, 1))]
    return [*items, _floats(bias_name, [bias] * SIZE)] if bias_name else items


def _norm(name: str) -> list[_Item]:
    return [_floats(f"{name}_ln_scale", [1.0] * SIZE), _floats(f"{name}_ln_bias", [0.0] * SIZE)]


def _int8(name: str, matrix: Matrix) -> _Item:
    times = 127 / (max(max(row) for row in matrix) or 1.0)
    values = [round(matrix[row][column] * times) for column in range(SIZE) for row in range(SIZE)]
    return name, _INTGEMM8, (SIZE, SIZE), struct.pack(f"<{SIZE * SIZE}bf", *values, times)


def _floats(name: str, values: list[float], shape: tuple[int, ...] = (1, SIZE)) -> _Item:
    return name, _FLOAT, shape, struct.pack(f"<{len(values)}f", *values)


def _packed(items: list[_Item]) -> bytes:
    out = struct.pack("<QQ", 1, len(items))
    for name, kind, shape, data in items:
        out += struct.pack("<QQQQ", len(name) + 1, kind, len(shape), len(data))
    out += b"".join(name.encode() + b"\0" for name, *_ in items)
    out += b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items)
    return out + struct.pack("<Q", 0) + b"".join(data for *_, data in items)
