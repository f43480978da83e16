"""The shipped network back into weights that can be trained on: its 8-bit products turned into numbers again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file

from training import sources
from training.export import SHIPPED

TABLES = ("marks.weight", "shapes.weight", "positions.weight", "pieces.weight", "distance.weight", "kinds.weight")


def weights(folder: Path = SHIPPED) -> dict[str, torch.Tensor]:
    """State of `training.model.Reader`, as close to the shipped file as 8 bits let it; word pieces are those of the encoder's package."""
    graph = onnx.load(folder / "model.onnx").graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    out = {
        name.removeprefix("reader."): array for name, array in stored.items() if name.startswith("reader.") and array.dtype == np.float32
    }
    for name, array in list(stored.items()):
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            plain = (array.astype(np.float32) - stored[base + "_zero_point"].astype(np.float32)) * stored[base + "_scale"]
            stored[base] = plain.astype(np.float32)
            if base.startswith("reader."):
                # a Gemm's weight is stored as torch keeps it turned round, a table's as it is
                table = base.endswith(TABLES)
                out[base.removeprefix("reader.")] = stored[base] if table else stored[base].T
    for node in graph.node:
        if node.op_type in ("MatMul", "MatMulInteger"):
            source = node.input[1].removesuffix("_quantized")
            if source.startswith("onnx::") and source in stored:
                # node names show the module: "/tree/bilinear/MatMul", "/encoder/layers.0/qkv/MatMul_quant"
                module = node.name.strip("/").rsplit("/", 1)[0].split("/")
                out[_path(module) + ".weight"] = stored[source].T
    pieces = load_file(sources.encoder_folder() / "model.safetensors")
    out["encoder.pieces.weight"] = next(v for k, v in pieces.items() if k.endswith("word_embeddings.weight")).numpy()
    return {
        name: torch.from_numpy(np.array(array, dtype=np.float32))
        for name, array in out.items()
        if not name.endswith(("_scale", "_zero_point"))
    }


def _path(module: list[str]) -> str:
    """Module path of a node's name, whose last part may repeat the one before: "anchors/anchors.0" is `anchors.0`."""
    parts: list[str] = []
    for part in module:
        if parts and part.startswith(parts[-1] + "."):
            parts[-1] = part
        else:
            parts.append(part)
    return ".".join(parts)
