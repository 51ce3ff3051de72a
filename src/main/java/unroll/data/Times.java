package unroll.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import unroll.data.CsvRecords.Cell;

/**
 * The times of the rows of a series: each later than the one before, and by as much.
 *
 * <p>They are numbers, or dates as ISO 8601 writes them. Dates that are all on the same day of a month,
 * or all on the last one, go on by months.
 */
final class Times {
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM[-dd[['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[XXX]]]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /** Rounding of seconds since 1970 in a double is far below this part of a step. */
    private static final double EVEN = 0.01;

    private static final int SAID = 5;

    private final CsvRows rows;
    private final DoubleStream.Builder times = DoubleStream.builder();
    private final DoubleStream.Builder months = DoubleStream.builder();
    private final IntStream.Builder lines = IntStream.builder();
    private Cell first;
    private Cell last;
    private double latest;
    private int day; // of the month, the same in all rows, else 0
    private boolean ends = true; // of a month, in all rows

    Times(CsvRows rows) {
        this.rows = rows;
    }

    /** Takes the next row's time. */
    void add(Cell cell) {
        boolean number = Numbers.isNumber(cell.text());
        if (last != null && number != Numbers.isNumber(first.text())) {
            throw rows.fault(
                    cell,
                    String.format(
                            Locale.ROOT,
                            "the time \"%s\" is written otherwise than \"%s\" in line %d",
                            cell.text(),
                            first.text(),
                            first.line()));
        }
        double time = number ? Double.parseDouble(cell.text()) : seconds(cell);
        if (last != null && !(time > latest)) {
            throw rows.fault(
                    cell,
                    String.format(
                            Locale.ROOT,
                            "the time \"%s\" follows \"%s\"; sort the rows, the oldest first, one for"
                                    + " each time",
                            cell.text(),
                            last.text()));
        }
        first = first == null ? cell : first;
        last = cell;
        latest = time;
        times.add(time);
        lines.add(cell.line());
    }

    private double seconds(Cell cell) {
        LocalDateTime time = read(cell);
        LocalDate date = time.toLocalDate();
        day = first == null || day == date.getDayOfMonth() ? date.getDayOfMonth() : 0;
        ends &= date.getDayOfMonth() == date.lengthOfMonth();
        months.add(date.getYear() * 12 + date.getMonthValue());
        Instant instant = time.toInstant(ZoneOffset.UTC);
        return instant.getEpochSecond() + instant.getNano() * 1e-9;
    }

    private LocalDateTime read(Cell cell) {
        try {
            TemporalAccessor found =
                    ISO.parseBest(
                            cell.text(),
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from,
                            YearMonth::from);
            if (found instanceof OffsetDateTime at) {
                return at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            }
            if (found instanceof LocalDate date) {
                return date.atStartOfDay();
            }
            return found instanceof YearMonth month
                    ? month.atDay(1).atStartOfDay()
                    : (LocalDateTime) found;
        } catch (DateTimeException e) {
            throw rows.fault(
                    cell,
                    String.format(
                            Locale.ROOT,
                            "\"%s\" is no time; write 2024-01-31, 2024-01-31 18:30, 2024-01 or a number",
                            Labels.shown(cell.text())));
        }
    }

    private static double[] steps(DoubleStream.Builder builder) {
        double[] at = builder.build().toArray();
        double[] steps = new double[Math.max(0, at.length - 1)];
        Arrays.setAll(steps, i -> at[i + 1] - at[i]);
        return steps;
    }

    /**
     * Refuses times that do not follow each other evenly.
     *
     * @param column what is read, for the advice
     */
    void requireEven(String column) {
        double[] monthly = steps(months);
        boolean byMonths =
                monthly.length > 0
                        && (day > 0 || ends)
                        && Arrays.stream(monthly).allMatch(step -> step > 0);
        double[] steps = byMonths ? monthly : steps(times);
        if (steps.length == 0) {
            return;
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted[(sorted.length - 1) / 2];
        int[] uneven =
                IntStream.range(0, steps.length)
                        .filter(i -> Math.abs(steps[i] / usual - 1) > EVEN)
                        .toArray();
        if (uneven.length > 0) {
            int[] lines = this.lines.build().toArray();
            String where =
                    Arrays.stream(uneven)
                            .limit(SAID)
                            .mapToObj(i -> String.valueOf(lines[i + 1]))
                            .collect(Collectors.joining(", "));
            throw rows.fault(
                    new Cell("", lines[uneven[0] + 1], 1),
                    String.format(
                            Locale.ROOT,
                            "the time since the row before is %.3g times the usual step (%s:"
                                    + " line %s%s); add the missing rows, with NA and carryForward(true);"
                                    + " where times are missing by rule, as weekends are, read series(\"%s\")",
                            steps[uneven[0]] / usual,
                            Batches.counted(uneven.length, "uneven row"),
                            where,
                            uneven.length > SAID ? ", …" : "",
                            column));
        }
    }
}
