package unroll.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.data.PaddedBatch;
import unroll.text.Vocabulary;

/** Turns the reader's texts and labels into numbers, with messages that name the example. */
record Encoder(Vocabulary vocabulary, List<String> labels) {
    private static final String CLASSIFIER = SequenceClassifier.class.getSimpleName();
    private static final String TAGGER = Tagger.class.getSimpleName();

    /**
     * Returns the numbers of a text's tokens.
     *
     * @param where which text it is, for a message
     */
    int[] text(String text, String where) {
        Reading.there(where, text);
        int[] ids;
        try {
            ids = vocabulary.encode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
        requireSome(ids.length, where);
        return ids;
    }

    /** Returns the numbers of tokens that are already cut. */
    int[] tokens(List<String> tokens, String where) {
        requireSome(Reading.there(where, tokens).size(), where);
        int[] ids = new int[tokens.size()];
        for (int i = 0; i < ids.length; i++) {
            try {
                ids[i] = vocabulary.id(tokens.get(i));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT, "%s, token %d: %s", where, i + 1, e.getMessage()),
                        e);
            }
        }
        return ids;
    }

    private static void requireSome(int tokens, String where) {
        if (tokens == 0) {
            throw new IllegalArgumentException(
                    where + " is empty: there is no token to read; leave it out");
        }
    }

    /**
     * Returns the text of a row: what stands under {@code text}, or else its only string.
     *
     * @throws IllegalArgumentException if there is no such string, or several
     */
    static String text(Map<String, ?> row) {
        if (Reading.there("row", row).get("text") instanceof String text) {
            return text;
        }
        List<?> strings = row.values().stream().filter(String.class::isInstance).toList();
        if (strings.size() != 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the row has %d strings and none of them is called \"text\"; it has %s: name the one"
                                    + " to read \"text\", or leave the others out",
                            strings.size(),
                            row.keySet()));
        }
        return (String) strings.get(0);
    }

    /** Returns the number of a label. */
    int label(String label, String where) {
        int number = labels.indexOf(label);
        if (number < 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s has the label \"%s\", the model knows %s; build it over all labels of the data",
                            where,
                            label,
                            labels));
        }
        return number;
    }

    /**
     * Refuses a batch with numbers that mean nothing to the model.
     *
     * @param perToken whether the model answers for every token, not once for a text
     */
    void require(PaddedBatch batch, boolean perToken) {
        int answers = perToken ? batch.inputs().length : batch.size();
        if (batch.targets().length != answers) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the data have %s, as they are made for a %s; make them with data(…) of this %s",
                            perToken ? "one answer for a text" : "an answer for every token",
                            perToken ? CLASSIFIER : TAGGER,
                            perToken ? TAGGER : CLASSIFIER));
        }
        requireAll("token", batch.inputs(), vocabulary.size());
        requireAll("answer", batch.targets(), labels.size());
        if (!(batch.answers() > 0)) {
            throw new IllegalArgumentException(
                    "all answers of the batch have weight 0: there is nothing to learn from it");
        }
    }

    private static void requireAll(String what, int[] numbers, int count) {
        if (!Arrays.stream(numbers).allMatch(n -> n >= 0 && n < count)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "every %s of a batch must be in 0 .. %d; these data were made for another model",
                            what,
                            count - 1));
        }
    }
}
