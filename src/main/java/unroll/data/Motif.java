package unroll.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of DNA that is written a little differently each time: a position weight matrix (Stormo and
 * others 1982).
 *
 * <pre>
 *   p_i(b)    probability of base b = A, C, G, T at position i
 *   score     sum over i of log2(p_i(b_i) / (1/4)), in bits: above 0 speaks for the motif
 * </pre>
 *
 * @param name what it is called
 * @param probabilities p                                  // (L, 4)
 */
public record Motif(String name, List<List<Double>> probabilities) {
    static final String BASES = "ACGT";

    /** Where the polymerase of E. coli binds, 35 bases before a gene is read. */
    public static final Motif MINUS_35 = of("-35 box", "TTGACA", 82, 84, 79, 64, 54, 45);

    /** Where it opens the strands, 10 bases before. */
    public static final Motif MINUS_10 = of("-10 box", "TATAAT", 79, 95, 44, 59, 51, 96);

    /** Where the ribosome of E. coli binds, a few bases before the protein begins. */
    public static final Motif RIBOSOME =
            of("ribosome binding site", "AGGAGG", 80, 90, 95, 80, 95, 85);

    public Motif {
        probabilities = probabilities.stream().map(List::copyOf).toList();
        for (List<Double> row : probabilities) {
            double sum = row.stream().mapToDouble(Double::doubleValue).sum();
            if (row.size() != BASES.length()
                    || row.stream().anyMatch(p -> !(p > 0))
                    || Math.abs(sum - 1) > 1e-6) {
                throw new IllegalArgumentException(
                        "each position of a motif needs probabilities above 0 of A, C, G, T that"
                                + " sum to 1, got "
                                + row);
            }
        }
        if (probabilities.isEmpty()) {
            throw new IllegalArgumentException("a motif needs at least one position");
        }
    }

    /** A motif of usual bases, each with its share in percent; the others share what is left. */
    private static Motif of(String name, String usual, int... percent) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < percent.length; i++) {
            List<Double> row = new ArrayList<>();
            for (int base = 0; base < BASES.length(); base++) {
                boolean isUsual = BASES.charAt(base) == usual.charAt(i);
                row.add(isUsual ? percent[i] / 100.0 : (100 - percent[i]) / 300.0);
            }
            rows.add(row);
        }
        return new Motif(name, rows);
    }

    /** Returns how many bases it has: L. */
    public int length() {
        return probabilities.size();
    }

    /** Returns the most probable base of each position. */
    public String consensus() {
        StringBuilder text = new StringBuilder();
        for (List<Double> row : probabilities) {
            double most = row.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            text.append(BASES.charAt(row.indexOf(most)));
        }
        return text.toString();
    }

    /**
     * Returns how much more probable {@code bases} are as this motif than by chance, in bits.
     *
     * @throws IllegalArgumentException if they are not as many as the motif has, each A, C, G or T
     */
    public double score(String bases) {
        if (bases.length() != length() || !bases.matches("[ACGT]*")) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the %s scores %d letters of A, C, G, T, got \"%s\"",
                            name,
                            length(),
                            bases));
        }
        double bits = 0;
        for (int i = 0; i < length(); i++) {
            double p = probabilities.get(i).get(BASES.indexOf(bases.charAt(i)));
            bits += Math.log(4 * p) / Math.log(2);
        }
        return bits;
    }

    /** Returns the motif as it is written once. */
    String draw(Chance chance) {
        StringBuilder text = new StringBuilder();
        for (List<Double> row : probabilities) {
            double left = chance.uniform();
            int base = 0;
            while (base < 3 && left >= row.get(base)) {
                left -= row.get(base++);
            }
            text.append(BASES.charAt(base));
        }
        return text.toString();
    }
}
