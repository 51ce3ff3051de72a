package unroll.trace;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How often each class was taken for each.
 *
 * @param labels the classes
 * @param counts shape (truth, prediction), in the order of the labels
 */
@SuppressWarnings("ArrayRecordComponent") // copied at both doors; equality is by content
public record Confusion(List<String> labels, long[][] counts) {

    /**
     * Checks and copies the counts.
     *
     * @throws IllegalArgumentException if labels repeat, the counts are not square, one is
     *     negative, or their sum is beyond a {@code long}
     */
    public Confusion {
        labels = Rows.some("labels of a confusion matrix", labels);
        Rows.requireDistinct("labels of a confusion matrix", labels);
        counts =
                Stream.of(Rows.given("counts of a confusion matrix", counts))
                        .map(row -> Rows.given("a row of a confusion matrix", row).clone())
                        .toArray(long[][]::new);
        int size = labels.size();
        boolean square = counts.length == size;
        for (long[] row : counts) {
            square &= row.length == size;
            if (Arrays.stream(row).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException(
                        "confusion matrix: a count is negative: " + Arrays.toString(row));
            }
        }
        if (!square) {
            throw new IllegalArgumentException(
                    Rows.format(
                            "confusion matrix: %d labels need %d rows of %d counts, got %s",
                            size, size, size, Arrays.deepToString(counts)));
        }
        requireSum(counts);
    }

    private static void requireSum(long[][] counts) {
        long sum = 0;
        for (long count : Stream.of(counts).flatMapToLong(Arrays::stream).toArray()) {
            if (count > Long.MAX_VALUE - sum) {
                throw new IllegalArgumentException(
                        Rows.format(
                                "confusion matrix: the counts sum to more than %d, expected fewer: %s",
                                Long.MAX_VALUE, Arrays.deepToString(counts)));
            }
            sum += count;
        }
    }

    /**
     * Counts pairs; the labels are those that occur, sorted.
     *
     * @throws IllegalArgumentException if there are not as many predictions as truths
     */
    public static Confusion of(List<String> truth, List<String> predicted) {
        Rows.names("true labels", truth);
        Rows.names("predicted labels", predicted);
        if (truth.size() != predicted.size()) {
            throw new IllegalArgumentException(
                    Rows.format(
                            "confusion matrix: %d true labels, but %d predicted ones",
                            truth.size(), predicted.size()));
        }
        TreeSet<String> all = new TreeSet<>(truth);
        all.addAll(predicted);
        List<String> labels = List.copyOf(all);
        long[][] counts = new long[labels.size()][labels.size()];
        for (int i = 0; i < truth.size(); i++) {
            counts[labels.indexOf(truth.get(i))][labels.indexOf(predicted.get(i))]++;
        }
        return new Confusion(labels, counts);
    }

    /** Returns a copy of the counts, shape (truth, prediction). */
    @Override
    public long[][] counts() {
        return Stream.of(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /** Returns how many were judged. */
    public long total() {
        return Stream.of(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Returns the share that was judged rightly; NaN if nothing was judged. */
    public double accuracy() {
        long right = IntStream.range(0, labels.size()).mapToLong(i -> counts[i][i]).sum();
        return (double) right / total();
    }

    /**
     * Returns the share of a class that was recognised: right / all that are of the class.
     *
     * @throws IllegalArgumentException if there is no such label; the message lists those there are
     */
    public double recall(String label) {
        int i = Rows.index("label", label, labels);
        return (double) counts[i][i] / Arrays.stream(counts[i]).sum();
    }

    /**
     * Returns the share of a prediction that is right: right / all that were called so.
     *
     * @throws IllegalArgumentException if there is no such label; the message lists those there are
     */
    public double precision(String label) {
        int i = Rows.index("label", label, labels);
        return (double) counts[i][i] / Stream.of(counts).mapToLong(row -> row[i]).sum();
    }

    /** Returns one row per pair of classes. */
    public Table table() {
        StringColumn truth = StringColumn.create("truth");
        StringColumn predicted = StringColumn.create("predicted");
        LongColumn count = LongColumn.create("count");
        for (int row = 0; row < labels.size(); row++) {
            for (int column = 0; column < labels.size(); column++) {
                truth.append(labels.get(row));
                predicted.append(labels.get(column));
                count.append(counts[row][column]);
            }
        }
        return Table.create("confusion", truth, predicted, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Confusion that
                && labels.equals(that.labels)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        String classes = Rows.count(labels.size(), "class", "classes");
        return total() == 0
                ? "0 judged, " + classes
                : Rows.format("%,d judged, %s, accuracy %.3f", total(), classes, accuracy());
    }
}
