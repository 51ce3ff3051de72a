package unroll.music;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The key of a tune (K:): tonic, mode, and what they do to the seven letters.
 *
 * @param tonic "D", "F#", "Bb"; "HP" or "Hp" for Highland pipes; "none" without key
 * @param mode "major", "minor", "mixolydian", "dorian", "phrygian", "lydian" or "locrian"; "" where
 *     the tonic says all
 * @param alterations semitones added to C, D, E, F, G, A, B in this order
 */
public record KeySignature(String tonic, String mode, List<Integer> alterations) {
    static final String LETTERS = "CDEFGAB";
    static final KeySignature NONE = new KeySignature("none", "", List.of(0, 0, 0, 0, 0, 0, 0));

    /** Order in which sharps appear, as places in {@link #LETTERS}: F C G D A E B. */
    private static final int[] SHARPS = {3, 0, 4, 1, 5, 2, 6};

    /** Highland pipes sound F# and C#, whether printed (Hp) or not (HP). */
    private static final int PIPES = 2;

    private static final List<String> MODES =
            List.of(
                    "lydian",
                    "major",
                    "ionian",
                    "mixolydian",
                    "dorian",
                    "minor",
                    "aeolian",
                    "phrygian",
                    "locrian");

    /** Sharps that a mode adds to those of its tonic's major key, as {@link #MODES}. */
    private static final int[] MODE_SHARPS = {1, 0, 0, -1, -2, -3, -3, -4, -5};

    /** Sharps (positive) or flats (negative) of the signature without extra accidentals. */
    public int sharps() {
        return alterations.stream().mapToInt(Integer::intValue).sum();
    }

    int alteration(int letter) {
        return alterations.get(letter);
    }

    /**
     * Reads the value of a K: field: tonic, mode, extra accidentals ({@code K:D Phr ^f}), all of
     * them ({@code K:D exp _b ^f}); stops before clef and transposition, which alone leave the key
     * {@code otherwise}.
     */
    static KeySignature read(Cursor cursor, KeySignature otherwise) {
        if (cursor.done()) {
            return NONE;
        }
        int start = cursor.index();
        String first = cursor.word();
        if (first.equals("none")) {
            return extras(cursor, first, "", signature(0));
        } else if (first.equals("HP") || first.equals("Hp")) {
            return extras(cursor, first, "", signature(PIPES));
        }
        cursor.back(start);
        return Clef.isWord(first) ? otherwise : tonic(cursor);
    }

    private static KeySignature tonic(Cursor cursor) {
        int letter = LETTERS.indexOf(cursor.peek());
        if (letter < 0 || cursor.done()) {
            throw cursor.fail(
                    "not a key: expected one such as G, Am, F# minor, D mix or none after K:");
        }
        int start = cursor.index();
        cursor.next();
        int sharp = cursor.take('#') ? 1 : cursor.take('b') ? -1 : 0;
        String tonic = cursor.part(start, cursor.index()).remaining();
        int place = cursor.index();
        String word = modeWord(cursor);
        if (word.toLowerCase(Locale.ROOT).equals("exp")) {
            return extras(cursor, tonic, "", signature(0));
        }
        int mode = mode(word);
        if (mode < 0) {
            cursor.back(place);
            throw cursor.fail(
                    "unknown mode '"
                            + word
                            + "': expected maj, min, mix, dor, phr, lyd, loc, ion, aeo or exp");
        }
        int sharps = majorSharps(letter) + 7 * sharp + MODE_SHARPS[mode];
        String name = MODES.get(mode).equals("ionian") ? "major" : MODES.get(mode);
        name = name.equals("aeolian") ? "minor" : name;
        return extras(cursor, tonic, name, signature(sharps));
    }

    /** Sharps of the major key on a letter: C 0, D 2, E 4, F -1, G 1, A 3, B 5. */
    private static int majorSharps(int letter) {
        for (int place = 0; place < SHARPS.length; place++) {
            if (SHARPS[place] == letter) {
                return place - 1;
            }
        }
        throw new IllegalArgumentException("no letter " + letter);
    }

    /** The word after the tonic, unless it belongs to accidentals, clef or transposition. */
    private static String modeWord(Cursor cursor) {
        cursor.skipBlanks();
        int start = cursor.index();
        while (Cursor.isLetter(cursor.peek())) {
            cursor.next();
        }
        String word = cursor.part(start, cursor.index()).remaining();
        if (cursor.peek() == '=' || Clef.isWord(word)) {
            cursor.back(start);
            return "";
        }
        return word;
    }

    private static int mode(String word) {
        if (word.isEmpty()) {
            return MODES.indexOf("major");
        }
        if (word.equals("m")) {
            return MODES.indexOf("minor");
        }
        String lower = word.toLowerCase(Locale.ROOT);
        for (int mode = 0; mode < MODES.size() && lower.length() >= 3; mode++) {
            if (MODES.get(mode).startsWith(lower)) {
                return mode;
            }
        }
        return -1;
    }

    private static int[] signature(int sharps) {
        int[] alterations = new int[7];
        for (int count = 0; count < Math.abs(sharps); count++) {
            int letter = sharps > 0 ? SHARPS[count % 7] : SHARPS[6 - count % 7];
            alterations[letter] += sharps > 0 ? 1 : -1;
        }
        return alterations;
    }

    private static KeySignature extras(Cursor cursor, String tonic, String mode, int[] signature) {
        cursor.skipBlanks();
        while (Pitch.isAccidental(cursor.peek())) {
            int alteration = Pitch.readAccidental(cursor);
            int letter = LETTERS.indexOf(Character.toUpperCase(cursor.peek()));
            if (cursor.done() || letter < 0) {
                throw cursor.fail("an accidental of the key needs its letter, as in ^f");
            }
            cursor.next();
            signature[letter] = alteration;
            cursor.skipBlanks();
        }
        return new KeySignature(tonic, mode, Arrays.stream(signature).boxed().toList());
    }

    @Override
    public String toString() {
        return mode.isEmpty() ? tonic : tonic + " " + mode;
    }
}
