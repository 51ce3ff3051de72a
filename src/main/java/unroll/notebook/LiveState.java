package unroll.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import unroll.plot.Bundle;
import unroll.plot.Digits;
import unroll.plot.Html;
import unroll.plot.Picture;
import unroll.plot.Plots;
import unroll.trace.History;
import unroll.train.Event;

/**
 * One moment of a training, as the live view shows it: the curve with the newest numbers below, and the
 * same numbers in one line.
 */
final class LiveState {
    private static final String UNKNOWN = "…";
    private static final String CELL = "<td style=\"text-align: left\">%s</td>";

    private final Event event;
    private final Map<String, String> numbers = new LinkedHashMap<>();

    /** The state after the last step, of which there must be one. */
    LiveState(Event event, OptionalLong nativeBytes) {
        this.event = event;
        History history = event.history();
        History.Step last = history.last();
        boolean byTime = Double.isFinite(event.plannedSeconds());
        if (byTime) {
            double trained = event.plannedSeconds() - event.secondsLeft();
            numbers.put("step", String.valueOf(last.step()));
            numbers.put("time", time(trained) + " of " + time(event.plannedSeconds()));
        } else {
            numbers.put("step", Digits.format("%d of %d", last.step(), event.expectedSteps()));
        }
        numbers.put("loss", Digits.fixed(last.loss(), 3));
        if (!history.validations().isEmpty()) {
            numbers.put("validation", Digits.fixed(history.loss(), 3));
        }
        numbers.put("gradient norm", Digits.four(last.gradientNorm()));
        numbers.put("tokens/s", Digits.format("%,.0f", last.tokensPerSecond()));
        boolean stopped = event.kind() == Event.Kind.STOPPED;
        if (!stopped) {
            boolean known = Double.isFinite(event.secondsLeft());
            numbers.put("time left", known ? time(event.secondsLeft()) : UNKNOWN);
        }
        nativeBytes.ifPresent(
                bytes -> numbers.put("native memory", Digits.format("%,.0f MB", bytes / 1e6)));
    }

    /** Draws once, so that the many classes behind a picture are loaded before a training, not in it. */
    static void prepare() {
        var step = new History.Step(1, 1, 1, 1, 1, 1);
        var stop = new History.Stop(History.Stop.Reason.RUNNING, "");
        Bundle.of(Plots.loss(new History(List.of(step), List.of(), 1, 1, stop)));
    }

    /** Returns a sentence alone, where there is nothing to draw. */
    static Map<String, Object> words(String words) {
        return Bundle.of(Picture.ofHtml("<div>" + Html.escape(words) + "</div>", words));
    }

    /** Returns what an update in place shows; an interactive chart would freeze there. */
    Map<String, Object> still() {
        return under(Bundle.still(Plots.loss(event.history())));
    }

    /** Returns what stays when the training is over, with the interactive chart. */
    Map<String, Object> lasting() {
        return under(Bundle.of(Plots.loss(event.history())));
    }

    private Map<String, Object> under(Map<String, Object> chart) {
        Map<String, Object> bundle = new LinkedHashMap<>(chart);
        bundle.put(Bundle.HTML, Digits.format("<div>%s%s</div>", bundle.get(Bundle.HTML), table()));
        bundle.put(Bundle.TEXT, line());
        return bundle;
    }

    private String table() {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        numbers.forEach(
                (name, value) -> {
                    names.append("<th scope=\"col\" style=\"text-align: left\">").append(name);
                    names.append("</th>");
                    values.append(Digits.format(CELL, Html.escape(value)));
                });
        return Digits.format(
                "<table><thead><tr>%s</tr></thead><tbody><tr>%s</tr></tbody></table><div>%s</div>",
                names, values, Html.escape(event.message()));
    }

    /**
     * Returns, for example, {@code step 20 of 500, loss 2.31, gradient norm 0.5, 12,345 tokens/s, 0:41
     * left, native memory 310 MB}, and why the training ended if it has.
     */
    String line() {
        String line =
                numbers.entrySet().stream()
                        .filter(number -> !number.getValue().equals(UNKNOWN))
                        .map(number -> phrase(number.getKey(), number.getValue()))
                        .collect(Collectors.joining(", "));
        String message = event.message();
        return message.isEmpty() ? line : line + "; " + message;
    }

    private static String phrase(String name, String value) {
        return switch (name) {
            case "tokens/s" -> value + " tokens/s";
            case "time left" -> value + " left";
            default -> name + " " + value;
        };
    }

    /** Returns 0:07, 12:30 or 1:02:03. */
    private static String time(double seconds) {
        long all = Math.round(seconds);
        long minutes = all / 60;
        return minutes < 60
                ? Digits.format("%d:%02d", minutes, all % 60)
                : Digits.format("%d:%02d:%02d", minutes / 60, minutes % 60, all % 60);
    }
}
