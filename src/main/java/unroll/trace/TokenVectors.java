package unroll.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Tokens as vectors: the rows of an embedding.
 *
 * @param tokens one name per vector, all different
 * @param vectors shape (tokens, width)
 */
@SuppressWarnings("ArrayRecordComponent") // copied at both doors; equality is by content
public record TokenVectors(List<String> tokens, double[][] vectors) {

    /**
     * A token near another one.
     *
     * @param token its name
     * @param similarity cosine of the angle between both vectors, a·b / (|a| |b|), in -1 .. 1
     */
    public record Neighbour(String token, double similarity) {}

    /**
     * Checks and copies the vectors.
     *
     * @throws IllegalArgumentException if tokens repeat, or vectors differ in length
     */
    public TokenVectors {
        tokens = Rows.some("tokens of an embedding", tokens);
        Rows.given("vectors of an embedding", vectors);
        Rows.requireDistinct("tokens of an embedding", tokens);
        int width = vectors.length == 0 ? 0 : Rows.given("the first vector", vectors[0]).length;
        vectors = Rows.copy("vectors of an embedding", vectors, tokens.size(), width);
        if (width == 0) {
            throw new IllegalArgumentException("vectors of an embedding: they have no numbers");
        }
    }

    /** Returns a copy of the vectors, shape (tokens, width). */
    @Override
    public double[][] vectors() {
        return Rows.copy(vectors);
    }

    /** Returns how many numbers a vector has. */
    public int width() {
        return vectors[0].length;
    }

    /**
     * Returns the vector of a token.
     *
     * @throws IllegalArgumentException if there is no such token; the message lists some there are
     */
    public double[] vector(String token) {
        return vectors[Rows.index("token", token, tokens)].clone();
    }

    /**
     * Returns the tokens whose vectors point most nearly the same way, the nearest first.
     *
     * @param most how many at most; the token itself is not among them
     * @throws IllegalArgumentException if there is no such token; the message lists some there are;
     *     or {@code most} is below 1
     */
    public List<Neighbour> nearest(String token, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    Rows.format(
                            "neighbours of '%s': their number must be 1 or more, got %d",
                            token, most));
        }
        int self = Rows.index("token", token, tokens);
        return IntStream.range(0, tokens.size())
                .filter(other -> other != self)
                .mapToObj(other -> new Neighbour(tokens.get(other), cosine(self, other)))
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .limit(most)
                .toList();
    }

    private double cosine(int a, int b) {
        double lengths = Math.sqrt(product(a, a) * product(b, b));
        return lengths == 0 ? 0 : product(a, b) / lengths;
    }

    private double product(int a, int b) {
        double sum = 0;
        for (int i = 0; i < width(); i++) {
            sum += vectors[a][i] * vectors[b][i];
        }
        return sum;
    }

    /** Returns one row per token, one column per number of its vector. */
    public Table table() {
        Table table = Table.create("embedding", StringColumn.create("token", tokens));
        for (int i = 0; i < width(); i++) {
            int column = i;
            double[] values = Arrays.stream(vectors).mapToDouble(row -> row[column]).toArray();
            table.addColumns(DoubleColumn.create(Integer.toString(i), values));
        }
        return table;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenVectors that
                && tokens.equals(that.tokens)
                && Arrays.deepEquals(vectors, that.vectors);
    }

    @Override
    public int hashCode() {
        return 31 * tokens.hashCode() + Arrays.deepHashCode(vectors);
    }

    @Override
    public String toString() {
        return Rows.format(
                "%s as vectors of %s",
                Rows.count(tokens.size(), "token", "tokens"),
                Rows.count(width(), "number", "numbers"));
    }
}
