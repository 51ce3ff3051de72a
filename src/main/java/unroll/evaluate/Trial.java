package unroll.evaluate;

import java.util.List;
import unroll.data.LabelledText;
import unroll.data.SeriesSplit;
import unroll.data.TaggedTokens;
import unroll.model.Forecaster;
import unroll.model.LanguageModel;
import unroll.model.SequenceClassifier;
import unroll.model.Tagger;
import unroll.text.Vocabulary;

/**
 * What models and baselines are tried on, item by item, for {@link Report#compare}. A reader's own
 * task can be one.
 *
 * @param <M> models that were trained, perhaps with several seeds
 * @param <B> baselines, the simple things they have to beat
 */
public interface Trial<M, B> {

    /** Returns what the scores are, such as {@code accuracy}. */
    String quantity();

    /** Returns whether less is better, as for errors; else more is. */
    boolean lowerIsBetter();

    /**
     * Returns whether scores count answers, right ones or wrong ones, so that none is below 0 or above
     * the weight of its item; they do here if more is better. How sure the share of such answers is can
     * be said of few items too, and where all are right.
     */
    default boolean shares() {
        return !lowerIsBetter();
    }

    /** Returns the scores of a model; the items and their weights are the same for all. */
    ItemScores model(M model);

    /** Returns the scores of a baseline on the same items. */
    ItemScores baseline(B baseline);

    /**
     * Returns the smallest difference from a baseline's score that is worth speaking of: 0.05 of
     * scores, 5 % of errors.
     */
    default double margin(double baseline) {
        return lowerIsBetter() ? 0.05 * Math.abs(baseline) : 0.05;
    }

    /**
     * Returns what the weights of the items count, such as {@code values}, where a reader knows how many
     * of these there are, but not how many items; else nothing.
     */
    default String unit() {
        return "";
    }

    /** Returns how the same data could give more items, where there is a way; else nothing. */
    default String moreItems() {
        return "";
    }

    /**
     * Tries classifiers on texts, by accuracy; texts of one group are one item.
     *
     * @param test texts that no model was trained on
     */
    static Trial<SequenceClassifier, TextClassifier> ofTexts(List<LabelledText> test) {
        return new TextTrial(List.copyOf(Given.list("test", test)));
    }

    /**
     * Tries taggers on sequences, by accuracy per token; a sequence, or those of one group, is one
     * item.
     *
     * @param test sequences that no model was trained on
     */
    static Trial<Tagger, TokenTagger> ofTags(List<TaggedTokens> test) {
        return new TagTrial(List.copyOf(Given.list("test", test)));
    }

    /**
     * Tries forecasters on the validation part of a series, by mean squared error: from every {@code
     * steps}-th time on, the next {@code steps} values are forecast from all true values before.
     *
     * <p>Forecasts that follow each other are not independent: an item is a run of them, as long as
     * the cube root of their number (Hall, Horowitz and Jing 1995).
     *
     * @param steps how many values ahead the models forecast
     * @throws IllegalArgumentException if the split has more than one series, or fewer than {@code
     *     steps} values after the cut
     */
    static Trial<Forecaster, SeriesBaseline> ofSeries(SeriesSplit split, int steps) {
        return SeriesTrial.of(split, steps);
    }

    /**
     * Tries forecasters that tell quantiles as {@link #ofSeries} does, by pinball loss, the mean over the
     * quantiles.
     *
     * <pre>
     *   Trial.ofQuantiles(split, 1, 0.05, 0.5, 0.95)
     * </pre>
     *
     * <p>A baseline tells its forecast plus the quantile of the errors that it made on the training part
     * as many steps ahead: {@link SeriesBaseline#mean} tells the quantiles of that part.
     *
     * @param quantiles shares below which the values should lie; the models must tell all of them
     * @throws IllegalArgumentException as {@link #ofSeries}, or if there is no quantile or one is not
     *     above 0 and below 1
     */
    static Trial<Forecaster, SeriesBaseline> ofQuantiles(
            SeriesSplit split, int steps, double... quantiles) {
        return QuantileTrial.of(split, steps, quantiles);
    }

    /**
     * Tries language models on a text, by bits per character; an item is what stands between two
     * blank lines, such as a tune or a paragraph.
     *
     * <p>All read the text from its beginning, without a break; the first token is given.
     *
     * @param text a text that no model was trained on
     * @throws IllegalArgumentException if it has a token that the vocabulary has not
     */
    static Trial<LanguageModel, KneserNey> ofText(Vocabulary vocabulary, String text) {
        List<String> items = TokenTrial.paragraphs(Given.value("text", text));
        String more =
                "an item ends at a blank line; if yours end elsewhere, give them as a list to"
                        + " Trial.ofItems(vocabulary, items)";
        return TokenTrial.of(Given.value("vocabulary", vocabulary), items, more);
    }

    /**
     * Tries language models on a text that is given in pieces, each of them one item, as {@link
     * #ofText(Vocabulary, String)} does.
     *
     * @param items the pieces in their order, with the white space that separates them
     * @throws IllegalArgumentException if a piece is empty or has a token that the vocabulary has not
     */
    static Trial<LanguageModel, KneserNey> ofItems(Vocabulary vocabulary, List<String> items) {
        return TokenTrial.of(Given.value("vocabulary", vocabulary), Given.list("items", items), "");
    }
}
