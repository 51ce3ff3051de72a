package unroll.evaluate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Whether chance alone makes paired differences as large as these (Fisher 1935): if neither of two is
 * better, each difference may as well have the other sign.
 *
 * <pre>
 *   p = share of all 2^m choices of signs whose sum is as far from 0     m differences that are not 0
 * </pre>
 *
 * <p>All choices are counted up to m = 20, beyond that 10,000 are drawn (Yeh 2000; p = (1 + found) /
 * (1 + drawn), Phipson and Smyth 2010). Of answers that are right or wrong this is the exact test of
 * McNemar (1947), the sign test on those that only one of the two has right.
 */
final class SignFlips {
    private static final int ALL_COUNTED = 20;
    private static final int DRAWS = 10_000;
    private static final long SEED = 1;

    /** Sums that differ by rounding only are the same; a part of the largest sum. */
    private static final double ROUNDING = 1e-9;

    private SignFlips() {}

    /** Returns the share of choices of signs whose sum is as far from 0 as that of the differences. */
    static double asFar(double[] differences) {
        boolean above = Arrays.stream(differences).sum() >= 0;
        double[] turned = Arrays.stream(differences).map(d -> above ? d : -d).toArray();
        return Math.min(1, 2 * asHigh(turned));
    }

    /** Returns the share of choices of signs whose sum is as high as that of the differences. */
    static double asHigh(double[] differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).filter(d -> d > 0).toArray();
        double all = Arrays.stream(sizes).sum();
        double least = Arrays.stream(differences).sum() - ROUNDING * all;
        return sizes.length <= ALL_COUNTED ? counted(sizes, all, least) : drawn(sizes, least);
    }

    private static double counted(double[] sizes, double all, double least) {
        boolean[] up = new boolean[sizes.length];
        double sum = -all;
        long choices = 1L << sizes.length;
        long found = sum >= least ? 1 : 0;
        for (long i = 1; i < choices; i++) {
            int next = Long.numberOfTrailingZeros(i); // Gray's order turns one sign at a time
            sum += (up[next] ? -2 : 2) * sizes[next];
            up[next] = !up[next];
            found += sum >= least ? 1 : 0;
        }
        return found / (double) choices;
    }

    private static double drawn(double[] sizes, double least) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int found = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            long bits = 0;
            for (int i = 0; i < sizes.length; i++) {
                bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
                sum += (bits & 1) == 0 ? sizes[i] : -sizes[i];
            }
            found += sum >= least ? 1 : 0;
        }
        return (1 + found) / (1.0 + DRAWS);
    }

    /** Returns how many differences there must be for chance to be ruled out at a level at all. */
    static int fewest(double level) {
        int differences = 1;
        while (Math.pow(2, 1 - differences) > level) {
            differences++;
        }
        return differences;
    }
}
