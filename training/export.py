"""Weights to the shipped file: ONNX, matrix products and tables in 8-bit integers."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import msgspec
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from khaldun.reading.pieces import Window, encode
from training import labels, sources
from training.model import Reader, Shipped

SHIPPED = Path(__file__).parents[1] / "src" / "khaldun" / "data" / "model"
AXES = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "shapes", "marks")} | {
    name: {0: "windows", 1: "words"} for name in ("first", "last", "sentence", "roles")
}
# kept in full precision: small, and their sums decide
FULL_PRECISION = ("tree/bilinear", "tree/rel", "look/act", "look/mode", "look/status", "look/stance")


def export(model: Reader, folder: Path = SHIPPED) -> Path:
    """Write `model.onnx`, `labels.json` and `tokenizer.json` into `folder`; returns the network's path."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = sources.tokenizer()
    windows = [Window(tuple("Iran expelled two inspectors .".split()), (0,) * 5), Window(tuple("Talks failed .".split()), (0,) * 3)]
    batch = encode(tokenizer, windows)
    inputs = [torch.from_numpy(getattr(batch, name)) for name in batch.__struct_fields__]
    inputs += [torch.zeros_like(inputs[3]), torch.tensor([0.0])]
    plain, tidy, small = (sources.BUILD / name for name in ("reader.onnx", "reader-tidy.onnx", "reader-int8.onnx"))
    with torch.no_grad():
        torch.onnx.export(
            Shipped(model).eval(), tuple(inputs), str(plain), input_names=Shipped.NAMES_IN, output_names=Shipped.NAMES_OUT,
            dynamic_axes=AXES, opset_version=17, dynamo=False,
        )  # fmt: skip
    logging.getLogger().setLevel(logging.ERROR)
    quant_pre_process(str(plain), str(tidy), skip_symbolic_shape=True)
    nodes = [
        n.name for n in onnx.load(tidy).graph.node if n.op_type in ("MatMul", "Gemm") and any(part in n.name for part in FULL_PRECISION)
    ]
    quantize_dynamic(
        str(tidy),
        str(small),
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        nodes_to_exclude=nodes,
        per_channel=True,
    )
    shutil.copy(small, folder / "model.onnx")
    (folder / "labels.json").write_bytes(msgspec.json.format(msgspec.json.encode(labels.ALL), indent=1))
    shutil.copy(sources.encoder_folder() / "tokenizer.json", folder / "tokenizer.json")
    return folder / "model.onnx"
