package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.data.Corpora;
import unroll.data.Corpus;
import unroll.data.Split;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.text.Vocabulary;
import unroll.trace.History;

/** A newcomer's first training: 100 kB of text, two minutes, no option but the length. */
@Tag("engine")
@Tag("long")
class OwnTextTest {

    private static String text() {
        String irish = System.getenv("UNROLL_IRISH_ABC");
        Corpus corpus = irish == null ? Corpora.tunes(500, 7) : Corpus.read(Path.of(irish));
        return corpus.text().substring(0, 100_000);
    }

    @Test
    void twoMinutesOnAHundredKilobytesBeatATrigram() {
        String text = text();
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        Split split = Split.at(vocabulary.encode(text), 0.9);
        var data = split.windows(100);
        try (var model = LanguageModel.over(vocabulary).body(Lstm.of(256)).build()) {
            History history = Training.run(model, data, Plan.ofMinutes(2));
            double trigram =
                    Trigram.of(split.training(), vocabulary.size()).loss(split.validation());
            System.out.printf("own text: %s; trigram %.3f%n", history, trigram);
            assertThat(history.last().seconds()).isLessThan(130);
            assertThat(model.loss(data)).isLessThan(trigram);
        }
    }

    /**
     * p(c | a b) by counting: three, two and one characters of context mixed, the shares being those
     * that are best for the very text it is judged by, which flatters it.
     */
    private static final class Trigram {
        private final int[][] counts;
        private final int size;

        private Trigram(int[][] counts, int size) {
            this.counts = counts;
            this.size = size;
        }

        static Trigram of(int[] ids, int size) {
            int[][] counts = {new int[size], new int[size * size], new int[size * size * size]};
            for (int i = 2; i < ids.length; i++) {
                counts[0][ids[i]]++;
                counts[1][ids[i - 1] * size + ids[i]]++;
                counts[2][(ids[i - 2] * size + ids[i - 1]) * size + ids[i]]++;
            }
            return new Trigram(counts, size);
        }

        double loss(int[] ids) {
            double best = Double.POSITIVE_INFINITY;
            for (double three = 0.1; three < 0.95; three += 0.1) {
                for (double two = 0.05; two + three < 0.99; two += 0.1) {
                    best = Math.min(best, loss(ids, three, two));
                }
            }
            return best;
        }

        private double loss(int[] ids, double three, double two) {
            double sum = 0;
            for (int i = 2; i < ids.length; i++) {
                int before = ids[i - 2] * size + ids[i - 1];
                double one = share(counts[0], 0, ids[i]) + 1e-5;
                double p =
                        three * share(counts[2], before, ids[i])
                                + two * share(counts[1], ids[i - 1], ids[i])
                                + (1 - three - two) * one;
                sum -= Math.log(p);
            }
            return sum / (ids.length - 2);
        }

        private double share(int[] table, int row, int id) {
            int all = 0;
            for (int i = 0; i < size; i++) {
                all += table[row * size + i];
            }
            return all == 0 ? 0 : table[row * size + id] / (double) all;
        }
    }
}
