package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import unroll.data.TaggedTokens;

/** Two hidden states that seldom change, each with its own bases: the best tagger is known. */
class CrfTaggerTest {
    private static final double STAY = 0.95;
    private static final String BASES = "ACGT";
    private static final double[][] EMITS = {{0.35, 0.15, 0.15, 0.35}, {0.15, 0.35, 0.35, 0.15}};

    private static List<TaggedTokens> chains(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<TaggedTokens> chains = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> tokens = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            int state = random.nextInt(2);
            for (int t = 0; t < 60; t++) {
                state = random.nextDouble() < STAY ? state : 1 - state;
                int base = 0;
                double left = random.nextDouble() - EMITS[state][0];
                while (left > 0 && base < 3) {
                    left -= EMITS[state][++base];
                }
                tokens.add(BASES.substring(base, base + 1));
                tags.add("s" + state);
            }
            chains.add(TaggedTokens.of(tokens, tags));
        }
        return chains;
    }

    /** Returns p(s1) at each place, by the forward-backward algorithm with the true numbers. */
    private static double[] exact(List<String> tokens) {
        int length = tokens.size();
        double[][] forward = new double[length][2];
        double[][] backward = new double[length][2];
        for (int t = 0; t < length; t++) {
            for (int s = 0; s < 2; s++) {
                double before =
                        t == 0
                                ? 0.5
                                : STAY * forward[t - 1][s] + (1 - STAY) * forward[t - 1][1 - s];
                forward[t][s] = before * emits(s, tokens.get(t));
            }
        }
        for (int t = length - 1; t >= 0; t--) {
            for (int s = 0; s < 2; s++) {
                backward[t][s] = t == length - 1 ? 1 : after(backward[t + 1], s, tokens.get(t + 1));
            }
        }
        double[] p = new double[length];
        for (int t = 0; t < length; t++) {
            double one = forward[t][1] * backward[t][1];
            p[t] = one / (one + forward[t][0] * backward[t][0]);
        }
        return p;
    }

    private static double emits(int state, String base) {
        return EMITS[state][BASES.indexOf(base)];
    }

    private static double after(double[] next, int s, String base) {
        return STAY * emits(s, base) * next[s] + (1 - STAY) * emits(1 - s, base) * next[1 - s];
    }

    private static double accuracy(TokenTagger tagger, List<TaggedTokens> test) {
        List<String> truth = new ArrayList<>();
        List<Map<String, Double>> predicted = new ArrayList<>();
        for (TaggedTokens example : test) {
            truth.addAll(example.tags());
            predicted.addAll(tagger.predict(example.tokens()));
        }
        return LabelScores.of(truth, predicted).accuracy();
    }

    @Test
    void comesNearTheBestThatCanBeDoneWhereTheTokenAloneSaysLittle() {
        List<TaggedTokens> test = chains(300, 2);
        TokenTagger best =
                tokens -> {
                    List<Map<String, Double>> rows = new ArrayList<>();
                    for (double p : exact(tokens)) {
                        rows.add(Map.of("s0", 1 - p, "s1", p));
                    }
                    return rows;
                };
        List<TaggedTokens> training = chains(500, 1);
        double possible = accuracy(best, test);
        double crf = accuracy(CrfTagger.fit(training, 0, 1), test);
        assertThat(accuracy(TokenTagger.majority(training), test)).isCloseTo(0.5, within(0.03));
        assertThat(possible).isGreaterThan(0.82);
        assertThat(crf).isBetween(possible - 0.01, possible + 0.002);
    }

    @Test
    void theWindowSeesTheTokensAroundAPlace() {
        // The tag says whether the token two places on is an A.
        List<TaggedTokens> data = new ArrayList<>();
        for (TaggedTokens chain : chains(200, 3)) {
            List<String> tags = new ArrayList<>();
            for (int t = 0; t < chain.tokens().size(); t++) {
                boolean a = t + 2 < chain.tokens().size() && chain.tokens().get(t + 2).equals("A");
                tags.add(a ? "yes" : "no");
            }
            data.add(TaggedTokens.of(chain.tokens(), tags));
        }
        List<TaggedTokens> test = data.subList(150, 200);
        assertThat(accuracy(CrfTagger.fit(data.subList(0, 150), 2, 1), test)).isEqualTo(1);
        assertThat(accuracy(CrfTagger.fit(data.subList(0, 150), 1, 1), test)).isLessThan(0.85);
    }

    @Test
    void theSameSeedGivesTheSameProbabilitiesAndUnknownTokensHaveSome() {
        List<TaggedTokens> training = chains(20, 4);
        CrfTagger tagger = CrfTagger.fit(training, 1, 7);
        List<String> tokens = List.of("A", "N", "?", "G");
        assertThat(CrfTagger.fit(training, 1, 7).predict(tokens)).isEqualTo(tagger.predict(tokens));
        for (Map<String, Double> row : tagger.predict(tokens)) {
            assertThat(row).containsOnlyKeys("s0", "s1");
            assertThat(row.get("s0") + row.get("s1")).isCloseTo(1, within(1e-9));
        }
        assertThat(tagger)
                .hasToString("conditional random field on tokens up to 1 places away, 2 tags");
    }

    @Test
    void refusesWhatCannotBeLearned() {
        List<TaggedTokens> same = List.of(TaggedTokens.of(List.of("A", "C"), List.of("x", "x")));
        assertThatThrownBy(() -> CrfTagger.fit(same, 1, 1))
                .hasMessage(
                        "all tokens of 1 examples have the tag \"x\": there is nothing to tell apart");
        assertThatThrownBy(() -> CrfTagger.fit(List.of(), 1, 1))
                .hasMessage("training is empty: give at least one item");
        assertThatThrownBy(() -> CrfTagger.fit(chains(3, 1), 21, 1))
                .hasMessage("window must be 20 or less, got 21");
        assertThatThrownBy(() -> CrfTagger.fit(chains(3, 1), 1, 1).predict(List.of()))
                .hasMessage("tokens is empty: give at least one item");
    }
}
