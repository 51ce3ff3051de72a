package unroll.trace;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Where each token looks: the weights of one or several attention heads.
 *
 * <p>Row q of a head is softmax(Q K^T / sqrt(D)) of query q over all keys (Vaswani and others 2017):
 * numbers of 0 to 1 whose sum is 1.
 *
 * @param queries the tokens that look, from first to last
 * @param keys the tokens looked at; the same as the queries in self-attention
 * @param weights shape (heads, queries, keys)
 */
@SuppressWarnings("ArrayRecordComponent") // copied at both doors; equality is by content
public record AttentionMap(List<String> queries, List<String> keys, double[][][] weights) {
    private static final double TOLERANCE = 1e-3;

    /**
     * Checks and copies the weights.
     *
     * @throws IllegalArgumentException if there is no query, key or head, a head has another shape
     *     than (queries, keys), a weight is not in 0 .. 1, or the weights of a query do not sum to 1
     */
    public AttentionMap {
        queries = Rows.some("queries of an attention map", queries);
        keys = Rows.some("keys of an attention map", keys);
        Rows.requireSome(
                "heads of an attention map",
                Arrays.asList(Rows.given("weights of an attention map", weights)));
        double[][][] copy = new double[weights.length][][];
        for (int head = 0; head < weights.length; head++) {
            String what = "attention weights of head " + head;
            copy[head] = Rows.copy(what, weights[head], queries.size(), keys.size());
            requireDistributions(what, copy[head]);
        }
        weights = copy;
    }

    private static void requireDistributions(String what, double[][] rows) {
        for (int query = 0; query < rows.length; query++) {
            double sum = Arrays.stream(rows[query]).sum();
            double least = Arrays.stream(rows[query]).min().orElse(0);
            if (least < 0 || Math.abs(sum - 1) > TOLERANCE) {
                throw new IllegalArgumentException(
                        Rows.format(
                                "%s: row %d has the sum %.4f and the least number %.4f, expected"
                                        + " the sum 1 and nothing below 0; pass them after the"
                                        + " softmax",
                                what, query, sum, least));
            }
        }
    }

    /** Returns the map of one head of self-attention, shape (tokens, tokens). */
    public static AttentionMap ofSelf(List<String> tokens, double[][] weights) {
        return new AttentionMap(tokens, tokens, new double[][][] {weights});
    }

    /** Returns a copy of the weights, shape (heads, queries, keys). */
    @Override
    public double[][][] weights() {
        return Stream.of(weights).map(Rows::copy).toArray(double[][][]::new);
    }

    /** Returns how many heads there are. */
    public int heads() {
        return weights.length;
    }

    /**
     * Returns the map of one head alone.
     *
     * @param head counted from 0
     * @throws IllegalArgumentException if there is no such head
     */
    public AttentionMap head(int head) {
        if (head < 0 || head >= heads()) {
            throw new IllegalArgumentException(
                    Rows.format("head %d is missing; there are heads 0 to %d", head, heads() - 1));
        }
        return new AttentionMap(queries, keys, new double[][][] {weights[head]});
    }

    /** Returns the mean over all heads as a map of one head. */
    public AttentionMap mean() {
        double[][] mean = new double[queries.size()][keys.size()];
        for (double[][] head : weights) {
            for (int query = 0; query < mean.length; query++) {
                for (int key = 0; key < keys.size(); key++) {
                    mean[query][key] += head[query][key] / heads();
                }
            }
        }
        return new AttentionMap(queries, keys, new double[][][] {mean});
    }

    /** Returns whether no token looks at a later one, as in a model that predicts the next. */
    public boolean causal() {
        for (double[][] head : weights) {
            for (int query = 0; query < head.length; query++) {
                for (int key = query + 1; key < keys.size(); key++) {
                    if (head[query][key] > TOLERANCE) {
                        return false;
                    }
                }
            }
        }
        return queries.size() > 1 && queries.equals(keys);
    }

    /** Returns one row per head, query and key, with positions counted from 0. */
    public Table table() {
        IntColumn head = IntColumn.create("head");
        IntColumn queryAt = IntColumn.create("query position");
        StringColumn query = StringColumn.create("query");
        IntColumn keyAt = IntColumn.create("key position");
        StringColumn key = StringColumn.create("key");
        DoubleColumn weight = DoubleColumn.create("weight");
        for (int h = 0; h < heads(); h++) {
            for (int q = 0; q < queries.size(); q++) {
                for (int k = 0; k < keys.size(); k++) {
                    head.append(h);
                    queryAt.append(q);
                    query.append(queries.get(q));
                    keyAt.append(k);
                    key.append(keys.get(k));
                    weight.append(weights[h][q][k]);
                }
            }
        }
        return Table.create("attention", head, queryAt, query, keyAt, key, weight);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttentionMap that
                && queries.equals(that.queries)
                && keys.equals(that.keys)
                && Arrays.deepEquals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * queries.hashCode() + Arrays.deepHashCode(weights);
    }

    @Override
    public String toString() {
        return Rows.format(
                "attention of %s to %s, %s%s",
                Rows.count(queries.size(), "query", "queries"),
                Rows.count(keys.size(), "key", "keys"),
                Rows.count(heads(), "head", "heads"),
                causal() ? ", none to a later token" : "");
    }
}
