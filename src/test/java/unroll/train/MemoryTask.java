package unroll.train;

import java.util.List;
import java.util.TreeSet;
import unroll.data.MeasuredData;
import unroll.data.MemoryTasks;
import unroll.data.TaggedTokens;
import unroll.model.Adder;
import unroll.model.Body;
import unroll.model.SequenceClassifier;
import unroll.model.Tagger;
import unroll.text.Vocabulary;

/** The tasks of the memory table: how a model learns one, what a guess pays, what counts as solved. */
enum MemoryTask {
    ADDING(1 / 6.0, 0.002, 2000) {
        @Override
        MemoryLesson<?> lesson(Body body, int distance, int seed) {
            var data =
                    new MeasuredData(
                            MemoryTasks.adding(LEARNT, distance, seed),
                            MemoryTasks.adding(HELD, distance, UNSEEN));
            return new MemoryLesson<>(Adder.of(body, seed), data, 1);
        }
    },
    COPY(Math.log(8), 0.05, 3000) {
        @Override
        MemoryLesson<?> lesson(Body body, int distance, int seed) {
            var learnt = MemoryTasks.copy(LEARNT, distance, seed);
            var held = MemoryTasks.copy(HELD, distance, UNSEEN);
            return tagger(learnt, held, body, seed, (distance + 20) / 10.0);
        }

        @Override
        int reach(int distance) {
            return distance + 10; // the other nine symbols are read or said in between
        }
    },
    RECALL(Math.log(8), 0.02, 1000) {
        @Override
        MemoryLesson<?> lesson(Body body, int distance, int seed) {
            var learnt = MemoryTasks.recall(LEARNT, distance, seed);
            var held = MemoryTasks.recall(HELD, distance, UNSEEN);
            var words = new TreeSet<String>();
            learnt.forEach(example -> words.addAll(List.of(example.text().split(" ", -1))));
            var model =
                    SequenceClassifier.over(Vocabulary.ofWords(String.join(" ", words)), learnt)
                            .embedding(EMBEDDING)
                            .body(body)
                            .seed(seed)
                            .build();
            return new MemoryLesson<>(model, model.data(learnt, held), 1);
        }
    },
    PARITY(Math.log(2), 0.02, 1000) {
        @Override
        MemoryLesson<?> lesson(Body body, int distance, int seed) {
            var learnt = MemoryTasks.parity(LEARNT, distance, seed);
            var held = MemoryTasks.parity(HELD, distance, UNSEEN);
            return tagger(learnt, held, body, seed, 1);
        }
    };

    private static final int LEARNT = 5_000;
    private static final int HELD = 500;
    private static final int EMBEDDING = 8;

    /** The seed of the sequences on which all are measured; no training has it. */
    private static final int UNSEEN = 1000;

    /** The loss of who knows the form of the task and remembers nothing. */
    final double guess;

    /** The loss below which a training need not go on. */
    final double solved;

    /** How many steps a training may take at most. */
    final int steps;

    MemoryTask(double guess, double solved, int steps) {
        this.guess = guess;
        this.solved = solved;
        this.steps = steps;
    }

    /** Returns an untrained model and sequences for it; the seed decides both. */
    abstract MemoryLesson<?> lesson(Body body, int distance, int seed);

    /** Returns T of a start at log T: how many steps a memory must last. */
    int reach(int distance) {
        return distance;
    }

    private static MemoryLesson<?> tagger(
            List<TaggedTokens> learnt, List<TaggedTokens> held, Body body, int seed, double scale) {
        var words = new TreeSet<String>();
        learnt.forEach(example -> words.addAll(example.tokens()));
        var model =
                Tagger.over(Vocabulary.ofWords(String.join(" ", words)), learnt)
                        .embedding(EMBEDDING)
                        .body(body)
                        .seed(seed)
                        .build();
        return new MemoryLesson<>(model, model.data(learnt, held), scale);
    }
}
