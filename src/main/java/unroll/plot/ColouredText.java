package unroll.plot;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.trace.TokenScores;

/** Writes a text whose tokens are coloured by a number each, with the scale below. */
final class ColouredText {
    /** Shades told apart; neighbours of one shade share an element. */
    private static final int SHADES = 24;

    private static final int COLUMNS = 84;
    private static final int MOST_TOKENS = 4000;
    private static final int SCALE = 9;

    /** Letters written at most: marked one by one they stay below the megabyte of a cell. */
    private static final int MOST_LETTERS = 40_000;

    private final TokenScores scores;
    private final double[] values;
    private final ColorScale shades;
    private final double low;
    private final double high;
    private final StringBuilder html = new StringBuilder();
    private Optional<Rgb> open = Optional.empty();
    private int column;
    private int letters;

    private ColouredText(TokenScores scores, double low, double high) {
        this.scores = scores;
        this.values = scores.values();
        this.low = low;
        this.high = high;
        this.shades = low < 0 ? ColorScale.DIVERGING : ColorScale.SEQUENTIAL;
    }

    /** Returns the text in colours that fit its numbers: 0 to 1 for probabilities, else to the most. */
    static Picture of(TokenScores scores) {
        double least = Arrays.stream(scores.values()).min().orElseThrow();
        double most = Arrays.stream(scores.values()).max().orElseThrow();
        double reach = Math.max(Math.abs(least), Math.abs(most));
        double end = reach <= 1 ? 1 : reach;
        return of(scores, least < 0 ? -end : 0, end);
    }

    static Picture of(TokenScores scores, double low, double high) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "colours from %s to %s: the first must be less, and both finite",
                            low, high));
        }
        return new ColouredText(scores, low, high).picture();
    }

    private Picture picture() {
        html.append("<div style=\"background-color: #ffffff; color: #222222; padding: 8px\">");
        html.append("<pre style=\"line-height: 1.5; background-color: #ffffff; color: #222222\">");
        int shown = 0;
        while (shown < Math.min(MOST_TOKENS, values.length) && letters < MOST_LETTERS) {
            token(scores.tokens().get(shown), color(values[shown++]));
        }
        close();
        html.append("</pre>");
        scale();
        if (shown < values.length || letters > MOST_LETTERS) {
            String cut =
                    letters > MOST_LETTERS
                            ? Digits.format(", cut after %,d letters", MOST_LETTERS)
                            : "";
            html.append(
                    Digits.format(
                            "<div>the first %,d of %,d tokens%s</div>", shown, values.length, cut));
        }
        html.append("</div>");
        return Picture.ofHtml(html.toString(), text()).with(scores::table);
    }

    private Rgb color(double value) {
        double place = new ColorBar.Range(shades, low, high).share(value);
        return shades.at(Math.round(place * SHADES) / (double) SHADES);
    }

    /** Writes a token; the end of a line is seen and obeyed, long lines are broken. */
    private void token(String token, Rgb color) {
        for (int c : token.codePoints().toArray()) {
            if (++letters > MOST_LETTERS) {
                return;
            }
            if (c == '\n' || column >= COLUMNS) {
                put(c == '\n' ? "↵" : "", color);
                close();
                html.append('\n');
                column = 0;
            }
            if (c != '\n') {
                put(Html.escape(Character.toString(c)), color);
                column++;
            }
        }
    }

    private void put(String escaped, Rgb color) {
        if (escaped.isEmpty()) {
            return;
        }
        if (!open.equals(Optional.of(color))) {
            close();
            open = Optional.of(color);
            html.append(
                    Digits.format(
                            "<span style=\"background-color: %s; color: %s\">",
                            color.hex(), color.ink()));
        }
        html.append(escaped);
    }

    private void close() {
        if (open.isPresent()) {
            html.append("</span>");
            open = Optional.empty();
        }
    }

    private void scale() {
        html.append("<div>").append(Html.escape(scores.quantity())).append(": ");
        html.append(Digits.four(low)).append(' ');
        for (int i = 0; i < SCALE; i++) {
            html.append(
                    Digits.format(
                            "<span style=\"background-color: %s\">&nbsp;&nbsp;</span>",
                            shades.at((double) i / (SCALE - 1)).hex()));
        }
        html.append(' ').append(Digits.four(high)).append("</div>");
    }

    private String text() {
        int least =
                IntStream.range(0, values.length)
                        .reduce(0, (a, b) -> values[b] < values[a] ? b : a);
        int most =
                IntStream.range(0, values.length)
                        .reduce(0, (a, b) -> values[b] > values[a] ? b : a);
        return Digits.format(
                        "Text coloured by %s: %s, mean %s, lowest %s at '%s' (position %d),"
                                + " highest %s at '%s' (position %d).",
                        scores.quantity(),
                        Digits.count(values.length, "token"),
                        Digits.four(Magnitude.mean(values)),
                        Digits.four(values[least]),
                        Words.label(scores.tokens().get(least)),
                        least,
                        Digits.four(values[most]),
                        Words.label(scores.tokens().get(most)),
                        most)
                .replaceAll("\\s+", " ");
    }
}
