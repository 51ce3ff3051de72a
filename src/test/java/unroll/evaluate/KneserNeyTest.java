package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.data.Corpora;
import unroll.data.Split;
import unroll.text.Vocabulary;

class KneserNeyTest {
    @Test
    void agreesWithNltk() {
        JsonNode fixture = Fixture.read("ngrams.json");
        Vocabulary vocabulary = Vocabulary.ofCharacters(fixture.get("training").asText());
        int[] training = vocabulary.encode(fixture.get("training").asText());
        int[] test = vocabulary.encode(fixture.get("test").asText());
        for (JsonNode item : fixture.get("cases")) {
            int order = item.get("order").asInt();
            double discount = item.get("discount").asDouble();
            KneserNey model = KneserNey.fit(training, vocabulary.size(), order, discount);
            double[] expected = Fixture.numbers(item.get("probabilities"));
            double[] losses = model.scores(test).losses();
            for (int i = 0; i < test.length; i++) {
                assertThat(Math.exp(-losses[i])).isCloseTo(expected[i], within(1e-12));
            }
            assertThat(model.scores(test).perplexity())
                    .isCloseTo(item.get("perplexity").asDouble(), within(1e-9));
        }
    }

    @Test
    void probabilitiesSumTo1AfterEveryContext() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int trial = 0; trial < 200; trial++) {
            int vocabulary = random.nextInt(1, 8);
            int order = random.nextInt(1, 6);
            int[] text = random.ints(random.nextInt(order, 60), 0, vocabulary).toArray();
            int[] context = random.ints(random.nextInt(0, 8), 0, vocabulary).toArray();
            double[] p = KneserNey.fit(text, vocabulary, order).probabilities(context);
            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(p).min().orElseThrow()).isNotNegative();
        }
    }

    @Test
    void everyTokenThatNeverOccurredKeepsAChance() {
        KneserNey model = KneserNey.fit(new int[] {0, 1, 0, 1, 1, 0}, 4, 3);
        assertThat(Arrays.stream(model.probabilities(0, 1)).min().orElseThrow()).isPositive();
        assertThat(model.probabilities(3)[2]).isEqualTo(model.probabilities()[3]);
    }

    @Test
    void scoresAreThoseOfTheProbabilities() {
        int[] text = {0, 1, 2, 0, 1, 0, 2, 1, 0, 1};
        KneserNey model = KneserNey.fit(text, 3, 3);
        double[] losses = model.scores(text).losses();
        for (int i = 0; i < text.length; i++) {
            double p = model.probabilities(Arrays.copyOf(text, i))[text[i]];
            assertThat(losses[i]).isEqualTo(-Math.log(p));
        }
    }

    @Test
    void moreContextForetellsTunesBetter() {
        String text = Corpora.tunes(200, 7).text();
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        Split split = Split.at(vocabulary.encode(text), 0.9);
        double[] bits =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> KneserNey.fit(split.training(), vocabulary.size(), n))
                        .mapToDouble(model -> model.scores(split.validation()).bits())
                        .toArray();
        assertThat(bits[0]).isBetween(4.0, 6.0);
        for (int i = 1; i < 4; i++) {
            assertThat(bits[i]).isLessThan(bits[i - 1]);
        }
    }

    @Test
    void refusesWhatCannotBeCounted() {
        assertThatThrownBy(() -> KneserNey.fit(new int[] {0, 9}, 4, 2))
                .hasMessage("token id 9 at position 1 (counted from 0) is outside 0 to 3");
        assertThatThrownBy(() -> KneserNey.fit(new int[] {0, 1}, 4, 3))
                .hasMessage("runs of 3 tokens need a text of that length, got 2 tokens");
        assertThatThrownBy(() -> KneserNey.fit(new int[] {0, 1}, 4, 0))
                .hasMessage("order must be 1 or more, got 0");
        assertThatThrownBy(() -> KneserNey.fit(new int[] {0, 1}, 4, 2, 1))
                .hasMessage("the discount must be above 0 and below 1, got 1.0; try 0.75");
        assertThatThrownBy(() -> KneserNey.fit(new int[] {0, 1}, 4, 2).probabilities(-1))
                .hasMessage("token id -1 at position 0 (counted from 0) is outside 0 to 3");
    }

    @Test
    void tokenScoresChangeTheUnit() {
        TokenLosses scores = TokenLosses.of(Math.log(2), Math.log(8));
        assertThat(scores.bits()).isCloseTo(2, within(1e-12));
        assertThat(scores.perplexity()).isCloseTo(4, within(1e-12));
        assertThat(scores.bitsPerCharacter(8)).isCloseTo(0.5, within(1e-12));
        assertThatThrownBy(() -> TokenLosses.of(1, Double.NaN))
                .hasMessage("the loss of token 1 (counted from 0) must be 0 or more, got NaN");
        assertThatThrownBy(TokenLosses::of).hasMessage("no losses: there are no tokens to score");
    }
}
