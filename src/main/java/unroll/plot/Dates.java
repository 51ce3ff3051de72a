package unroll.plot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days and times as seconds since 1970 in UTC, and where an axis marks them. */
final class Dates {
    private static final Pattern DATE = Pattern.compile("-?\\d{4}-\\d\\d-\\d\\d([T ].*)?");
    private static final double DAY = 86_400;
    private static final double MONTH = 30.44 * DAY;
    private static final double[] STEPS = {
        1, 5, 15, 30, 60, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, DAY, 2 * DAY,
        7 * DAY, 14 * DAY
    };
    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000};

    private Dates() {}

    static boolean isDate(String text) {
        return !Double.isNaN(seconds(text));
    }

    /** Returns the moment in seconds; NaN if the text is none. */
    static double seconds(String text) {
        if (!DATE.matcher(text).matches()) {
            return Double.NaN;
        }
        try {
            if (text.length() <= 11) {
                return LocalDate.parse(text).toEpochDay() * DAY;
            }
            String iso = text.replace(' ', 'T');
            if (iso.endsWith("Z")) {
                return Instant.parse(iso).toEpochMilli() / 1e3;
            }
            LocalDateTime time = LocalDateTime.parse(iso);
            return time.toInstant(ZoneOffset.UTC).toEpochMilli() / 1e3;
        } catch (DateTimeParseException e) {
            return Double.NaN;
        }
    }

    /** Returns about {@code wanted} ticks at round moments. */
    static List<Scale.Tick> ticks(double low, double high, int wanted) {
        double rough = (high - low) / Math.max(1, wanted);
        for (double step : STEPS) {
            if (step >= rough) {
                return even(low, high, step);
            }
        }
        for (int months : MONTHS) {
            if (months * MONTH >= rough) {
                return monthly(low, high, months);
            }
        }
        return List.of();
    }

    private static List<Scale.Tick> even(double low, double high, double step) {
        String pattern = step >= DAY ? "uuuu-MM-dd" : step >= 60 ? "HH:mm" : "HH:mm:ss";
        if (step < DAY && high - low > DAY) {
            pattern = "MM-dd HH:mm";
        }
        List<Scale.Tick> ticks = new ArrayList<>();
        double first = Math.ceil(low / step) * step;
        for (int i = 0; first + i * step <= high; i++) {
            ticks.add(tick(first + i * step, pattern));
        }
        return ticks;
    }

    private static List<Scale.Tick> monthly(double low, double high, int months) {
        List<Scale.Tick> ticks = new ArrayList<>();
        LocalDate start = LocalDate.ofEpochDay((long) Math.floor(low / DAY));
        long number = start.getYear() * 12L + start.getMonthValue() - 1;
        long first = Math.floorDiv(number, months) * months;
        for (long month = first; ; month += months) {
            LocalDate day =
                    LocalDate.of((int) Math.floorDiv(month, 12), 1 + Math.floorMod(month, 12), 1);
            double at = day.toEpochDay() * DAY;
            if (at > high) {
                return ticks;
            }
            if (at >= low) {
                ticks.add(tick(at, months >= 12 ? "uuuu" : "uuuu-MM"));
            }
        }
    }

    private static Scale.Tick tick(double seconds, String pattern) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
        return new Scale.Tick(
                seconds, time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)));
    }
}
