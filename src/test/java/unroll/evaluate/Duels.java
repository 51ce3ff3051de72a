package unroll.evaluate;

import java.util.List;
import unroll.data.Examples;
import unroll.model.Lstm;

/** What is measured for the table of generated data. */
final class Duels {
    private Duels() {}

    static List<Duel> all() {
        return List.of(orderPairs(), reviews());
    }

    /** Sentences that differ in order only: no count of up to three words tells them apart. */
    static Duel orderPairs() {
        return new TextDuel(
                "orderPairs(1000; 3; 7)",
                Examples.orderPairs(1000, 3, 7),
                Lstm.of(32),
                15,
                List.of(1, 3));
    }

    private static Duel reviews() {
        return new TextDuel(
                "reviews(3000; 7)", Examples.reviews(3000, 7), Lstm.of(32), 8, List.of(1, 2));
    }
}
