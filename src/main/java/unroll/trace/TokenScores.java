package unroll.trace;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One number for each token of a text: how probable it was, or how active a unit is there.
 *
 * @param quantity what the numbers are
 * @param tokens the text, length T
 * @param values length T
 */
@SuppressWarnings("ArrayRecordComponent") // copied at both doors; equality is by content
public record TokenScores(String quantity, List<String> tokens, double[] values) {

    /**
     * Checks and copies the numbers.
     *
     * @throws IllegalArgumentException if there are not as many numbers as tokens, or one is not
     *     finite
     */
    public TokenScores {
        Rows.given("quantity of token scores", quantity);
        tokens = Rows.some("tokens of '" + quantity + "'", tokens);
        values = Rows.given("numbers of '" + quantity + "'", values).clone();
        Rows.requireLength("numbers of '" + quantity + "'", values, tokens.size());
        Rows.requireFinite("numbers of '" + quantity + "'", values);
    }

    /**
     * Returns the numbers of a text whose tokens are its characters (code points).
     *
     * @throws IllegalArgumentException if there are not as many numbers as characters
     */
    public static TokenScores ofCharacters(String quantity, String text, double[] values) {
        Rows.given("text of '" + quantity + "'", text);
        List<String> characters = text.codePoints().mapToObj(Character::toString).toList();
        return new TokenScores(quantity, characters, values);
    }

    /** Returns a copy of the numbers, length T. */
    @Override
    public double[] values() {
        return values.clone();
    }

    /** Returns one row per token, with its position counted from 0. */
    public Table table() {
        IntColumn position = IntColumn.create("position");
        for (int i = 0; i < values.length; i++) {
            position.append(i);
        }
        return Table.create(
                quantity,
                position,
                StringColumn.create("token", tokens),
                DoubleColumn.create(quantity, values));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenScores that
                && quantity.equals(that.quantity)
                && tokens.equals(that.tokens)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * tokens.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Rows.format(
                "%s of %s, from %.4g to %.4g, mean %.4g",
                quantity,
                Rows.count(tokens.size(), "token", "tokens"),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                Arrays.stream(values).map(value -> value / values.length).sum());
    }
}
