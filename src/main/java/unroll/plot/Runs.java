package unroll.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import unroll.trace.History;

/** Runs by name, checked and in the order in which they are drawn. */
final class Runs {
    private Runs() {}

    /** Returns the one run without a name, or several as {@code run 1}, {@code run 2} … */
    static Map<String, History> numbered(History... histories) {
        Map<String, History> runs = new LinkedHashMap<>();
        for (History history : Given.one("histories", histories)) {
            runs.put(histories.length == 1 ? "" : "run " + (runs.size() + 1), history);
        }
        return runs;
    }

    static Map<String, History> checked(Map<String, History> runs) {
        Map<String, History> ordered = ordered("runs", runs);
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException(
                    "no history to draw; pass what Training.run returned");
        }
        ordered.forEach(Runs::requireHistory);
        return ordered;
    }

    static void requireSome(boolean none, String what) {
        if (none) {
            throw new IllegalArgumentException("no " + what + " to draw; pass one or more");
        }
    }

    static void requireHistory(String name, History history) {
        if (history == null) {
            String which = name.isEmpty() ? "" : " of \"" + name + "\"";
            throw new IllegalArgumentException(
                    Digits.format(
                            "the history%s is null: a cell above was re-run; run the cells below it again",
                            which));
        }
    }

    /** Returns a copy in the map's order where it has one, else by name. */
    static <T> Map<String, T> ordered(String what, Map<String, ? extends T> map) {
        for (String name : Given.one(what, map).keySet()) {
            Given.one("a name in " + what, name);
        }
        boolean ordered = map instanceof LinkedHashMap || map instanceof SortedMap;
        return new LinkedHashMap<>(ordered ? map : new TreeMap<>(map));
    }
}
