package unroll.generate;

import java.util.BitSet;

/** What a {@link Grammar} says about one text while it is being written. */
public interface Constraint {

    /**
     * Returns the ids of the tokens after which some completion within the budget still exists; empty
     * only when the text is finished. The caller does not change it.
     */
    BitSet allowed();

    /**
     * Takes the next token of the text.
     *
     * @throws IllegalArgumentException if the token is not allowed; the message says what is
     */
    void accept(int id);

    /** Returns whether the text is complete and nothing may follow. */
    boolean finished();
}
