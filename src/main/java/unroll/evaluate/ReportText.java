package unroll.evaluate;

import java.util.Locale;

/** Writes a comparison as lines of text. */
final class ReportText {
    private ReportText() {}

    /** Returns a line for each contender, columns below each other. */
    static String of(Report report) {
        int width = report.rows().stream().mapToInt(row -> row.name().length()).max().orElse(0);
        width = Math.max(width, report.quantity().length());
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-" + width + "s    score  ± over seeds      over items (95 %%)%n",
                        report.quantity()));
        for (Report.Row row : report.rows()) {
            String seeds =
                    row.seeds() == 1
                            ? row.baseline() ? "" : "one"
                            : String.format(
                                    Locale.ROOT, "± %s (%d)", number(row.deviation()), row.seeds());
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-" + width + "s %8s  %-15s  %s (%,d)%s%n",
                            row.name(),
                            number(row.score()),
                            seeds,
                            Double.isInfinite(row.low())
                                    ? "unknown"
                                    : number(row.low()) + " to " + number(row.high()),
                            row.items(),
                            row.baseline() ? "  baseline" : ""));
        }
        return text.toString();
    }

    /** Returns a number with its noun: {@code 1 item}, {@code 2,000 items}. */
    static String counted(int count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** Returns four digits: {@code 0.9512}, {@code 12.34}, {@code 1234}. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1e5 || (size > 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
