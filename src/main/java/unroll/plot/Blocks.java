package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How a matrix of very many cells is drawn: as means of blocks of them.
 *
 * @param rows of the whole matrix
 * @param columns of the whole matrix
 * @param down rows of a block
 * @param across columns of a block
 */
record Blocks(int rows, int columns, int down, int across) {
    /** Blocks along a side at most. */
    static final int SIDE = 200;

    static Blocks of(int rows, int columns, int limit) {
        return new Blocks(rows, columns, upward(rows, limit), upward(columns, limit));
    }

    /** Returns the quotient, rounded up. */
    private static int upward(int size, int by) {
        return (size + by - 1) / by;
    }

    /** Returns whether each block is one cell, so that nothing changes. */
    boolean single() {
        return down <= 1 && across <= 1;
    }

    /** Returns how many blocks there are. */
    long count() {
        return (long) upward(rows, Math.max(1, down)) * upward(columns, Math.max(1, across));
    }

    /** Returns the means of what is finite; NaN where nothing is. */
    double[][] means(double[][] values) {
        double[][] means = new double[upward(rows, down)][upward(columns, across)];
        for (int row = 0; row < means.length; row++) {
            for (int column = 0; column < means[row].length; column++) {
                means[row][column] = mean(values, row * down, column * across);
            }
        }
        return means;
    }

    private double mean(double[][] values, int row, int column) {
        double sum = 0;
        int count = 0;
        for (int r = row; r < Math.min(values.length, row + down); r++) {
            for (int c = column; c < Math.min(values[r].length, column + across); c++) {
                if (Double.isFinite(values[r][c])) {
                    sum += values[r][c];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Gives each block of a trace its place. */
    void place(ObjectNode trace) {
        coordinates(trace, "x", columns, across);
        coordinates(trace, "y", rows, down);
        remember(trace);
    }

    /** Writes into a trace what its cells are means of, for who makes blocks of these in turn. */
    void remember(ObjectNode trace) {
        trace.putArray("meta").add(rows).add(columns).add(down).add(across);
    }

    /** Returns what the cells of a trace are means of: of themselves where nothing is said. */
    static Blocks of(JsonNode trace) {
        JsonNode z = trace.path("z");
        JsonNode meta = trace.path("meta");
        return meta.size() == 4
                ? new Blocks(
                        meta.path(0).asInt(),
                        meta.path(1).asInt(),
                        meta.path(2).asInt(),
                        meta.path(3).asInt())
                : new Blocks(z.size(), z.path(0).size(), 1, 1);
    }

    /** Returns these blocks of means as blocks of what the means were made of. */
    Blocks over(Blocks before) {
        return new Blocks(before.rows, before.columns, before.down * down, before.across * across);
    }

    /** Gives each block the place of its middle; words and moments that of its first cell. */
    private static void coordinates(ObjectNode trace, String side, int size, int each) {
        JsonNode before = trace.path(side);
        ArrayNode after = trace.putArray(side);
        for (int from = 0; from < size; from += each) {
            int to = Math.min(size, from + each) - 1;
            JsonNode first = before.path(from);
            if (!before.isArray()) {
                after.add((from + to) / 2.0);
            } else if (first.isNumber() && before.path(to).isNumber()) {
                after.add((first.doubleValue() + before.path(to).doubleValue()) / 2);
            } else {
                after.add(first);
            }
        }
    }

    /** Returns what stands for the block that begins with a cell: the first name to the last. */
    static String name(List<String> names, int from, int each) {
        int to = Math.min(names.size(), from + each) - 1;
        return from == to ? names.get(from) : names.get(from) + " to " + names.get(to);
    }

    String note() {
        return note(" drawn");
    }

    /** Returns what became of the matrix, and what is done with the means. */
    String note(String done) {
        return Digits.format(
                "means of %d x %d cells%s, %d x %d given", down, across, done, rows, columns);
    }
}
