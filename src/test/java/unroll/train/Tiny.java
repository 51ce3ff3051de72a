package unroll.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import unroll.data.Split;
import unroll.data.Streams;
import unroll.data.Windows;
import unroll.model.Body;
import unroll.model.LanguageModel;
import unroll.text.Vocabulary;
import unroll.trace.History;

/** A text, data and models small enough to be trained in a blink. */
final class Tiny {
    static final Vocabulary VOCABULARY = Vocabulary.ofCharacters("abcdef");

    private Tiny() {}

    /** Returns a text in which every letter is followed by one of two. */
    static int[] ids(int length) {
        Random random = new Random(9);
        int[] ids = new int[length];
        for (int i = 1; i < length; i++) {
            ids[i] = (ids[i - 1] + 1 + random.nextInt(2)) % VOCABULARY.size();
        }
        return ids;
    }

    static Windows windows() {
        return Split.at(ids(12_000), 0.95).windows(12);
    }

    static Streams streams() {
        return Split.at(ids(12_000), 0.95).streams(12);
    }

    static LanguageModel model(Body body) {
        return LanguageModel.over(VOCABULARY).embedding(6).body(body).seed(4).build();
    }

    static Plan plan(int steps) {
        return Plan.ofSteps(steps).batch(8).learningRate(0.01).validateEvery(0);
    }

    static List<Double> losses(History history) {
        return new ArrayList<>(history.steps().stream().map(History.Step::loss).toList());
    }
}
