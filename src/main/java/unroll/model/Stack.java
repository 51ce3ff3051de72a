package unroll.model;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import unroll.layer.Recurrence;

/** What the recurrent bodies have in common. */
final class Stack {
    private Stack() {}

    static Optional<String> looksAhead(boolean bidirectional) {
        return bidirectional
                ? Optional.of(
                        "bidirectional(true) reads the text from its end too and so sees the answer;"
                                + " use bidirectional(false)")
                : Optional.empty();
    }

    /** Counts gates (E H + H H + 2 H) parameters in every layer and direction. */
    static BodySize size(int gates, int inputs, Recurrence stack) {
        long h = stack.hidden();
        int times = gates * stack.directions();
        long parameters = 0;
        StringJoiner formula = new StringJoiner(" + ");
        for (int layer = 0; layer < stack.layers(); layer++) {
            long below = layer == 0 ? inputs : stack.width();
            parameters += times * (below * h + h * h + 2 * h);
            String sum = String.format(Locale.ROOT, "%d·%d + %d·%d + 2·%d", below, h, h, h, h);
            formula.add(times == 1 ? sum : String.format(Locale.ROOT, "%d (%s)", times, sum));
        }
        // gates before and after squashing and the states, each with its gradient
        long states = 2L * (2L * gates + 3) * stack.layers() * stack.width();
        return new BodySize(parameters, 2L * inputs + states, formula.toString());
    }
}
