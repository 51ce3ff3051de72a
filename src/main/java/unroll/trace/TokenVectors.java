package unroll.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        double[] own = unit(vectors[self]);
        return IntStream.range(0, tokens.size())
                .filter(other -> other != self)
                .mapToObj(other -> neighbour(other, cosine(own, unit(vectors[other]))))
                .sorted(Comparator.comparingDouble(Neighbour::similarity).reversed())
                .limit(most)
                .toList();
    }

    /** Returns the nearest neighbour of each token, in their order; none where a token is alone. */
    public List<Neighbour> nearest() {
        if (tokens.size() < 2) {
            return List.of();
        }
        double[][] units = Stream.of(vectors).map(TokenVectors::unit).toArray(double[][]::new);
        return IntStream.range(0, units.length).mapToObj(self -> nearest(units, self)).toList();
    }

    private Neighbour nearest(double[][] units, int self) {
        int nearest = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < units.length; other++) {
            double cosine = other == self ? most : cosine(units[self], units[other]);
            if (cosine > most) {
                most = cosine;
                nearest = other;
            }
        }
        return neighbour(nearest, most);
    }

    private Neighbour neighbour(int token, double similarity) {
        return new Neighbour(tokens.get(token), similarity);
    }

    /** Returns the vector with the length 1, however large or small its numbers; 0 stays 0. */
    private static double[] unit(double[] vector) {
        double most = Arrays.stream(vector).map(Math::abs).max().orElse(0);
        if (most == 0) {
            return vector;
        }
        double[] scaled = Arrays.stream(vector).map(value -> value / most).toArray();
        double length = Math.sqrt(product(scaled, scaled));
        return Arrays.stream(scaled).map(value -> value / length).toArray();
    }

    private static double cosine(double[] unit, double[] other) {
        return Math.max(-1, Math.min(1, product(unit, other)));
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
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
