"""Writes the recurrent fixtures that the Java tests compare against, and their hashes.

    environment/.cache/peer-venv/bin/python environment/peer/fixtures.py

For every kind, one to three layers and one or two directions, a file holds small random weights
under PyTorch's names, an input `x`, for stacks of two or three layers a first state `h0` (and
`c0`), and what PyTorch makes of it: `y`, `hn` (and `cn`), and the gradients `grad.<name>` of
sum(y * dy). All is computed in float64 from float32 values and rounded to float32 at the end.
"""

import hashlib
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

FOLDER = Path(__file__).parents[2] / "src/test/resources/unroll/layer/fixtures"
WIDTH, HIDDEN = 3, 5
KINDS = {
    "rnn_tanh": lambda **options: nn.RNN(WIDTH, HIDDEN, nonlinearity="tanh", **options),
    "rnn_relu": lambda **options: nn.RNN(WIDTH, HIDDEN, nonlinearity="relu", **options),
    "lstm": lambda **options: nn.LSTM(WIDTH, HIDDEN, **options),
    "gru": lambda **options: nn.GRU(WIDTH, HIDDEN, **options),
}


def random(*shape):
    return torch.randn(*shape).double().requires_grad_()


def fixture(kind, layers, directions):
    """Returns the tensors of one file, by name."""
    # Two sizes, so that no test passes by a transposed batch.
    batch, time = (2, 4) if directions == 1 else (3, 5)
    block = KINDS[kind](
        num_layers=layers, bidirectional=directions == 2, batch_first=True
    ).double()
    inputs = {"x": random(batch, time, WIDTH)}
    if layers > 1:
        for name in ("h0", "c0") if kind == "lstm" else ("h0",):
            inputs[name] = random(layers * directions, batch, HIDDEN)
    state = [inputs[name] for name in ("h0", "c0") if name in inputs]
    y, last = block(inputs["x"], tuple(state) if len(state) == 2 else (state or [None])[0])
    dy = torch.randn(y.shape).double()
    (y * dy).sum().backward()

    weights = dict(block.named_parameters())
    outputs = {"y": y, "dy": dy}
    outputs |= dict(zip(("hn", "cn"), last if kind == "lstm" else (last,)))
    gradients = {"grad." + name: t.grad for name, t in (weights | inputs).items()}
    return {
        name: t.detach().float().contiguous()
        for name, t in (weights | inputs | outputs | gradients).items()
    }


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    torch.manual_seed(20261121)
    FOLDER.mkdir(parents=True, exist_ok=True)
    hashes = [(sha256(Path(__file__)), "environment/peer/fixtures.py")]
    for kind in KINDS:
        for layers in (1, 2, 3):
            for directions in (1, 2):
                path = FOLDER / f"{kind}-{layers}-{directions}.safetensors"
                tensors = fixture(kind, layers, directions)
                save_file(tensors, path, {"torch": torch.__version__})
                hashes.append((sha256(path), path.name))
    lines = "".join(f"{digest}  {name}\n" for digest, name in hashes)
    (FOLDER / "HASHES").write_text(lines)


if __name__ == "__main__":
    main()
