package unroll.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into tokens and says where one stands. */
final class Tokens {
    /** Sorts by code point, unlike {@link String#compareTo}, which sorts by UTF-16 unit. */
    static final Comparator<String> ORDER =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|[^\\s]");
    private static final String NO_SPACE_BEFORE = ".,;:!?)]}…’”";
    private static final String NO_SPACE_AFTER = "([{‘“";

    /** Takes one token and the offset (UTF-16 units) at which it begins. */
    interface Visitor {
        void visit(String token, int offset);
    }

    private Tokens() {}

    static Map<String, Integer> counts(Vocabulary.Kind kind, String text) {
        Map<String, Integer> counts = new HashMap<>();
        each(kind, text, (token, offset) -> counts.merge(token, 1, Integer::sum));
        if (counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "a vocabulary needs a text with at least one token, got "
                            + (text.isEmpty() ? "an empty text" : "only white space"));
        }
        return counts;
    }

    /** Refuses null. */
    static <T> T given(String name, T value) {
        return Objects.requireNonNull(
                value, () -> name + " is null: a cell above was re-run; run it again");
    }

    /** Refuses null. */
    static Special given(Special special) {
        return Objects.requireNonNull(
                special, "a special token is null: name one, such as Special.UNKNOWN");
    }

    /** Refuses null and lists that hold it. */
    static List<Special> all(Special... specials) {
        for (Special special : given("specials", specials)) {
            given(special);
        }
        return List.of(specials);
    }

    static void each(Vocabulary.Kind kind, String text, Visitor visitor) {
        given("text", text);
        if (kind == Vocabulary.Kind.WORDS) {
            for (Matcher word = WORD.matcher(text); word.find(); ) {
                visitor.visit(word.group(), word.start());
            }
            return;
        }
        for (int offset = 0; offset < text.length(); ) {
            int codePoint = text.codePointAt(offset);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "half of a surrogate pair (U+%04X)%s: the text was cut inside a character",
                                codePoint,
                                place(text, offset)));
            }
            visitor.visit(Character.toString(codePoint), offset);
            offset += Character.charCount(codePoint);
        }
    }

    /** Returns " at line 3, column 14", both counted from 1, columns in characters. */
    static String place(String text, int offset) {
        String before = text.substring(0, offset);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int lineStart = before.lastIndexOf('\n') + 1;
        int column = before.codePointCount(lineStart, offset) + 1;
        return String.format(Locale.ROOT, " at line %d, column %d", line, column);
    }

    static String joinWords(List<String> words) {
        StringBuilder text = new StringBuilder();
        boolean space = false;
        for (String word : words) {
            boolean glued = word.length() == 1 && NO_SPACE_BEFORE.contains(word);
            text.append(space && !glued ? " " : "").append(word);
            space = !(word.length() == 1 && NO_SPACE_AFTER.contains(word));
        }
        return text.toString();
    }

    /** Returns {@code character "é" (U+00E9)} or {@code word "cat"}. */
    private static String named(Vocabulary.Kind kind, String token) {
        return kind == Vocabulary.Kind.CHARACTERS && !token.isEmpty()
                ? String.format(
                        Locale.ROOT, "character %s (U+%04X)", quoted(token), token.codePointAt(0))
                : "word " + quoted(token);
    }

    static IllegalArgumentException unknown(Vocabulary vocabulary, String token, String place) {
        return new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "the %s%s is not in the vocabulary of %d %s; build the vocabulary from a text that"
                                + " holds it, leave it out, or let it become unknown with"
                                + " specials(Special.UNKNOWN)",
                        named(vocabulary.kind(), token),
                        place,
                        vocabulary.size(),
                        vocabulary.units()));
    }

    static String quoted(String token) {
        String escaped =
                token.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                        .replace("\"", "\\\"");
        return '"' + escaped + '"';
    }
}
