package unroll.generate;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * A set of words as a tree of their letters; where a word ends stands what it means.
 *
 * <p>Metres and unit note lengths mean their length in 64ths of a whole note.
 */
final class AbcWords {
    private static final int NO_WORD = -1;
    private static final int WHOLE = 64;
    private static final int[] MAJOR_SHARPS = {3, 5, 0, 2, 4, -1, 1};
    private static final Map<String, Integer> MODE_SHARPS =
            Map.of(
                    "major",
                    0,
                    "minor",
                    -3,
                    "dorian",
                    -2,
                    "mixolydian",
                    -1,
                    "phrygian",
                    -4,
                    "lydian",
                    1,
                    "aeolian",
                    -3,
                    "ionian",
                    0,
                    "locrian",
                    -5);

    private final Map<Integer, AbcWords> branches = new TreeMap<>();

    /** For each meaning the least characters to a word that has it. */
    private final Map<Integer, Integer> nearest = new TreeMap<>();

    private int meaning = NO_WORD;

    private AbcWords() {}

    /** What M: may say. */
    static AbcWords metres(AbcAlphabet alphabet) {
        AbcWords words = new AbcWords();
        for (String metre : "2/2 3/2 2/4 3/4 4/4 5/4 6/4 3/8 6/8 9/8 12/8".split(" ", -1)) {
            int slash = metre.indexOf('/');
            int beats = Integer.parseInt(metre.substring(0, slash));
            int beat = Integer.parseInt(metre.substring(slash + 1));
            words.addSpaced(metre, beats * WHOLE / beat, alphabet);
        }
        words.addSpaced("C", WHOLE, alphabet);
        words.addSpaced("C|", WHOLE, alphabet);
        return words;
    }

    /** What L: may say. */
    static AbcWords units(AbcAlphabet alphabet) {
        AbcWords words = new AbcWords();
        for (int part : new int[] {4, 8, 16}) {
            words.addSpaced("1/" + part, WHOLE / part, alphabet);
        }
        return words;
    }

    /** What K: may say: every key of at most seven sharps or flats. */
    static AbcWords keys(AbcAlphabet alphabet) {
        AbcWords words = new AbcWords();
        for (int letter = 0; letter < MAJOR_SHARPS.length; letter++) {
            String tonic = "ABCDEFG".substring(letter, letter + 1);
            words.addKeys(tonic, MAJOR_SHARPS[letter], alphabet);
            words.addKeys(tonic + "#", MAJOR_SHARPS[letter] + 7, alphabet);
            words.addKeys(tonic + "b", MAJOR_SHARPS[letter] - 7, alphabet);
        }
        return words;
    }

    private void addKeys(String tonic, int sharps, AbcAlphabet alphabet) {
        addKey(tonic, sharps, alphabet);
        addKey(tonic + "m", sharps - 3, alphabet);
        MODE_SHARPS.forEach(
                (mode, more) -> {
                    String title =
                            mode.substring(0, 1).toUpperCase(Locale.ROOT) + mode.substring(1);
                    for (String name : new String[] {mode, title}) {
                        for (String gap : new String[] {"", " "}) {
                            addKey(tonic + gap + name, sharps + more, alphabet);
                            addKey(tonic + gap + name.substring(0, 3), sharps + more, alphabet);
                        }
                    }
                });
    }

    private void addKey(String key, int sharps, AbcAlphabet alphabet) {
        if (Math.abs(sharps) <= 7) {
            addSpaced(key, 0, alphabet);
        }
    }

    private void addSpaced(String word, int meaning, AbcAlphabet alphabet) {
        add(word, meaning, alphabet);
        add(" " + word, meaning, alphabet);
    }

    private void add(String word, int meaning, AbcAlphabet alphabet) {
        if (!alphabet.canWrite(word)) {
            return;
        }
        AbcWords at = this;
        for (int i = 0; i < word.length(); i++) {
            at.nearest.merge(meaning, word.length() - i, Math::min);
            at = at.branches.computeIfAbsent((int) word.charAt(i), key -> new AbcWords());
        }
        at.nearest.put(meaning, 0);
        at.meaning = meaning;
    }

    /** The words that go on with this character, or null if none does. */
    AbcWords after(int character) {
        return branches.get(character);
    }

    /** Whether a word ends here. */
    boolean isWord() {
        return meaning != NO_WORD;
    }

    int meaning() {
        return meaning;
    }

    /** The least characters to the tune's end, if that is so far from where a word of a meaning ends. */
    int distance(IntUnaryOperator afterMeaning) {
        return nearest.entrySet().stream()
                .mapToInt(word -> word.getValue() + afterMeaning.applyAsInt(word.getKey()))
                .min()
                .orElse(AbcState.FAR);
    }
}
