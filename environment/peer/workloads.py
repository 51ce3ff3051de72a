"""What environment/bench measures: shapes, and the ratio to PyTorch that is our goal."""

from typing import NamedTuple


class Training(NamedTuple):
    """A character model trained with Adam, gradients clipped to norm 5."""

    goal: float
    kind: str
    vocabulary: int
    embedding: int
    hidden: int
    batch: int
    length: int
    rate: float

    def __str__(self):
        return (
            f"training {self.kind}: V {self.vocabulary}, E {self.embedding}, H {self.hidden}, "
            f"B {self.batch}, T {self.length}, Adam {self.rate:g}, clip 5"
        )


class Generation(NamedTuple):
    """An LSTM that samples one token at a time at temperature 1."""

    goals: dict
    vocabulary: int
    embedding: int
    hidden: int

    def __str__(self):
        return (
            f"generation: LSTM, V {self.vocabulary}, E {self.embedding}, H {self.hidden}, "
            "one token at a time, temperature 1"
        )


TRAINING = {
    "lstm-small": Training(1.2, "LSTM", 83, 64, 256, 32, 100, 5e-3),
    "gru-small": Training(1.0, "GRU", 83, 64, 256, 32, 100, 5e-3),
    "rnn-small": Training(1.0, "RNN", 83, 64, 256, 32, 100, 5e-3),
    "lstm-lab": Training(1.1, "LSTM", 83, 256, 1024, 8, 100, 5e-3),
}
# Against stepping nn.LSTM, and against nn.LSTMCell.
GENERATION = {
    "generate-256": Generation({"layer": 3.0, "cell": 1.3}, 83, 64, 256),
    "generate-1024": Generation({"layer": 3.0, "cell": 1.3}, 83, 256, 1024),
}
