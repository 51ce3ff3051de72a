package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import unroll.UnrollException;
import unroll.data.LabelledText;
import unroll.data.SeriesSplit;
import unroll.data.TaggedTokens;
import unroll.text.Vocabulary;

/** What scores and baselines are given that nothing can be made of. */
class RefusedTest {
    private static final Vocabulary LETTERS = Vocabulary.ofCharacters("ab");
    private static final List<LabelledText> TEXTS =
            List.of(LabelledText.of("a", "x"), LabelledText.of("b", "y"));
    private static final List<TaggedTokens> TAGGED =
            List.of(
                    TaggedTokens.of(List.of("a", "b"), List.of("x", "y")),
                    TaggedTokens.of(List.of("b"), List.of("y")));

    private static double[] sine(int length, double height) {
        return IntStream.range(0, length).mapToDouble(t -> height * Math.sin(t)).toArray();
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void sizesThatNoMemoryHolds() {
        SeriesBaseline last = SeriesBaseline.persistence();
        assertRefused("1,000,000 or less", () -> last.ahead(sine(2, 1), Integer.MAX_VALUE));
        assertRefused("1,000,000 or less", () -> SeriesBaseline.seasonal(1_000_000_000));
        assertRefused(
                "lags must be 1,000 or", () -> SeriesBaseline.autoregression(sine(5000, 1), 2000));
        assertRefused("n must be 20 or less", () -> NgramClassifier.fit(TEXTS, 1 << 30, 1));
        var scores = LabelScores.of(List.of("x"), List.of(Map.of("x", 1.0)));
        assertRefused("bins must be", () -> scores.calibrationError(1_000_000_000));
        assertRefused(
                "5,000 items and 5,000 labels need about 1.6 GB",
                () -> ListedModel.requireMemory(5000, 5000, 1L << 30));
        List<String> many = IntStream.range(0, 501).mapToObj(i -> "t" + i).toList();
        assertRefused(
                "501 different tags",
                () -> CrfTagger.fit(List.of(TaggedTokens.of(many, many)), 0, 1));
    }

    @Test
    void numbersThatCannotBeSquaredAndAdded() {
        double[] huge = {1e300, 0};
        double[] none = {0, 0};
        assertRefused("beyond 1.0E100", () -> NumberScores.skill(huge, none, none));
        assertRefused("beyond 1.0E100", () -> Bootstrap.mean(huge, 1));
        assertRefused("beyond 1.0E100", () -> SeriesBaseline.mean(huge));
        assertRefused("beyond 1.0E100", () -> SeriesBaseline.autoregression(sine(50, 1e200), 2));
        double[] powers = IntStream.range(0, 60).mapToDouble(t -> Math.pow(10, t)).toArray();
        SeriesBaseline tenfold = SeriesBaseline.autoregression(powers, 1);
        assertRefused("grows beyond all numbers", () -> tenfold.ahead(powers, 300));
    }

    @Test
    void baselinesThatDoNotFit() {
        var tags = Trial.ofTags(TAGGED);
        var one = Map.of("x", 1.0);
        assertRefused(
                "predicted tags has 1 items, tokens has 2",
                () -> tags.baseline(t -> Collections.nCopies(3 - t.size(), one)));
        assertThatThrownBy(() -> tags.baseline(tokens -> null))
                .hasMessage("predicted tags is null: a cell above was re-run; run it again");
        assertRefused(
                "the trial is over 2 tokens, the baseline knows 3 others",
                () ->
                        Trial.ofText(LETTERS, "abab")
                                .baseline(KneserNey.fit(new int[] {0, 1, 2}, 3, 2)));
    }

    @Test
    void anInterruptEndsWhatIsUnderWay() {
        var series = Trial.ofSeries(SeriesSplit.at(0.5, sine(100, 1)), 1);
        var text = Trial.ofText(LETTERS, "abab");
        assertStopped(() -> series.baseline(SeriesBaseline.persistence()));
        assertStopped(() -> Trial.ofTags(TAGGED).baseline(TokenTagger.majority(TAGGED)));
        assertStopped(() -> Trial.ofTexts(TEXTS).baseline(TextClassifier.majority(TEXTS)));
        assertStopped(() -> SeriesBaseline.autoregression(sine(50, 1), 2));
        assertStopped(() -> CrfTagger.fit(TAGGED, 1, 1));
        assertStopped(() -> NgramClassifier.fit(TEXTS, 1, 1));
        assertStopped(() -> Bootstrap.mean(sine(50, 1), 1));
        assertThat(text.baseline(KneserNey.fit(new int[] {0, 1}, 2, 1)).mean()).isPositive();
    }

    private static void assertStopped(ThrowingCallable call) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(call)
                .isInstanceOf(UnrollException.class)
                .hasMessageEndingWith(" was stopped; run the cell again");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void nullIsNamed() {
        Map<String, Double> row = new HashMap<>();
        row.put("x", null);
        assertNull("p(x) of item 0", () -> LabelScores.of(List.of("x"), List.of(row)));
        row.remove("x");
        row.put(null, 1.0);
        assertNull("a label of item 0", () -> LabelScores.of(List.of("x"), List.of(row)));
        assertNull("texts", () -> TextClassifier.majority(TEXTS).predictAll(null));
        assertNull("tokens", () -> TokenTagger.majority(TAGGED).predict(null));
        Map<String, List<TextClassifier>> unnamed = new HashMap<>();
        unnamed.put(null, List.of(TextClassifier.majority(TEXTS)));
        Trial<TextClassifier, TextClassifier> nothing =
                new Trial<>() {
                    @Override
                    public String quantity() {
                        return "none";
                    }

                    @Override
                    public boolean lowerIsBetter() {
                        return true;
                    }

                    @Override
                    public ItemScores model(TextClassifier model) {
                        return null;
                    }

                    @Override
                    public ItemScores baseline(TextClassifier baseline) {
                        return ItemScores.of(1);
                    }
                };
        var models = Map.of("m", List.of(TextClassifier.majority(TEXTS)));
        var baselines = Map.of("b", TextClassifier.majority(TEXTS));
        assertNull("what the trial gives \"m\"", () -> Report.compare(models, baselines, nothing));
        assertNull("a name", () -> Report.compare(unnamed, baselines, nothing));
    }

    private static void assertNull(String name, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name + " is null: a cell above was re-run; run it again");
    }

    @Test
    void aTextIsCutWhereTheExpressionCutsItAndInOnePass() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder("a");
            random.ints(30, 0, 6).forEach(c -> text.append("\n\n\n \tb".charAt(c)));
            assertThat(TokenTrial.paragraphs(text.toString()))
                    .containsExactly(text.toString().split("(?<=\\n[ \\t]{0,40}\\n)(?=\\S)", -1));
        }
        String blank = (" ".repeat(90) + "\n").repeat(100_000);
        assertThat(TokenTrial.paragraphs("ab\n" + blank + "b")).hasSize(2);
        assertThat(TokenTrial.paragraphs(Arrays.toString(new int[9]))).hasSize(1);
    }
}
