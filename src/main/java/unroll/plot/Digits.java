package unroll.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a reader wants them: few digits, always a point, the same on every machine. */
public final class Digits {
    /** Numbers from here on are written as a power of ten. */
    private static final double LARGE = 1e7;

    private Digits() {}

    /** Returns the number with four significant digits: 1.437, 0.001234, 83210, 1.2e-7. */
    public static String four(double value) {
        boolean whole = Math.abs(value) >= 1e4 && Math.abs(value) < LARGE;
        return whole ? format("%.0f", value) : significant(value, 4);
    }

    /** Returns the number with so many significant digits, without zeros at the end. */
    static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= LARGE)) {
            String text = format("%." + (digits - 1) + "e", value);
            return text.replaceFirst("\\.?0*e", "e")
                    .replaceFirst("e([+-])0?", "e$1")
                    .replace("e+", "e");
        }
        MathContext rounding = new MathContext(digits, RoundingMode.HALF_EVEN);
        return plain(new BigDecimal(value).round(rounding));
    }

    /** Returns the number with a fixed count of decimals; a very large one with four digits. */
    public static String fixed(double value, int decimals) {
        return Math.abs(value) < LARGE ? format("%." + decimals + "f", value) : four(value);
    }

    /** Returns the pattern of {@link String#format} filled in, in every country with the same digits. */
    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** Returns a whole number with commas between thousands. */
    public static String grouped(long value) {
        return format("%,d", value);
    }

    /** Returns how many there are of what is named in the singular: 1 bar, 2,000 bars. */
    static String count(long count, String one) {
        return grouped(count) + " " + one + (count == 1 ? "" : "s");
    }

    /** Returns the number rounded to at most {@code decimals}, without zeros at the end. */
    static String shortest(double value, int decimals) {
        return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
