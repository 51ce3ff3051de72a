package unroll.generate;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import unroll.text.Vocabulary;

/**
 * Keeps a generated text to one complete, well-formed tune in ABC notation.
 *
 * <pre>
 *   Generation.of(model).only(AbcGrammar.tune()).continueText("X:1\n", 400)
 * </pre>
 *
 * <p>A character is allowed only if some completion within the budget exists, so that a tune never
 * stops half-way and never gets stuck. Every tune has a title, metre and key; at least eight bars and
 * five different pitches; each bar is full, a pickup, or completed by the pickup across a repeat or an
 * ending; a blank line ends it. Written may be all that folk collections commonly hold: text fields,
 * changes of key, accidentals, octaves, lengths, rests, ties, broken rhythm, tuplets, grace notes,
 * {@code ~}, chord symbols and other text in quotes, repeats, first and second endings, and {@code !}
 * at a line's end. Not written are chords, slurs, several voices and changes of metre.
 *
 * <p>The least number of characters to the end is known exactly for every beginning: shortest fillings
 * of the rest of a bar by new pitches, of whole bars, and of the form are tabulated. So a mask costs
 * microseconds and no search.
 */
public final class AbcGrammar implements Grammar {
    /** Bars that every tune has at least. */
    static final int BARS = 8;

    private static final AbcGrammar TUNE = new AbcGrammar();
    private static final String NEEDED = "X:TMK|\n";

    private AbcGrammar() {}

    /** Returns the grammar of one tune, from {@code X:} to the blank line after it. */
    public static AbcGrammar tune() {
        return TUNE;
    }

    /**
     * Begins a tune.
     *
     * @throws IllegalArgumentException if the vocabulary is one of words or lacks characters without
     *     which no tune can be written, or if the shortest tune is longer than the budget
     */
    @Override
    public Constraint start(Vocabulary vocabulary, int budget) {
        if (vocabulary.kind() != Vocabulary.Kind.CHARACTERS) {
            throw new IllegalArgumentException(
                    "a tune is written in characters, but the tokens of this vocabulary are words;"
                            + " use Vocabulary.ofCharacters");
        }
        AbcAlphabet alphabet = new AbcAlphabet(characters(vocabulary));
        AbcState start = AbcNumber.start(alphabet);
        int shortest = start.distance();
        if (shortest >= AbcState.FAR) {
            throw new IllegalArgumentException(lack(alphabet));
        } else if (shortest > budget) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a budget of %d characters is too small: the shortest tune with these characters has %d",
                            budget,
                            shortest));
        }
        return new AbcConstraint(vocabulary, start, budget);
    }

    private static Set<Integer> characters(Vocabulary vocabulary) {
        return vocabulary.tokens().stream()
                .filter(token -> token.codePointCount(0, token.length()) == 1)
                .map(token -> token.codePointAt(0))
                .collect(Collectors.toSet());
    }

    private static String lack(AbcAlphabet alphabet) {
        Set<String> missing = new LinkedHashSet<>();
        for (int i = 0; i < NEEDED.length(); i++) {
            char c = NEEDED.charAt(i);
            if (!alphabet.has(c)) {
                missing.add(c == '\n' ? "the line end" : "'" + c + "'");
            }
        }
        if (Integer.bitCount(alphabet.letters()) < AbcAlphabet.PITCHES) {
            missing.add("five of the notes A to G and a to g");
        }
        if (missing.isEmpty()) {
            missing.add("those of a metre such as C or 6/8 and of lengths that fill its bars");
        }
        return "no tune can be written with this vocabulary; it lacks "
                + String.join(", ", missing)
                + "; build it from a text that holds tunes in ABC notation";
    }
}
