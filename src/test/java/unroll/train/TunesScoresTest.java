package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import unroll.data.Corpora;
import unroll.data.Split;
import unroll.data.Windows;
import unroll.model.Body;
import unroll.model.CharacterTrigram;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.model.Rnn;
import unroll.text.Vocabulary;

/** Holds the committed table of what RNN, GRU and LSTM reach on the shipped corpus. */
class TunesScoresTest {
    private static final List<Body> BODIES = List.of(Rnn.of(128), Gru.of(128), Lstm.of(128));
    private static final int SEEDS = 3;

    /** The engine and the number of threads move the last digits; after 500 steps they add up. */
    private static final double NOISE = 0.03;

    private final String text = Corpora.shipped().text();
    private final Vocabulary vocabulary = Vocabulary.ofCharacters(text);
    private final Split split = Split.at(vocabulary.encode(text), 0.9);

    private double best(Body body, int seed) {
        Windows data = split.windows(100);
        var plan =
                Plan.ofSteps(500)
                        .batch(32)
                        .learningRate(5e-3)
                        .clipNorm(5)
                        .validateEvery(50)
                        .seed(seed);
        try (var model =
                LanguageModel.over(vocabulary).embedding(64).body(body).seed(seed).build()) {
            return Training.run(model, data, plan).best().loss();
        }
    }

    @Test
    @Tag("engine")
    @Tag("slow")
    void oneSeedAgreesWithTheCommittedTableAndBeatsTheTrigram() {
        Table committed = Corpora.scores();
        double gru = best(Gru.of(128), 1);
        assertThat(gru).isCloseTo(committed.doubleColumn("seed 1").get(1), within(NOISE));
        var trigram = new CharacterTrigram(split.training(), vocabulary.size());
        assertThat(gru).isLessThan(trigram.loss(split.validation()));
    }

    @Test
    @Tag("engine")
    @Tag("long")
    void allSeedsAgreeWithTheCommittedTable() throws IOException {
        StringBuilder csv =
                new StringBuilder("body,weights,seed 1,seed 2,seed 3,mean,above LSTM\n");
        double[] means = new double[BODIES.size()];
        double[][] losses = new double[BODIES.size()][SEEDS];
        for (int i = 0; i < BODIES.size(); i++) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                losses[i][seed - 1] = best(BODIES.get(i), seed);
                means[i] += losses[i][seed - 1] / SEEDS;
            }
        }
        for (int i = 0; i < BODIES.size(); i++) {
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%d,%.3f,%.3f,%.3f,%.3f,%.3f%n",
                            BODIES.get(i).getClass().getSimpleName(),
                            weights(BODIES.get(i)),
                            losses[i][0],
                            losses[i][1],
                            losses[i][2],
                            means[i],
                            means[i] - means[2]));
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/tunes-scores.csv"), csv);
        Table committed = Corpora.scores();
        for (int i = 0; i < BODIES.size(); i++) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                assertThat(losses[i][seed - 1])
                        .as(committed.stringColumn("body").get(i) + " seed " + seed)
                        .isCloseTo(committed.doubleColumn("seed " + seed).get(i), within(NOISE));
            }
        }
    }

    private long weights(Body body) {
        try (var model = LanguageModel.over(vocabulary).embedding(64).body(body).build()) {
            return model.parameters();
        }
    }
}
