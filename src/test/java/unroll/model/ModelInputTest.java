package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.UnrollException;
import unroll.data.LabelledText;
import unroll.data.SeriesSplit;
import unroll.data.TaggedTokens;
import unroll.text.Vocabulary;

/** What models are given that they cannot use. */
@Tag("engine")
class ModelInputTest {
    private static final Vocabulary LETTERS = Vocabulary.ofCharacters("abc");
    private static final List<LabelledText> TEXTS =
            List.of(LabelledText.of("abc", "x"), LabelledText.of("ab", "y"));
    private static final List<TaggedTokens> TAGGED =
            List.of(TaggedTokens.of(List.of("a", "b"), List.of("x", "y")));
    private static final SeriesSplit SPLIT =
            SeriesSplit.at(0.8, DoubleStream.iterate(1, x -> x * 0.9 + 0.1).limit(50).toArray());

    private static SequenceClassifier classifier;
    private static Tagger tagger;
    private static Forecaster forecaster;

    @BeforeAll
    static void build() {
        classifier = SequenceClassifier.over(LETTERS, "x", "y").body(Gru.of(4)).build();
        tagger = Tagger.over(LETTERS, "x", "y").body(Gru.of(4)).build();
        var setup = Forecaster.over(SPLIT.scaling()).past(5).quantiles(0.1, 0.9);
        forecaster = setup.body(Gru.of(4)).build();
    }

    @AfterAll
    static void close() {
        classifier.close();
        tagger.close();
        forecaster.close();
    }

    @Test
    void textsOfAllLengthsGetTheirOwnAnswersInTheirOrder() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            texts.add("abc".repeat(1 + i * 37 % 41) + "cab".substring(i % 3));
        }
        texts.add(40, "ab".repeat(9000));
        List<Prediction> together = classifier.predict(texts);
        for (int i = 0; i < texts.size(); i++) {
            double alone = classifier.predict(texts.get(i)).probabilities().get("x");
            assertThat(together.get(i).probabilities().get("x")).isCloseTo(alone, within(1e-5));
        }
    }

    @Test
    void whatTheMemoryDoesNotHoldIsRefused() {
        try (Use<?> use = classifier.use("predicting")) {
            use.requireMemory(1, 1000);
            assertThatThrownBy(() -> use.requireMemory(64, Integer.MAX_VALUE))
                    .isInstanceOf(UnrollException.class)
                    .hasMessageMatching(
                            "64 sequences of 2,147,483,647 places, read at once, need about .* GB, .* GB are"
                                    + " free; shorten the longest sequence or .*");
        }
    }

    @Test
    void anInterruptEndsWhatIsUnderWay() {
        assertStopped("predicting", () -> classifier.predict("ab"));
        assertStopped("predicting", () -> forecaster.forecast(SPLIT));
        var data = classifier.data(TEXTS, TEXTS);
        assertStopped("validating", () -> classifier.loss(data));
        assertThat(classifier.loss(data)).isGreaterThan(0);
    }

    private static void assertStopped(String work, ThrowingCallable call) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(call)
                .isInstanceOf(UnrollException.class)
                .hasMessage(work + " was stopped; run the cell again");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void dataOfAnotherTaskAreRefused() {
        var texts = classifier.data(TEXTS, TEXTS);
        var tagged = tagger.data(TAGGED, TAGGED);
        assertThatThrownBy(() -> classifier.loss(tagged))
                .hasMessageContaining("made for a Tagger; make them with data(…) of this Sequence");
        assertThatThrownBy(() -> tagger.loss(texts))
                .hasMessageContaining("made for a SequenceClassifier; make them with data(…) of");
    }

    @Test
    void withoutAValidationPartThereIsNothingToMeasure() {
        var data = classifier.data(TEXTS, List.of());
        assertThatThrownBy(() -> classifier.loss(data)).hasMessageContaining("no validation part");
        SeriesSplit whole = SeriesSplit.at(1, new double[9]);
        assertThatThrownBy(() -> forecaster.forecast(whole))
                .hasMessageContaining("nothing to validate on");
    }

    @Test
    void numbersThatANetworkCannotUseAreRefused() {
        assertThatThrownBy(() -> forecaster.predict(new double[] {1, 1, 1, 1, 1e40}))
                .hasMessageStartingWith("value 5 is 1.0E40, ");
        var setup = forecaster.setup();
        assertThatThrownBy(() -> setup.steps(1 << 30)).hasMessageContaining("2,147,483,648;");
        assertThatThrownBy(() -> setup.past(Integer.MAX_VALUE)).hasMessageContaining("lower past");
    }

    @Test
    void aForecastHasOnlyItsOwnSeries() {
        Outlook outlook = forecaster.predict(SPLIT.training().get(0));
        assertThatThrownBy(() -> outlook.quantile(0.1, 3)).hasMessageContaining("no series 3");
        assertThatThrownBy(() -> outlook.middle(-1)).hasMessageContaining("no series -1");
    }

    @Test
    void nullIsNamed() {
        assertNull("text 1", () -> classifier.predict((String) null));
        assertNull("text 2", () -> classifier.predict(Arrays.asList("a", null)));
        assertNull("texts", () -> classifier.predict((List<String>) null));
        assertNull("row", () -> classifier.predict((Map<String, ?>) null));
        assertNull("training", () -> classifier.data(null, TEXTS));
        assertNull("validation", () -> tagger.data(TAGGED, null));
        assertNull(
                "training example 1",
                () -> classifier.data(Arrays.asList((LabelledText) null), TEXTS));
        assertNull("the list", () -> tagger.predict((List<String>) null));
        assertNull("one of the labels", () -> SequenceClassifier.over(LETTERS, "a", null));
        assertNull("labels", () -> SequenceClassifier.over(LETTERS, (String[]) null));
        assertNull("one of the tags", () -> Tagger.over(LETTERS, "a", null));
        assertNull("examples", () -> Tagger.over(LETTERS, (List<TaggedTokens>) null));
        assertNull("newest", () -> forecaster.predict((double[][]) null));
        assertNull("newest[0]", () -> forecaster.predict((double[]) null));
        assertNull("split", () -> forecaster.forecast(null));
        assertNull("split", () -> forecaster.data(null));
        assertNull("quantiles", () -> forecaster.setup().quantiles((double[]) null));
    }

    private static void assertNull(String name, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name + " is null: a cell above was re-run; run it again");
    }
}
