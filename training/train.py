"""One run of training: examples in, the averaged weights out."""

from __future__ import annotations

import copy
import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec
import torch

from khaldun.reading.pieces import Pieces
from training.batches import grouped, tensors
from training.examples import Example, Pair
from training.losses import loss
from training.model import Reader


class Plan(msgspec.Struct):
    """How long and how fast. Rates are the peaks after a tenth of warm-up; `average` is the decay of the running mean of the weights.

    `half`: products in bfloat16, faster where the processor multiplies it (AVX512-BF16, AMX), slower where it does not.
    """

    epochs: int
    encoder_rate: float = 2e-4
    head_rate: float = 1.2e-3
    pieces: int = 2048
    warm_up: float = 0.1
    average: float = 0.998
    half: bool = False
    seed: int = 1


def schedule(done: float, warm_up: float) -> float:
    """Share of the peak rate after a share `done` of the run: up in a line, down in half a cosine."""
    return done / warm_up if done < warm_up else 0.5 * (1 + math.cos(math.pi * (done - warm_up) / (1 - warm_up)))


def optimiser(model: Reader, plan: Plan) -> torch.optim.Optimizer:
    model.encoder.pieces.weight.requires_grad_(False)
    fresh = ("encoder.shapes", "encoder.marks")
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder") and not n.startswith(fresh) and p.requires_grad]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder") or n.startswith(fresh)]
    groups = [{"params": slow, "peak": plan.encoder_rate}, {"params": fast, "peak": plan.head_rate}]
    return torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)


def train(
    model: Reader,
    tokenizer: Pieces,
    epoch_of: Callable[[int, random.Random], Sequence[Example | Pair]],
    plan: Plan,
    after: Callable[[int, Reader], None] = lambda epoch, model: None,
) -> Reader:
    """Train on what `epoch_of` gives for each epoch; `after` sees the averaged model at each epoch's end."""
    draw = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    optimizer, mean, step = optimiser(model, plan), copy.deepcopy(model).eval(), 0
    for epoch in range(plan.epochs):
        begun = time.time()
        sums: dict[str, float] = defaultdict(float)
        counts: dict[str, int] = defaultdict(int)
        items = epoch_of(epoch, draw)
        parts = grouped(items, tokenizer, plan.pieces, draw)
        for number, part in enumerate(parts):
            model.train()
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * schedule((epoch + number / len(parts)) / plan.epochs, plan.warm_up)
            with torch.autocast("cpu", torch.bfloat16, enabled=plan.half):
                losses = loss(model, tensors([items[i] for i in part], tokenizer))
            sum(losses.values()).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            decay = min(plan.average, step / (step + 10))
            with torch.no_grad():
                for kept, new in zip(mean.parameters(), model.parameters(), strict=True):
                    if new.requires_grad:
                        kept.lerp_(new, 1 - decay)
            for name, value in losses.items():
                sums[name] += float(value.detach())
                counts[name] += 1
        shown = " ".join(f"{n} {sums[n] / counts[n]:.3f}" for n in sums)
        print(f"epoch {epoch + 1}/{plan.epochs} {time.time() - begun:.0f} s, step {step}: {shown}", file=sys.stderr, flush=True)
        after(epoch, mean)
    return mean
