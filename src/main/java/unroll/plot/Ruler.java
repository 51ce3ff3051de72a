package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Reach.Kind;
import unroll.plot.Scale.Tick;

/** One axis of a figure: turns what stands in the data into numbers, and these into pixels. */
final class Ruler {
    private final String id;
    private final JsonNode spec;
    private final Reach reach;

    /**
     * Makes an axis.
     *
     * @param id its name in traces, such as {@code x2}
     * @param spec what the layout says of it
     * @param reach what it shows, shared with the axes that match it
     */
    Ruler(String id, JsonNode spec, Reach reach) {
        this.id = id;
        this.spec = spec;
        this.reach = reach;
    }

    String id() {
        return id;
    }

    JsonNode spec() {
        return spec;
    }

    boolean horizontal() {
        return id.startsWith("x");
    }

    Kind kind() {
        return reach.kind(spec.path("type").asText());
    }

    void see(JsonNode values) {
        reach.see(values);
    }

    /** Returns the number at which a value of the data stands; NaN if it has no place. */
    double value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Double.NaN;
        }
        return switch (kind()) {
            case WORDS -> reach.place(value.asText());
            case DATES ->
                    value.isNumber() ? value.doubleValue() / 1000 : Dates.seconds(value.asText());
            default -> Read.value(value);
        };
    }

    /** Returns the numbers of a column; where there is none, 0, 1, 2 …. */
    double[] values(JsonNode column, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = column.isArray() ? value(column.path(i)) : i;
        }
        return values;
    }

    /** Returns the number of a place in the layout, where logarithmic axes have powers of ten. */
    double stated(JsonNode place) {
        if (place.isNumber() && kind() != Kind.DATES) {
            return kind() == Kind.POWERS ? Math.pow(10, place.doubleValue()) : place.doubleValue();
        }
        return kind() == Kind.POWERS ? Double.NaN : value(place);
    }

    void show(double value) {
        reach.show(inner(value));
    }

    void edge(double value) {
        reach.edge(inner(value));
    }

    /** A logarithmic axis measures in powers of ten; numbers below have no place there. */
    private double inner(double value) {
        return kind() == Kind.POWERS ? Math.log10(value) : value;
    }

    double domain(int end) {
        double at = Read.number(spec.path("domain").path(end), end);
        return Math.max(0, Math.min(1, at));
    }

    /** Returns whether the layout states what is shown, so that data may lie outside. */
    boolean isFixed() {
        JsonNode range = spec.path("range");
        return range.size() == 2 && !range.path(0).isNull() && !range.path(1).isNull();
    }

    /** Returns the scale over pixels from the side where numbers begin. */
    Scale scale(double from, double to) {
        double[] ends = isFixed() ? range() : ends();
        boolean log = kind() == Kind.POWERS;
        boolean turned = ends[0] > ends[1] || spec.path("autorange").asText().contains("reversed");
        double low = Math.min(ends[0], ends[1]);
        double high = Math.max(ends[0], ends[1]);
        return new Scale(
                log ? Math.pow(10, low) : low,
                log ? Math.pow(10, high) : high,
                log,
                turned ? to : from,
                turned ? from : to);
    }

    private double[] range() {
        JsonNode range = spec.path("range");
        double low = inner(stated(range.path(0)));
        double high = inner(stated(range.path(1)));
        return Double.isFinite(low) && Double.isFinite(high) && low != high
                ? new double[] {low, high}
                : ends();
    }

    private double[] ends() {
        if (kind() == Kind.WORDS) {
            reach.edge(-0.5);
            reach.edge(Math.max(1, reach.places().size()) - 0.5);
        }
        if (spec.path("rangemode").asText().equals("tozero")) {
            reach.edge(0);
        }
        return reach.ends();
    }

    String title() {
        return Read.title(spec);
    }

    boolean visible() {
        return spec.path("visible").asBoolean(true);
    }

    boolean hasGrid() {
        return spec.path("showgrid").asBoolean(true)
                && kind() != Kind.WORDS
                && !spec.has("tickvals");
    }

    /** Returns labelled places, about {@code wanted} of them where they can be chosen. */
    List<Tick> ticks(Scale scale, int wanted) {
        if (!spec.path("showticklabels").asBoolean(true)) {
            return List.of();
        }
        if (spec.path("tickvals").isArray()) {
            return stated(scale);
        }
        return switch (kind()) {
            case WORDS -> words(scale);
            case DATES -> Dates.ticks(scale.low(), scale.high(), wanted);
            default -> numbers(scale, wanted);
        };
    }

    private List<Tick> numbers(Scale scale, int wanted) {
        double step = Read.number(spec.path("dtick"), 0);
        boolean usable = step > 0 && !scale.log() && (scale.high() - scale.low()) / step <= 60;
        List<Tick> ticks = usable ? scale.every(step) : scale.ticks(wanted);
        String format = spec.path("tickformat").asText();
        String before = spec.path("tickprefix").asText();
        String after = spec.path("ticksuffix").asText();
        return ticks.stream()
                .map(tick -> new Tick(tick.value(), before + label(tick, format) + after))
                .toList();
    }

    private static String label(Tick tick, String format) {
        if (format.matches("\\.\\d[f%]")) {
            boolean percent = format.endsWith("%");
            double value = percent ? tick.value() * 100 : tick.value();
            return Digits.fixed(value, format.charAt(1) - '0') + (percent ? " %" : "");
        }
        return tick.label();
    }

    private List<Tick> stated(Scale scale) {
        List<Tick> ticks = new ArrayList<>();
        JsonNode places = spec.path("tickvals");
        JsonNode texts = spec.path("ticktext");
        for (int i = 0; i < places.size(); i++) {
            double value = value(places.path(i));
            String label =
                    texts.has(i) ? Read.plain(texts.path(i)) : Digits.four(value(places.path(i)));
            if (scale.shows(value)) {
                ticks.add(new Tick(value, label));
            }
        }
        return ticks;
    }

    private List<Tick> words(Scale scale) {
        List<Tick> ticks = new ArrayList<>();
        reach.places()
                .forEach(
                        (word, place) -> {
                            if (scale.shows(place)) {
                                ticks.add(new Tick(place, Html.unescape(word)));
                            }
                        });
        return ticks;
    }
}
