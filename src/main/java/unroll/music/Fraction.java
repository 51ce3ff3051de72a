package unroll.music;

/**
 * An exact fraction in lowest terms, used for lengths in whole notes: a dotted quarter is 3/8.
 *
 * <p>Numerator and denominator stay below 2^31, so that no sum or product overflows unseen.
 *
 * @param numerator its sign is the fraction's
 * @param denominator at least 1
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(0, 1);
    public static final Fraction ONE = new Fraction(1, 1);

    private static final long LIMIT = Integer.MAX_VALUE;

    /** Throws {@link ArithmeticException} if the denominator is 0 or a term is beyond 2^31 - 1. */
    public Fraction {
        if (denominator == 0) {
            throw new ArithmeticException("a fraction with denominator 0");
        }
        long divisor = gcd(Math.abs(numerator), Math.abs(denominator));
        divisor = denominator < 0 ? -divisor : divisor;
        numerator /= divisor;
        denominator /= divisor;
        if (numerator > LIMIT || numerator < -LIMIT || denominator > LIMIT || denominator < 1) {
            throw new ArithmeticException(
                    numerator + "/" + denominator + " is beyond exact fractions (2^31)");
        }
    }

    /** The fraction in lowest terms. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(numerator, denominator);
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator * other.denominator + other.numerator * denominator,
                denominator * other.denominator);
    }

    public Fraction minus(Fraction other) {
        return new Fraction(
                numerator * other.denominator - other.numerator * denominator,
                denominator * other.denominator);
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator * other.numerator, denominator * other.denominator);
    }

    public double toDouble() {
        return (double) numerator / denominator;
    }

    public boolean isZero() {
        return numerator == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }

    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
