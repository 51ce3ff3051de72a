package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the axes that go together have to show: numbers, moments or words. */
final class Reach {
    /** What stands along an axis. */
    enum Kind {
        NUMBERS,
        POWERS,
        DATES,
        WORDS
    }

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private boolean words;
    private boolean dates;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double lowEdge = Double.POSITIVE_INFINITY;
    private double highEdge = Double.NEGATIVE_INFINITY;

    /** Looks at data to come, before any of it is placed, to learn of what kind it is. */
    void see(JsonNode values) {
        for (JsonNode value : values) {
            if (value.isTextual()) {
                boolean date = Dates.isDate(value.textValue());
                dates |= date;
                words |= !date;
            }
        }
    }

    Kind kind(String stated) {
        return switch (stated) {
            case "log" -> Kind.POWERS;
            case "date" -> Kind.DATES;
            case "category" -> Kind.WORDS;
            case "linear" -> Kind.NUMBERS;
            default -> words ? Kind.WORDS : dates ? Kind.DATES : Kind.NUMBERS;
        };
    }

    int place(String word) {
        return places.computeIfAbsent(word, w -> places.size());
    }

    /** Returns the words in the order of their places. */
    Map<String, Integer> places() {
        return places;
    }

    /** Makes the axis reach the value, with a little room behind it. */
    void show(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /** Makes the axis reach the value, which may be its end. */
    void edge(double value) {
        if (Double.isFinite(value)) {
            lowEdge = Math.min(lowEdge, value);
            highEdge = Math.max(highEdge, value);
        }
    }

    /** Returns the ends, with room beside points but not beyond edges. */
    double[] ends() {
        double least = Math.min(low, lowEdge);
        double most = Math.max(high, highEdge);
        if (least > most) { // nothing to show
            return new double[] {0, 1};
        }
        double around = least == 0 ? 1 : Math.abs(least) * 0.1; // of a single number
        double room = most > least ? (most - least) * 0.05 : around;
        return new double[] {
            low < lowEdge || most == least ? least - room : least,
            high > highEdge || most == least ? most + room : most
        };
    }
}
