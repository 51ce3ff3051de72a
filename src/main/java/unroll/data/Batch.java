package unroll.data;

/** Sequences that a model learns from in one step. */
public interface Batch {

    /** Returns the number of sequences B. */
    int size();

    /** Returns the number of places per sequence T, with padding. */
    int length();

    /** Returns how many places are read, without padding. */
    int tokens();

    /** Returns over how many answers the loss is a mean; one for every place that is read. */
    default double answers() {
        return tokens();
    }
}
