package unroll.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import unroll.data.Corpus;
import unroll.evaluate.Report;
import unroll.generate.Generated;
import unroll.plot.Digits;
import unroll.plot.Html;
import unroll.plot.Picture;
import unroll.plot.Tables;
import unroll.text.Vocabulary;
import unroll.trace.EngineReport;
import unroll.trace.Summary;

/** Small summaries of the library's values: names at the left, what they are at the right. */
final class Cards {
    private static final int SAMPLE = 400;
    private static final String CODE =
            "<code style=\"white-space: pre; border: 1px solid #8888; padding: 0 4px\">%s</code>";

    private Cards() {}

    /** Returns a card of names and values under a title. */
    static Picture of(String title, Map<String, String> lines) {
        StringBuilder html = new StringBuilder("<table><caption style=\"text-align: left\"><b>");
        html.append(Html.escape(title)).append("</b></caption><tbody>");
        List<String> text = new ArrayList<>(List.of(title));
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach(
                (name, value) -> {
                    html.append("<tr><th style=\"text-align: left\">").append(Html.escape(name));
                    html.append("</th><td style=\"text-align: left\">").append(Html.escape(value));
                    html.append("</td></tr>");
                    text.add("  " + name + " ".repeat(width - name.length() + 2) + value);
                });
        html.append("</tbody></table>");
        return Picture.ofHtml(html.toString(), String.join("\n", text));
    }

    static Picture engine(EngineReport report) {
        return of("Engine", lines(report));
    }

    /** Returns the lines of a card on what computes. */
    static Map<String, String> lines(EngineReport report) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("engine", report.engine() + " " + report.version());
        lines.put("device", report.device());
        lines.put(
                "threads",
                Digits.format("%d, %d between operations", report.threads(), report.interOp()));
        lines.put("memory", report.mallocTuned() ? "tuned for training" : "default settings");
        lines.put("seed", Long.toString(report.seed()));
        if (!report.notes().isEmpty()) {
            lines.put("note", String.join(" ", report.notes()));
        }
        return lines;
    }

    static Picture summary(Summary summary) {
        List<List<Object>> rows = new ArrayList<>();
        for (Summary.Row row : summary.rows()) {
            rows.add(row(row.layer(), row.input(), row.output(), row.parameters(), row.formula()));
        }
        rows.add(row("all", "", "", summary.parameters(), summary.size()));
        List<String> header = List.of("layer", "input", "output", "parameters", "formula");
        return Picture.ofHtml(Tables.of("", header, rows).html(), summary.toString());
    }

    /** Returns the verdict above the table. */
    static Picture report(Report report) {
        return Picture.ofHtml(
                String.format(
                        Locale.ROOT,
                        "<p>%s</p>%s",
                        Html.escape(report.verdict()),
                        Tables.of(report.table()).html()),
                report.toString());
    }

    private static List<Object> row(
            String layer, String input, String output, long parameters, String formula) {
        return List.of(layer, input, output, parameters, formula);
    }

    static Picture vocabulary(Vocabulary vocabulary) {
        String tokens =
                vocabulary.tokens().stream()
                        .limit(SAMPLE)
                        .map(token -> Digits.format(CODE, Html.escape(visible(token))))
                        .collect(Collectors.joining(" "));
        String more = vocabulary.size() > SAMPLE ? " …" : "";
        String kind = vocabulary.kind().name().toLowerCase(Locale.ROOT);
        String title =
                Digits.format(
                        "%,d %s, ids 0 to %,d", vocabulary.size(), kind, vocabulary.size() - 1);
        return Picture.ofHtml(
                Digits.format(
                        "<p><b>%s</b></p><p style=\"line-height: 1.8\">%s%s</p>",
                        title, tokens, more),
                vocabulary.toString());
    }

    /** Returns the text as it was written, and the line about it. */
    static Picture generated(Generated generated) {
        String all = generated.toString();
        String about = all.substring(generated.text().length()).strip();
        return Picture.ofHtml(
                Digits.format(
                        "<pre>%s</pre><p>%s</p>",
                        Html.escape(generated.text()), Html.escape(about)),
                all);
    }

    /** White space as a reader sees it. */
    private static String visible(String token) {
        return switch (token) {
            case "\n" -> "\\n";
            case "\t" -> "\\t";
            case "\r" -> "\\r";
            case " " -> "␣";
            default -> token;
        };
    }

    static Picture corpus(Corpus corpus) {
        String text = corpus.text();
        String start = text.length() <= SAMPLE ? text : text.substring(0, SAMPLE) + "…";
        return Picture.ofHtml(
                Digits.format(
                        "<p><b>%s</b></p><pre>%s</pre>",
                        Html.escape(corpus.toString()), Html.escape(start)),
                corpus + "\n" + start);
    }
}
