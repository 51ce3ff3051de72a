package unroll.evaluate;

import java.util.Map;

/** One kind of generated data on which a network has to beat something simple. */
interface Duel {

    /** Returns how the data are made. */
    String data();

    /** Returns the network and how long it is trained. */
    String network();

    /** Returns what is measured on the test part. */
    Scored measure();

    /** Returns the scores of what is simple by name, in the order of the table. */
    Map<String, ItemScores> baselines();

    /** Trains the network and returns its scores. */
    ItemScores score(int seed);
}
