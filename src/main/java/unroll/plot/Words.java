package unroll.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Tokens and numbers as the labels and summaries of charts write them. */
final class Words {
    private static final int LABEL = 20;
    private static final int NAMED = 12;

    private Words() {}

    /** Returns a token as a label: short, and seen even if it is a space or the end of a line. */
    static String label(String token) {
        return label(token, LABEL);
    }

    /** Returns a token as a label of at most so many letters, of a long one both ends. */
    static String label(String token, int most) {
        String seen =
                token.isBlank()
                        ? token.replace(' ', '␣').replace("\n", "↵").replace("\t", "⇥")
                        : token.replaceAll("\\s", " ");
        int[] letters = seen.codePoints().toArray();
        if (letters.length <= most) {
            return seen;
        }
        int head = most / 2;
        int tail = most - 1 - head;
        return new String(letters, 0, head).stripTrailing()
                + "…"
                + new String(letters, letters.length - tail, tail).stripLeading();
    }

    static List<String> labels(List<String> tokens) {
        return tokens.stream().map(Words::label).toList();
    }

    /** Returns the first names, and that there are more. */
    static String some(List<String> names) {
        String shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED
                ? Digits.format("%s and %d more", shown, names.size() - NAMED)
                : shown;
    }

    /** Returns the number with four digits, or that there is none. */
    static String value(double value) {
        return Double.isNaN(value) ? "missing" : Digits.four(value);
    }

    /** Returns, for example, {@code , 2 infinite numbers left out}; nothing where all are drawn. */
    static String leftOut(long count, String one, String more) {
        return count == 0 ? "" : ", " + Digits.count(count, one) + more + " left out";
    }

    /** Returns how many numbers have no place on a logarithmic axis; nothing on another. */
    static String leftOut(boolean logarithmic, DoubleStream values) {
        return leftOut(
                logarithmic ? values.filter(v -> v <= 0).count() : 0, "number", " of 0 or less");
    }

    /** Returns, for example, {@code 0.1 to 3.7}; what is not finite is left out. */
    static String range(double[] values) {
        return range(Arrays.stream(values));
    }

    /**
     * Returns the range of a line and its last number, of those that have a place on its axis.
     *
     * @param logarithmic whether 0 and less have none
     */
    static String course(double[] values, boolean logarithmic) {
        double[] drawn =
                Arrays.stream(values)
                        .filter(Double::isFinite)
                        .filter(value -> !logarithmic || value > 0)
                        .toArray();
        return drawn.length == 0
                ? range(drawn)
                : range(drawn) + ", at the end " + Digits.four(drawn[drawn.length - 1]);
    }

    static String range(DoubleStream values) {
        DoubleSummaryStatistics finite = values.filter(Double::isFinite).summaryStatistics();
        return finite.getCount() == 0
                ? "no finite number"
                : Digits.four(finite.getMin()) + " to " + Digits.four(finite.getMax());
    }
}
