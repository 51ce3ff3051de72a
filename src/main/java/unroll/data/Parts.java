package unroll.data;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Examples in three parts, as {@link Partition} cuts them.
 *
 * @param training to learn from
 * @param validation to choose among models and to stop in time
 * @param test to be looked at once, for the verdict
 * @param notes which kinds of examples are too few for every part, in sentences
 */
public record Parts<T>(List<T> training, List<T> validation, List<T> test, List<String> notes) {

    public Parts {
        training = Given.list("training", training);
        validation = Given.list("validation", validation);
        test = Given.list("test", test);
        notes = Given.list("notes", notes);
    }

    /** Takes parts that were cut otherwise, without notes. */
    public Parts(List<T> training, List<T> validation, List<T> test) {
        this(training, validation, test, List.of());
    }

    /**
     * Says what leaks from one part into another: keys that examples of two parts have in common.
     *
     * @param key what no two parts may share, such as {@code LabelledText::group} or the text itself;
     *     null and the empty string are shared with nobody
     * @return one sentence for each two parts that share keys; empty if all is well
     */
    public List<String> leaks(Function<? super T, ?> key) {
        Given.value("key", key);
        Map<String, Set<Object>> keys = new LinkedHashMap<>();
        keys.put("training", keys(training, key));
        keys.put("validation", keys(validation, key));
        keys.put("test", keys(test, key));
        List<String> pairs = List.of("training validation", "training test", "validation test");
        return pairs.stream()
                .map(pair -> pair.split(" ", -1))
                .filter(pair -> !shared(keys, pair).isEmpty())
                .map(pair -> sentence(pair, shared(keys, pair)))
                .toList();
    }

    private static <T> Set<Object> keys(List<T> items, Function<? super T, ?> key) {
        Set<Object> keys = new LinkedHashSet<>();
        for (T item : items) {
            Object value = key.apply(item);
            if (value != null && !value.equals("")) {
                keys.add(value);
            }
        }
        return keys;
    }

    private static Set<Object> shared(Map<String, Set<Object>> keys, String[] pair) {
        Set<Object> shared = new LinkedHashSet<>(keys.get(pair[0]));
        shared.retainAll(keys.get(pair[1]));
        return shared;
    }

    private static String sentence(String[] pair, Set<Object> shared) {
        String example = String.valueOf(shared.iterator().next());
        return String.format(
                Locale.ROOT,
                "the %s and the %s part share %,d of what should stand in one only, such as"
                        + " \"%s\"; cut with grouped(…)",
                pair[0],
                pair[1],
                shared.size(),
                example.length() > 60 ? example.substring(0, 60) + "…" : example);
    }

    /** Returns {@code 800 to learn from, 100 to validate on, 100 to test on} and the notes. */
    @Override
    public String toString() {
        String sizes =
                String.format(
                        Locale.ROOT,
                        "%,d to learn from, %,d to validate on, %,d to test on",
                        training.size(),
                        validation.size(),
                        test.size());
        return Batches.withNotes(sizes, notes);
    }
}
