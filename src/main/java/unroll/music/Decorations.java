package unroll.music;

import java.util.HashSet;
import java.util.Set;

/**
 * Signs on notes that are read but not played: {@code !trill!}, {@code ~}, {@code .}, {@code u}.
 */
final class Decorations {
    private static final int LONGEST = 32;
    private static final Set<String> KNOWN =
            Set.of(
                    """
                    trill trill( trill) lowermordent uppermordent mordent pralltriller roll turn
                    turnx invertedturn invertedturnx arpeggio > accent emphasis fermata
                    invertedfermata tenuto 0 1 2 3 4 5 + plus snap slide wedge upbow downbow open
                    thumb breath pppp ppp pp p mp mf f ff fff ffff sfz crescendo( <( crescendo) <)
                    diminuendo( >( diminuendo) >) segno coda D.S. D.C. dacoda dacapo fine
                    shortphrase mediumphrase longphrase staccato ^ < / // /// editorial courtesy
                    nil none D.S.alcoda D.S.alfine D.C.alcoda D.C.alfine"""
                            .split("\\s+"));

    private final Set<Character> letters = new HashSet<>();

    Decorations() {
        for (char letter : ".~HLMOPSTuv".toCharArray()) {
            letters.add(letter);
        }
    }

    boolean isLetter(char c) {
        return letters.contains(c);
    }

    /** Reads a U: field's value, {@code T = !trill!}: the letter is a decoration from now on. */
    void define(Cursor cursor) {
        char letter = cursor.peek();
        boolean free =
                (letter >= 'H' && letter <= 'W')
                        || (letter >= 'h' && letter <= 'w')
                        || letter == '~';
        if (!free) {
            throw cursor.fail("U: needs a letter H to W, h to w or ~, as in U:T = !trill!");
        }
        cursor.next();
        cursor.skipBlanks();
        if (!cursor.take('=')) {
            throw cursor.fail("U: needs '=' after its letter, as in U:T = !trill!");
        }
        letters.add(letter);
    }

    /**
     * The name between two {@code mark}s if a decoration begins at the cursor, which is then behind
     * it; null where the mark stands alone.
     */
    static String read(Cursor cursor, char mark) {
        int start = cursor.index();
        cursor.next();
        int length = 0;
        while (length <= LONGEST && isNamePart(cursor.peek(length), mark)) {
            length++;
        }
        if (length > LONGEST || cursor.peek(length) != mark || length == 0) {
            cursor.back(start);
            return null;
        }
        return cursor.until(mark, start, "the decoration");
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    private static boolean isNamePart(char c, char mark) {
        return c > ' ' && c < 127 && c != mark && c != '|' && c != '[' && c != ']' && c != ':';
    }
}
