package unroll.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import unroll.Interruption;
import unroll.model.LanguageModel;
import unroll.model.Stepper;
import unroll.text.Vocabulary;

/**
 * Tries language models on a text.
 *
 * @param vocabulary the tokens that all of them know
 * @param ids the text
 * @param ends where in it each item ends
 * @param characters how long each item is, the first token of the text left out
 * @param moreItems how there could be more of them
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this package; never compared
record TokenTrial(
        Vocabulary vocabulary, int[] ids, int[] ends, double[] characters, String moreItems)
        implements Trial<LanguageModel, KneserNey> {

    static TokenTrial of(Vocabulary vocabulary, List<String> items, String moreItems) {
        int[] ends = new int[items.size()];
        double[] characters = new double[items.size()];
        List<int[]> pieces = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            pieces.add(encoded(vocabulary, items.get(i), i));
            ends[i] = pieces.get(i).length + (i == 0 ? 0 : ends[i - 1]);
            characters[i] = items.get(i).codePoints().count();
        }
        int[] ids = pieces.stream().flatMapToInt(Arrays::stream).toArray();
        characters[0] -= vocabulary.token(ids[0]).codePoints().count();
        if (ids.length < 2 || !(characters[0] > 0)) {
            throw new IllegalArgumentException(
                    "item 0 needs two tokens or more, since the first is given, not foretold");
        }
        return new TokenTrial(vocabulary, ids, ends, characters, moreItems);
    }

    /** Cuts a text after its blank lines. */
    static List<String> paragraphs(String text) {
        List<String> items = new ArrayList<>();
        int from = 0;
        boolean afterBlank = false;
        for (int line = 0; line < text.length(); ) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            if (afterBlank && " \t\n\u000b\f\r".indexOf(text.charAt(line)) < 0) {
                items.add(text.substring(from, line));
                from = line;
            }
            afterBlank = line > 0 && text.substring(line, end).matches("[ \\t]*");
            line = end + 1;
        }
        items.add(text.substring(from));
        return items;
    }

    private static int[] encoded(Vocabulary vocabulary, String item, int index) {
        int[] ids = vocabulary.encode(item);
        if (ids.length == 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "item %d (counted from 0) has no tokens; leave it out",
                            index));
        }
        return ids;
    }

    @Override
    public String quantity() {
        return "bits per character";
    }

    @Override
    public boolean lowerIsBetter() {
        return true;
    }

    @Override
    public ItemScores model(LanguageModel model) {
        if (!model.vocabulary().tokens().equals(vocabulary.tokens())) {
            throw unfit("model", model.vocabularySize());
        }
        Stepper stepper = model.stepper();
        Stepper.State state = stepper.start();
        double[] losses = new double[ids.length];
        for (int t = 1; t < ids.length; t++) {
            Interruption.check("reading the text");
            losses[t] = loss(stepper.step(state, ids[t - 1]), ids[t]);
        }
        return scores(losses);
    }

    /** Returns -ln p of a token. */
    private static double loss(float[] logits, int token) {
        double largest = Float.NEGATIVE_INFINITY;
        for (float z : logits) {
            largest = Math.max(largest, z);
        }
        double sum = 0;
        for (float z : logits) {
            sum += Math.exp(z - largest);
        }
        return Math.log(sum) + largest - logits[token];
    }

    @Override
    public ItemScores baseline(KneserNey baseline) {
        if (baseline.vocabulary() != vocabulary.size()) {
            throw unfit("baseline", baseline.vocabulary());
        }
        return scores(baseline.scores(ids).losses());
    }

    private IllegalArgumentException unfit(String who, int tokens) {
        return new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "the trial is over %d tokens, the %s knows %d others; build both over one"
                                + " vocabulary",
                        vocabulary.size(),
                        who,
                        tokens));
    }

    private ItemScores scores(double[] losses) {
        losses[0] = 0;
        double[] totals = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            int from = i == 0 ? 0 : ends[i - 1];
            totals[i] = Arrays.stream(losses, from, ends[i]).sum() / Math.log(2);
        }
        return new ItemScores(totals, characters);
    }
}
