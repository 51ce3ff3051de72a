package unroll.data;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws from lists; all chance is {@link Random}, whose numbers Java specifies. */
final class Chance {
    /** An invention that was made before is made anew this often before the source is called dry. */
    private static final int MOST_TRIES = 10_000;

    private static final int MOST_MADE = 100_000;

    private final Random random;
    private final Set<Object> seen = new HashSet<>();

    Chance(long seed) {
        random = new Random(seed);
    }

    /** Returns an item; one listed twice comes twice as often. */
    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Returns an item unlike {@code other}. */
    <T> T pickOther(List<T> items, T other) {
        T item = pick(items);
        while (item.equals(other)) {
            item = pick(items);
        }
        return item;
    }

    /** Returns a whole number of {@code from} .. {@code to}, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** Returns true in {@code percent} of 100 cases. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns a number of [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    /** Returns a number of the normal distribution with mean 0 and variance 1. */
    double normal() {
        return random.nextGaussian();
    }

    /** Returns what the source makes first that it has not made before. */
    <T> T unseen(Supplier<T> source) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            T made = source.get();
            if (seen.add(made)) {
                return made;
            }
        }
        throw new IllegalArgumentException(
                "after %,d different examples none is new any more; ask for fewer or for longer ones"
                        .formatted(seen.size()));
    }

    /**
     * Returns what a source makes, one after the other.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 100,000
     */
    static <T> List<T> made(int count, String what, Supplier<T> source) {
        require("the number of " + what, count, 1, MOST_MADE);
        return Stream.generate(source).limit(count).toList();
    }

    /** Refuses an option that is not in {@code least} .. {@code most}. */
    static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be in %,d .. %,d, got %,d".formatted(option, least, most, value));
        }
    }
}
