"""Writes what other people's tools make of seeded predictions, for the tests of unroll.evaluate.

    python3 -m venv venv && venv/bin/pip install sacrebleu==2.5.1 scikit-learn==1.9.1 nltk==3.10.4
    venv/bin/python environment/peer/scores.py

labels.json: probabilities with ties and a label that is never predicted; scikit-learn's scores.
texts.json: pairs of sentences with punctuation, numbers and other scripts; sacrebleu's BLEU, chrF.
ngrams.json: a text whose beginning comes again; NLTK's interpolated Kneser-Ney, order by order.
"""

import hashlib
import json
import math
import random
from pathlib import Path

import nltk
import sacrebleu
import sklearn
from nltk.lm import KneserNeyInterpolated
from nltk.util import everygrams
from sklearn import metrics

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src/test/resources/unroll/evaluate/fixtures"
LABELS = ["a", "b", "c", "d"]


def tenths(chance, truth):
    """Returns tenths that lean to the truth, so that items tie; label d always has one of them."""
    counts = [0, 0, 0, 1]
    for _ in range(9):
        counts[LABELS.index(truth) if chance.random() < 0.2 else chance.randrange(3)] += 1
    return [count / 10 for count in counts] if counts[3] == 1 else tenths(chance, truth)


def smooth(chance, truth):
    """Returns probabilities without ties that lean to the truth."""
    weights = [chance.random() + (0.4 if label == truth else 0) for label in LABELS]
    return [weight / sum(weights) for weight in weights]


def labels(chance):
    cases = []
    for size, row in ((8, tenths), (50, tenths), (400, tenths), (300, smooth)):
        truth = LABELS[:] + [chance.choice(LABELS) for _ in range(size - 4)]
        rows = [row(chance, label) for label in truth]
        guess = [LABELS[max(range(4), key=lambda k: (p[k], -k))] for p in rows]
        cases.append(
            {
                "truth": truth,
                "probabilities": rows,
                "accuracy": metrics.accuracy_score(truth, guess),
                "macroF1": metrics.f1_score(truth, guess, average="macro", zero_division=0),
                "f1": list(metrics.f1_score(truth, guess, average=None, zero_division=0)),
                "auc": [
                    metrics.roc_auc_score([t == label for t in truth], [p[k] for p in rows])
                    for k, label in enumerate(LABELS)
                ],
                "confusion": metrics.confusion_matrix(truth, guess, labels=LABELS).tolist(),
            }
        )
    return {"scikit-learn": sklearn.__version__, "cases": cases}


WORDS = (
    "the a cat dog walks, sat. 3.5 1,000 - well-known 'tis \"so\" (yes) U.S. café naïve über "
    "ещё 猫が 100% &amp; it's e-mail 5-day end! ? ; [x] a/b $5.00 \U0001f600"
).split()


def texts(chance):
    cases = []
    for size in (1, 3, 20, 60):
        references = [
            " ".join(chance.choice(WORDS) for _ in range(chance.randint(4, 14)))
            for _ in range(size)
        ]
        hypotheses = [
            " ".join(
                chance.choice(WORDS) if chance.random() < 0.25 else word
                for word in reference.split()
                if chance.random() < 0.9
            )
            for reference in references
        ]
        if size == 3:
            hypotheses[1] = ""
        cases.append(case(hypotheses, references))
    cases.append(case(["a cat"], ["a cat"]))
    cases.append(case(["xy zw"], ["the dog sat there"]))
    cases.append(case(["the dog sat on it today"], ["the dog, sat. on - it"]))
    return {"sacrebleu": sacrebleu.__version__, "cases": cases}


def case(hypotheses, references):
    return {
        "hypotheses": hypotheses,
        "references": references,
        "bleu": sacrebleu.corpus_bleu(hypotheses, [references]).score,
        "chrf": sacrebleu.corpus_chrf(hypotheses, [references]).score,
    }


def ngrams(chance):
    start = [chance.choice("abc") for _ in range(60)]
    middle = [chance.choice("aabbbcd") for _ in range(300)]
    training = start + middle + ["d"] + start
    test = [chance.choice("abcd") for _ in range(120)]
    cases = []
    for order in (2, 3, 5):
        for discount in (0.3, 0.75):
            model = KneserNeyInterpolated(order, discount=discount)
            model.fit([list(everygrams(training, max_len=order))], vocabulary_text=training)
            scores = [
                model.score(token, tuple(test[max(0, i - order + 1) : i]))
                for i, token in enumerate(test)
            ]
            loss = -sum(math.log(p) for p in scores) / len(test)
            cases.append(
                {
                    "order": order,
                    "discount": discount,
                    "probabilities": scores,
                    "perplexity": math.exp(loss),
                }
            )
    return {
        "nltk": nltk.__version__,
        "training": "".join(training),
        "test": "".join(test),
        "cases": cases,
    }


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    hashes = [(sha256(Path(__file__)), "environment/peer/scores.py")]
    for name, make in (("labels", labels), ("texts", texts), ("ngrams", ngrams)):
        path = FOLDER / f"{name}.json"
        content = make(random.Random(20261121))
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
        hashes.append((sha256(path), path.name))
    lines = "".join(f"{digest}  {name}\n" for digest, name in hashes)
    (FOLDER / "HASHES").write_text(lines)


if __name__ == "__main__":
    main()
