"""
Weights -> the file that the program runs: ONNX, one text at a time, int8.

Matrices are rounded to 7 bits a column. Seven, since processors without VNNI add two products of unsigned and signed bytes into 16 bits
and cut what does not fit: with 7 bits it always fits, so all machines multiply alike. Word pieces are rounded to 8 bits a row.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from encoder import HEADS, LAYERS, WIDTH

# Texts are cut after so many pieces (64 to 512). The longest sentence of forty reports has 90.
LONGEST = 128
CONTRIB = "com.microsoft"
MATRIX_STEPS, ROW_STEPS = 63, 127
EPSILON = 1e-12


def rounded(values: np.ndarray, axis: int, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """-> int8 values and the float32 scale of each row (axis 0) or column (axis 1)."""
    largest = np.abs(values).max(axis=1 - axis, keepdims=True)
    scale = np.where(largest == 0, 1, largest / steps).astype(np.float32)
    return np.round(values / scale).astype(np.int8), scale


def encoder_model(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Input `ids`, int32 (pieces); output `mean`, float32 (384), not yet of unit length."""
    nodes, constants = [], []

    def constant(name: str, value: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(kind: str, inputs: list[str], output: str, domain: str = "", **attributes) -> str:
        nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def linear(name: str, value: str, matrix: np.ndarray, bias: np.ndarray) -> str:
        steps, scale = rounded(matrix, 1, MATRIX_STEPS)
        inputs = [value, constant(f"{name}.steps", steps), constant(f"{name}.scale", scale[0])]
        zero = constant(f"{name}.zero", np.zeros(scale.shape[1], np.int8))
        return node("DynamicQuantizeMatMul", [*inputs, zero, constant(f"{name}.bias", bias)], name, CONTRIB)

    def skip_norm(name: str, left: str, right: str) -> str:
        scale, shift = (constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return node("SkipLayerNormalization", [left, right, scale, shift], name, CONTRIB, epsilon=EPSILON)

    steps, scale = rounded(weights["embeddings.word_embeddings.weight"], 0, ROW_STEPS)
    places = weights["embeddings.position_embeddings.weight"][:LONGEST] + weights["embeddings.token_type_embeddings.weight"][0]
    node("Unsqueeze", ["ids", constant("first", np.array([0], np.int64))], "row")
    node("Gather", [constant("pieces", steps), "row"], "gathered")
    node("Gather", [constant("piece scales", scale), "row"], "gathered scales")
    node("Cast", ["gathered"], "gathered floats", to=TensorProto.FLOAT)
    node("Mul", ["gathered floats", "gathered scales"], "words")
    node("Shape", ["ids"], "count")
    node("Slice", [constant("places", places[None]), "first", "count", constant("second", np.array([1], np.int64))], "own places")
    x = skip_norm("embeddings.LayerNorm", "words", "own places")
    for layer in range(LAYERS):
        own = f"encoder.layer.{layer}."
        attention = f"{own}attention.self."
        parts = [(weights[f"{attention}{part}.weight"].T, weights[f"{attention}{part}.bias"]) for part in ("query", "key", "value")]
        # one product instead of three: the text is rounded once
        joined = linear(f"{own}joined", x, np.concatenate([m for m, _ in parts], 1), np.concatenate([b for _, b in parts]))
        split = [f"{own}{part}" for part in ("query", "key", "value")]
        nodes.append(helper.make_node("Split", [joined], split, axis=2, num_outputs=3))
        mixed = node("MultiHeadAttention", split, f"{own}mixed", CONTRIB, num_heads=HEADS)
        for name, value in (("attention.output", mixed), ("output", None)):
            if value is None:
                wide = linear(f"{own}wide", x, weights[f"{own}intermediate.dense.weight"].T, weights[f"{own}intermediate.dense.bias"])
                value = node("Gelu", [wide], f"{own}gelu", CONTRIB)
            dense = linear(f"{own}{name}.dense", value, weights[f"{own}{name}.dense.weight"].T, weights[f"{own}{name}.dense.bias"])
            x = skip_norm(f"{own}{name}.LayerNorm", x, dense)
    node("ReduceMean", [x, constant("along", np.array([0, 1], np.int64))], "mean", keepdims=0)
    graph = helper.make_graph(
        nodes,
        "encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT32, ["pieces"])],
        [helper.make_tensor_value_info("mean", TensorProto.FLOAT, [WIDTH])],
        constants,
    )
    operators = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(graph, opset_imports=operators, ir_version=9, producer_name="index/vectors/training")


def write(folder: Path, weights: dict[str, np.ndarray], pieces: list[str], about: dict) -> str:
    """Writes encoder.onnx, pieces.txt and reader.json; returns the version: the first 12 digits of the checksum of both files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "encoder.onnx").write_bytes(encoder_model(weights).SerializeToString(deterministic=True))
    (folder / "pieces.txt").write_text("\n".join(pieces) + "\n", encoding="utf8")
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("encoder.onnx", "pieces.txt")}
    version = hashlib.sha256("".join(sums.values()).encode()).hexdigest()[:12]
    described = {"version": version, "dims": WIDTH, "longest": LONGEST, "sha256": sums} | about
    (folder / "reader.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf8")
    return version
