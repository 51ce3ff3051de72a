"""Takes a saved Unroll model to PyTorch and back; InterchangeTest holds what it writes.

    environment/.cache/peer-venv/bin/python environment/peer/interchange.py

Reads unroll.safetensors, loads it strictly (the tensors under `body.` also into nn.LSTM alone),
trains it a little, and writes python.safetensors and both models' answers to one text.
"""

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

from torch_worker import LanguageModel

FOLDER = Path(__file__).parents[2] / "src/test/resources/unroll/model/interchange"
TEXT = torch.tensor([[1, 2, 3, 0, 4, 5, 6, 7, 0, 1, 2]])


def read(path):
    with safe_open(path, "pt") as file:
        return {name: file.get_tensor(name) for name in file.keys()}, file.metadata()


def answer(model):
    """Returns the logits after the last token (V)."""
    with torch.no_grad():
        return model(TEXT)[0][0, -1].clone()


def train(model):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(3):
        logits, _ = model(TEXT[:, :-1])
        optimizer.zero_grad()
        F.cross_entropy(logits[0], TEXT[0, 1:]).backward()
        optimizer.step()


def main():
    torch.manual_seed(1)
    tensors, metadata = read(FOLDER / "unroll.safetensors")
    weights = {n: t for n, t in tensors.items() if not n.startswith("optimizer.")}
    vocabulary, width = weights["embedding.weight"].shape
    body = nn.LSTM(width, weights["body.weight_hh_l0"].shape[1], num_layers=2, batch_first=True)
    under_body = {n.removeprefix("body."): t for n, t in weights.items() if n.startswith("body.")}
    body.load_state_dict(under_body, strict=True)
    model = LanguageModel(vocabulary, width, body)
    model.load_state_dict(weights, strict=True)

    answers = {"text": TEXT[0].float(), "unroll": answer(model)}
    train(model)
    answers["python"] = answer(model)
    save_file(answers, FOLDER / "answers.safetensors")

    # The checksums were of the other numbers; the optimizer's memory stays behind.
    metadata = {n: t for n, t in metadata.items() if n != "writer" and not n.startswith("sha256")}
    steps = json.loads(metadata["training"])["steps"] + 3
    metadata["training"] = json.dumps({"steps": steps, "optimizer": None, "updates": 0})
    save_file(model.state_dict(), FOLDER / "python.safetensors", metadata)


if __name__ == "__main__":
    main()
