package unroll.evaluate;

import java.util.Map;

/** One kind of generated data on which a network has to beat something simple. */
interface Duel {

    /** Returns how the data are made. */
    String data();

    /** Returns what is measured on the test part, such as accuracy. */
    String measure();

    /** Returns the network and how long it is trained. */
    String model();

    /** Returns the scores of what is simple by name, in the order of the table. */
    Map<String, Double> baselines();

    /** Trains the network and returns its score on the test part. */
    double score(int seed);
}
