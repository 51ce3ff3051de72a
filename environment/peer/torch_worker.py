"""The peer's side of environment/bench: a workload in PyTorch, as one who knows PyTorch writes it.

    torch_worker.py WORKLOAD VARIANT CORPUS

Prints `ready`, then for each line `SECONDS` on standard input works for so long and prints
`TOKENS SECONDS`. The thread count comes from OMP_NUM_THREADS.
"""

import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from workloads import GENERATION, TRAINING


class LanguageModel(nn.Module):
    def __init__(self, vocabulary, embedding, body):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, embedding)
        self.body = body
        self.head = nn.Linear(body.hidden_size, vocabulary)

    def forward(self, x, state=None):
        h, state = self.body(self.embedding(x), state)
        return self.head(h), state


def training(work, corpus):
    """Returns a function that makes one update and returns its tokens."""
    ids = torch.tensor(corpus)
    body = getattr(nn, work.kind)(work.embedding, work.hidden, batch_first=True)
    model = LanguageModel(work.vocabulary, work.embedding, body)
    optimizer = torch.optim.Adam(model.parameters(), lr=work.rate)
    offsets = torch.arange(work.length + 1)

    def step():
        starts = torch.randint(len(ids) - work.length, (work.batch, 1))
        window = ids[starts + offsets]  # (B, T + 1)
        logits, _ = model(window[:, :-1])
        loss = F.cross_entropy(logits.flatten(0, 1), window[:, 1:].flatten())
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        assert loss.item() < 20, "the loss exploded"
        return work.batch * work.length

    return step


def layer_generation(work):
    """Returns a function that samples some tokens by stepping nn.LSTM and returns their number."""
    body = nn.LSTM(work.embedding, work.hidden, batch_first=True)
    model = LanguageModel(work.vocabulary, work.embedding, body).eval()
    token, state = torch.zeros(1, 1, dtype=torch.long), None

    @torch.inference_mode()
    def sample(count=10):
        nonlocal token, state
        tokens = []
        for _ in range(count):
            logits, state = model(token, state)
            token = torch.multinomial(F.softmax(logits[:, -1], -1), 1)  # (1, 1)
            tokens.append(token.item())
        return len(tokens)

    return sample


def cell_generation(work):
    """Returns a function that samples some tokens by stepping nn.LSTMCell and returns their number."""
    embedding = nn.Embedding(work.vocabulary, work.embedding)
    cell = nn.LSTMCell(work.embedding, work.hidden)
    head = nn.Linear(work.hidden, work.vocabulary)
    token, state = torch.zeros(1, dtype=torch.long), None

    @torch.inference_mode()
    def sample(count=10):
        nonlocal token, state
        tokens = []
        for _ in range(count):
            state = cell(embedding(token), state)
            token = torch.multinomial(F.softmax(head(state[0]), -1), 1)[0]  # (1)
            tokens.append(token.item())
        return len(tokens)

    return sample


def work_for(seconds, piece):
    """Repeats a piece of work for so long; returns what it counted and the time it really took."""
    tokens, start = 0, time.perf_counter()
    while True:
        tokens += piece()
        elapsed = time.perf_counter() - start
        if elapsed >= seconds:
            return tokens, elapsed


def main():
    name, variant, path = sys.argv[1:]
    torch.manual_seed(1)
    if name in TRAINING:
        text = Path(path).read_text(encoding="utf-8")
        number = {character: i for i, character in enumerate(sorted(set(text)))}
        piece = training(TRAINING[name], [number[character] for character in text])
    else:
        piece = {"layer": layer_generation, "cell": cell_generation}[variant](GENERATION[name])
    work_for(2, piece)
    print("ready", flush=True)
    for line in sys.stdin:
        print(*work_for(float(line), piece), flush=True)


if __name__ == "__main__":
    main()
