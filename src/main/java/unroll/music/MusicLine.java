package unroll.music;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a line of music, sign by sign, into a voice. */
final class MusicLine {
    /** What inside a line goes beyond its voice. */
    interface Fields {
        /** A field within brackets; answers the voice that goes on. */
        Voice inline(char name, Cursor value);
    }

    private static final int MOST_BROKEN = 4;
    private static final int LONGEST_CHORD = 16;
    private static final Pattern CHORD_NAME =
            Pattern.compile(
                    "[A-G][#b]?+(?:maj|min|dim|aug|sus|add|m|M|[0-9#b()+-])*+(?:/[A-G][#b]?+)?+");

    private final Cursor cursor;
    private final Decorations decorations;
    private final List<AbcWarning> warnings;
    private final Fields fields;
    private Voice voice;

    MusicLine(
            Cursor cursor,
            Voice voice,
            Decorations decorations,
            List<AbcWarning> warnings,
            Fields fields) {
        this.cursor = cursor;
        this.voice = voice;
        this.decorations = decorations;
        this.warnings = warnings;
        this.fields = fields;
    }

    /** Reads to the line's end. */
    void read() {
        while (!cursor.done()) {
            int start = cursor.index();
            try {
                sign();
            } catch (ArithmeticException e) {
                throw cursor.failAt(start, "this length is too large or too finely divided");
            }
        }
    }

    private void sign() {
        if (Pitch.startsAt(cursor)) {
            note();
        } else if (BarLine.startsAt(cursor)) {
            barLine();
        } else if (decorations.isLetter(cursor.peek())) {
            cursor.next();
        } else {
            other(cursor.peek());
        }
    }

    private void other(char sign) {
        int start = cursor.index();
        switch (sign) {
            case ' ', '\t', '`', '$' -> cursor.next();
            case ')' -> {
                cursor.next();
                voice.slur(false, cursor, start);
            }
            case '[' -> bracket();
            case '(' -> slurOrTuplet();
            case '{' -> graces();
            case '"' -> text();
            case 'z', 'x' -> rest();
            case 'Z', 'X' -> bars();
            case 'y' -> spacer();
            case '!', '+' -> decoration(sign);
            case '>', '<' -> broken(sign);
            case '-' -> {
                cursor.next();
                voice.tie(cursor, start);
            }
            case '&' -> {
                cursor.next();
                voice.overlay(cursor, start);
            }
            case '\\' -> continuation();
            case '*', '#', ';', '?', '@' -> {
                cursor.next();
                warn(start, "'" + sign + "' has no meaning in music and is left out");
            }
            default -> throw cursor.fail(unknown(sign));
        }
    }

    private static String unknown(char sign) {
        if (Cursor.isDigit(sign)) {
            return "a number belongs right after a note, rest or bar line";
        }
        String shown =
                sign < ' ' || sign == 127 ? "control character " + (int) sign : "'" + sign + "'";
        return shown + " is not music: notes are A to G and a to g, rests z; text stands in quotes";
    }

    private void note() {
        int start = cursor.index();
        Sound.Tone tone = voice.tone(Pitch.read(cursor), cursor);
        voice.sound(List.of(tone), Length.read(cursor), cursor, start);
    }

    private void rest() {
        int start = cursor.index();
        cursor.next();
        voice.sound(List.of(), Length.read(cursor), cursor, start);
    }

    private void bars() {
        int start = cursor.index();
        cursor.next();
        int count = cursor.atDigit() ? cursor.number() : 1;
        if (count == 0 || count > 999) {
            throw cursor.failAt(start, "a rest lasts 1 to 999 bars");
        }
        voice.bars(count, cursor, start);
    }

    private void spacer() {
        cursor.next();
        if (cursor.atDigit()) {
            cursor.number();
        }
    }

    private void barLine() {
        int start = cursor.index();
        voice.bar(BarLine.read(cursor), cursor, start);
        if (cursor.atDigit()) {
            voice.ending(cursor, start);
        }
    }

    private void bracket() {
        int start = cursor.index();
        cursor.next();
        if (cursor.atDigit()) {
            voice.ending(cursor, start);
        } else if (cursor.peek(1) == ':' && Cursor.isLetter(cursor.peek())) {
            char name = cursor.next();
            cursor.next();
            int from = cursor.index();
            cursor.until(']', start, "the field [" + name + ":");
            voice = fields.inline(name, cursor.part(from, cursor.index() - 1).trimmed());
        } else {
            chord(start);
        }
    }

    private void chord(int start) {
        List<Sound.Tone> tones = new ArrayList<>();
        Fraction length = null;
        while (!cursor.take(']')) {
            if (cursor.done()) {
                throw cursor.failAt(
                        start, "the chord is not closed: expected ']' before the line's end");
            } else if (Pitch.startsAt(cursor)) {
                Sound.Tone tone = voice.tone(Pitch.read(cursor), cursor);
                Fraction own = Length.read(cursor);
                tone.tied = cursor.take('-');
                tones.add(tone);
                length = length == null ? own : length;
            } else if (!passOver()) {
                throw cursor.fail(
                        "only notes stand inside a chord [...], found '" + cursor.peek() + "'");
            }
        }
        if (length == null) {
            throw cursor.failAt(start, "the chord is empty: expected notes between [ and ]");
        }
        voice.sound(tones, length.times(Length.read(cursor)), cursor, start);
        tones.stream().filter(tone -> tone.tied).forEach(voice::carry);
    }

    /** Passes over what may stand between the notes of a chord without being one. */
    private boolean passOver() {
        char sign = cursor.peek();
        if (Cursor.isBlank(sign) || sign == '(' || sign == ')' || decorations.isLetter(sign)) {
            cursor.next();
            return true;
        }
        if (sign == '"') {
            text();
            return true;
        }
        return sign == '!' && Decorations.read(cursor, sign) != null;
    }

    private void slurOrTuplet() {
        int start = cursor.index();
        cursor.next();
        if (!cursor.atDigit()) {
            voice.slur(true, cursor, start);
            return;
        }
        voice.tuplet(Tuplet.read(cursor, start, voice.metre.compound()), cursor, start);
    }

    private void graces() {
        int start = cursor.index();
        cursor.next();
        cursor.take('/');
        while (!cursor.take('}')) {
            if (cursor.done()) {
                throw cursor.failAt(
                        start,
                        "the grace notes are not closed: expected '}' before the line's end");
            } else if (Pitch.startsAt(cursor)) {
                voice.grace(voice.tone(Pitch.read(cursor), cursor));
                Length.read(cursor);
            } else if (isInGraces(cursor.peek())) {
                cursor.next();
            } else {
                throw cursor.fail(
                        "only notes stand inside grace notes {...}, found '" + cursor.peek() + "'");
            }
        }
    }

    private static boolean isInGraces(char sign) {
        return Cursor.isBlank(sign) || "()-[]<>".indexOf(sign) >= 0;
    }

    private void text() {
        int start = cursor.index();
        cursor.next();
        String text = cursor.until('"', start, "the text in quotes").strip();
        if (text.length() <= LONGEST_CHORD && CHORD_NAME.matcher(text).matches()) {
            voice.mark(null, text, cursor, start);
        }
    }

    /** A decoration by name; an exclamation mark alone breaks the line, as in old files. */
    private void decoration(char mark) {
        int start = cursor.index();
        String name = Decorations.read(cursor, mark);
        if (name != null && !Decorations.isKnown(name)) {
            warn(start, "the decoration " + mark + name + mark + " is unknown and left out");
        } else if (name == null && mark == '+') {
            throw cursor.fail("'+' stands around a decoration's name, as in +trill+");
        } else if (name == null) {
            cursor.next();
        }
    }

    private void broken(char sign) {
        int start = cursor.index();
        int marks = cursor.takeAll(sign);
        if (marks > MOST_BROKEN) {
            throw cursor.failAt(start, "at most " + MOST_BROKEN + " signs of broken rhythm");
        }
        voice.broken(sign == '>', marks, cursor, start);
    }

    private void continuation() {
        int start = cursor.index();
        cursor.next();
        cursor.skipBlanks();
        if (!cursor.done()) {
            throw cursor.failAt(start, "'\\' joins two lines: it stands at the line's end");
        }
    }

    private void warn(int start, String message) {
        warnings.add(new AbcWarning(message, cursor.line(), start + 1));
    }
}
