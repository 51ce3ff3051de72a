package unroll.music;

/**
 * One written pitch.
 *
 * @param step letter and octave as one number: 7 * octave + place of the letter in CDEFGAB; middle
 *     C is 28
 * @param accidental semitones of the accidental written before it, or null where there is none
 * @param column place in the line, from 1
 */
record Pitch(int step, Integer accidental, int column) {
    private static final int[] SEMITONES = {0, 2, 4, 5, 7, 9, 11};
    private static final int OCTAVE_OF_CAPITALS = 4;

    int letter() {
        return Math.floorMod(step, 7);
    }

    /** MIDI number without any accidental: middle C = 60. */
    int natural() {
        return 12 * (Math.floorDiv(step, 7) + 1) + SEMITONES[letter()];
    }

    static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'G') || (c >= 'a' && c <= 'g');
    }

    static boolean isAccidental(char c) {
        return c == '^' || c == '_' || c == '=';
    }

    static boolean startsAt(Cursor cursor) {
        return isLetter(cursor.peek()) || isAccidental(cursor.peek());
    }

    /** Reads accidental, letter and octave marks. */
    static Pitch read(Cursor cursor) {
        int column = cursor.column();
        Integer accidental = isAccidental(cursor.peek()) ? readAccidental(cursor) : null;
        if (!isLetter(cursor.peek())) {
            throw cursor.fail("an accidental needs a note A to G or a to g right after it");
        }
        char letter = cursor.next();
        int octave = OCTAVE_OF_CAPITALS;
        if (letter >= 'a') {
            octave++;
        }
        while (cursor.peek() == '\'' || cursor.peek() == ',') {
            octave += cursor.next() == '\'' ? 1 : -1;
        }
        int place = KeySignature.LETTERS.indexOf(Character.toUpperCase(letter));
        return new Pitch(7 * octave + place, accidental, column);
    }

    /** Semitones of {@code ^ ^^ = _ __}. */
    static int readAccidental(Cursor cursor) {
        char sign = cursor.next();
        if (cursor.peek() == '/' || cursor.atDigit()) {
            throw cursor.fail("quarter tones are not supported: write ^, ^^, =, _ or __");
        }
        if (sign == '=') {
            return 0;
        }
        int semitones = cursor.take(sign) ? 2 : 1;
        return sign == '^' ? semitones : -semitones;
    }
}
