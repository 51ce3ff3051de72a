package unroll.music;

import java.util.Locale;

/**
 * How fast a tune goes (Q:).
 *
 * @param beat length of one beat in whole notes
 * @param perMinute beats per minute
 * @param text as written, or "default"
 */
public record Tempo(Fraction beat, double perMinute, String text) {
    private static final Fraction QUARTER = Fraction.of(1, 4);
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction DOTTED = Fraction.of(3, 8);
    private static final double SLOWEST = 4;
    private static final double FASTEST = 2000;

    /** Quarter notes per minute. */
    public double quartersPerMinute() {
        return beat.toDouble() * 4 * perMinute;
    }

    /**
     * The tempo of a tune that gives none: that of its dance, else 120 quarter notes a minute (in
     * compound metre 100 dotted quarters, in cut time 80 halves).
     */
    static Tempo of(String rhythm, Metre metre) {
        String dance = rhythm.toLowerCase(Locale.ROOT);
        if (dance.contains("reel")) {
            return standard(HALF, 100);
        } else if (dance.contains("slide")) {
            return standard(DOTTED, 130);
        } else if (dance.contains("jig")) {
            return standard(DOTTED, 112);
        } else if (dance.contains("hornpipe")) {
            return standard(HALF, 80);
        } else if (dance.contains("polka")) {
            return standard(QUARTER, 130);
        } else if (dance.contains("waltz") || dance.contains("mazurka")) {
            return standard(QUARTER, 140);
        } else if (dance.contains("air")) {
            return standard(QUARTER, 80);
        } else if (metre.compound()) {
            return standard(DOTTED, 100);
        }
        return metre.text().equals("C|") ? standard(HALF, 80) : standard(QUARTER, 120);
    }

    private static Tempo standard(Fraction beat, int perMinute) {
        return new Tempo(beat, perMinute, "default");
    }

    /**
     * Reads {@code 1/4=120}, {@code "Allegro" 1/4=120}, {@code "Allegro"}, {@code 3/8 1/4=40}, and
     * the old forms {@code 120} (unit notes a minute), {@code C=100} and {@code C3=40}.
     */
    static Tempo read(Cursor field, Fraction unit, Tempo otherwise) {
        String text = field.remaining();
        String words = words(field);
        field.skipBlanks();
        if (field.done()) {
            int known = known(words.strip().toLowerCase(Locale.ROOT));
            return known > 0
                    ? new Tempo(QUARTER, known, text)
                    : new Tempo(otherwise.beat, otherwise.perMinute, text);
        }
        Fraction beat = exactBeat(field, unit);
        double perMinute = rate(field);
        words(field);
        field.skipBlanks();
        Tempo tempo = new Tempo(beat, perMinute, text);
        double quarters = tempo.quartersPerMinute();
        if (!field.done() || quarters < SLOWEST || quarters > FASTEST) {
            throw notATempo(field);
        }
        return tempo;
    }

    /** Quarter notes a minute of a tempo word; 0 for others. */
    private static int known(String word) {
        return switch (word) {
            case "largo" -> 50;
            case "adagio" -> 68;
            case "andante" -> 90;
            case "moderato" -> 110;
            case "allegretto" -> 116;
            case "allegro" -> 130;
            case "vivace" -> 160;
            case "presto" -> 180;
            default -> 0;
        };
    }

    private static String words(Cursor field) {
        field.skipBlanks();
        int start = field.index();
        return field.take('"') ? field.until('"', start, "the tempo's text") : "";
    }

    private static Fraction exactBeat(Cursor field, Fraction unit) {
        try {
            return beat(field, unit);
        } catch (ArithmeticException e) {
            throw notATempo(field);
        }
    }

    private static Fraction beat(Cursor field, Fraction unit) {
        if (field.take('C')) {
            Fraction beat = unit.times(Fraction.of(field.atDigit() ? field.number() : 1, 1));
            takeEquals(field);
            return beat;
        }
        Fraction beat = Fraction.ZERO;
        int start = field.index();
        while (field.atDigit()) {
            int count = field.number();
            if (!field.take('/')) {
                break;
            }
            int part = field.atDigit() ? field.number() : 0;
            if (part == 0) {
                throw notATempo(field);
            }
            beat = beat.plus(Fraction.of(count, part));
            field.skipBlanks();
            start = field.index();
        }
        if (beat.isZero()) {
            field.back(start);
            return unit;
        }
        takeEquals(field);
        return beat;
    }

    private static void takeEquals(Cursor field) {
        field.skipBlanks();
        if (!field.take('=')) {
            throw notATempo(field);
        }
        field.skipBlanks();
    }

    private static double rate(Cursor field) {
        if (!field.atDigit()) {
            throw notATempo(field);
        }
        double rate = field.number();
        if (field.take('.')) {
            int start = field.index();
            double decimals = field.atDigit() ? field.number() : 0;
            rate += decimals / StrictMath.pow(10, field.index() - start);
        }
        return rate;
    }

    private static AbcException notATempo(Cursor field) {
        return field.fail(
                "not a tempo: expected one such as 1/4=120 (4 to 2000 quarter notes a minute)");
    }
}
