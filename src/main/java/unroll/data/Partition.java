package unroll.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How examples are cut into a part to learn from, one to validate on and one to test on.
 *
 * <pre>
 *   var cut = Partition.of(reviews).stratified(LabelledText::label).grouped(LabelledText::group);
 *   var parts = cut.seed(1).cut(0.8, 0.1);
 *   parts.leaks(LabelledText::text)                  // empty if no text stands in two parts
 * </pre>
 *
 * <p>Within a part, examples keep the order they came in.
 *
 * @param items the examples
 * @param group what examples that must stay together have in common; those with null or the empty
 *     string stand alone
 * @param stratum what every part should hold in the same shares, as far as the groups allow
 * @param inOrder whether the first examples are learnt from and the last tested on, as time demands
 * @param seed decides which examples come into which part
 */
public record Partition<T>(
        List<T> items,
        Function<? super T, ?> group,
        Function<? super T, ?> stratum,
        boolean inOrder,
        long seed) {
    private static final List<String> PURPOSES = List.of("learn from", "validate on", "test on");
    private static final int MOST_NOTES = 5;

    public Partition {
        items = Given.list("items", items);
        Given.value("group", group);
        Given.value("stratum", stratum);
    }

    /** Returns a cut by chance, every example by itself. */
    public static <T> Partition<T> of(List<T> items) {
        return new Partition<>(items, item -> null, item -> "", false, 0);
    }

    /** Returns this cut keeping examples with the same key in one part. */
    public Partition<T> grouped(Function<? super T, ?> key) {
        return new Partition<>(items, key, stratum, inOrder, seed);
    }

    /**
     * Returns this cut with the same shares of every key in all parts; however rare, each key is learnt
     * from, and {@link Parts#notes} says where a part has none of it.
     */
    public Partition<T> stratified(Function<? super T, ?> key) {
        return new Partition<>(items, group, key, inOrder, seed);
    }

    /** Returns this cut by order, not by chance; groups and strata have no say in it then. */
    public Partition<T> inOrder(boolean byOrder) {
        return new Partition<>(items, group, stratum, byOrder, seed);
    }

    /** Returns this cut with other examples in each part. */
    public Partition<T> seed(long number) {
        return new Partition<>(items, group, stratum, inOrder, number);
    }

    /**
     * Cuts; what is left beside the two shares is to test on.
     *
     * @param training share to learn from, above 0
     * @param validation share to validate on, 0 or more
     * @throws IllegalArgumentException if the shares are not fractions of a whole, or a part that
     *     should hold something would be empty
     */
    public Parts<T> cut(double training, double validation) {
        if (!(training > 0 && validation >= 0 && training + validation <= 1 + 1e-9)) {
            throw new IllegalArgumentException(
                    "shares must be fractions that leave nothing below 0, such as cut(0.8, 0.1), got"
                            + String.format(Locale.ROOT, " cut(%s, %s)", training, validation));
        }
        double test = Math.max(0, 1 - training - validation);
        double[] shares = {training, validation, test < 1e-9 ? 0 : test};
        int[] part = inOrder ? byOrder(shares) : byChance(shares);
        List<List<T>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < part.length; i++) {
            parts.get(part[i]).add(items.get(i));
        }
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0 && parts.get(i).isEmpty()) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%,d examples are too few, or their groups too large, or too many of them"
                                        + " of a kind of their own, for parts of %.3g, %.3g and %.3g: one"
                                        + " would be empty",
                                items.size(),
                                shares[0],
                                shares[1],
                                shares[2]));
            }
        }
        List<String> notes = inOrder ? List.of() : rare(part, shares);
        return new Parts<>(parts.get(0), parts.get(1), parts.get(2), notes);
    }

    private int[] byOrder(double[] shares) {
        int[] part = new int[items.size()];
        for (int i = 0; i < part.length; i++) {
            double place = (i + 0.5) / part.length;
            part[i] = place < shares[0] ? 0 : place < shares[0] + shares[1] ? 1 : 2;
        }
        return part;
    }

    /** Gives each group, stratum by stratum, to the part that is furthest behind its share. */
    private int[] byChance(double[] shares) {
        int[] part = new int[items.size()];
        List<List<Integer>> groups = shuffledGroups();
        double[] given = new double[shares.length];
        double seen = 0;
        for (List<Integer> members : groups) {
            seen += members.size();
            int neediest = 0;
            for (int p = 1; p < shares.length; p++) {
                if (shares[p] * seen - given[p] > shares[neediest] * seen - given[neediest]) {
                    neediest = p;
                }
            }
            given[neediest] += members.size();
            for (int member : members) {
                part[member] = neediest;
            }
        }
        learnEach(groups, part);
        return part;
    }

    /** Moves groups into training until every stratum is learnt from: what is not cannot be known. */
    private void learnEach(List<List<Integer>> groups, int[] part) {
        Set<String> learnt = new HashSet<>();
        for (int i = 0; i < part.length; i++) {
            if (part[i] == 0) {
                learnt.add(stratum(i));
            }
        }
        for (List<Integer> members : groups) {
            List<String> strata = members.stream().map(this::stratum).toList();
            if (!learnt.containsAll(strata)) {
                members.forEach(member -> part[member] = 0);
                learnt.addAll(strata);
            }
        }
    }

    /** Returns a sentence for each stratum that is missing in a part, at most a few. */
    private List<String> rare(int[] part, double[] shares) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < part.length; i++) {
            counts.computeIfAbsent(stratum(i), name -> new int[shares.length])[part[i]]++;
        }
        List<String> notes = new ArrayList<>();
        counts.forEach((name, count) -> lacking(name, count, shares).ifPresent(notes::add));
        if (notes.size() > MOST_NOTES) {
            int more = notes.size() - MOST_NOTES;
            notes.subList(MOST_NOTES, notes.size()).clear();
            notes.add(String.format(Locale.ROOT, "and so are %,d more", more));
        }
        return notes;
    }

    private static Optional<String> lacking(String name, int[] count, double[] shares) {
        List<String> none = new ArrayList<>();
        for (int p = 1; p < shares.length; p++) {
            if (shares[p] > 0 && count[p] == 0) {
                none.add("none to " + PURPOSES.get(p));
            }
        }
        return none.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "\"%s\" (%s) is too rare, or in too few groups, for every part: %s",
                                name,
                                Batches.counted(Arrays.stream(count).sum(), "example"),
                                String.join(" and ", none)));
    }

    private String stratum(int item) {
        return String.valueOf(stratum.apply(items.get(item)));
    }

    /** Returns the numbers of the examples by group; groups of one stratum follow each other. */
    private List<List<Integer>> shuffledGroups() {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Object key = group.apply(items.get(i));
            boolean alone = key == null || key.equals("");
            groups.computeIfAbsent(alone ? List.of(i) : key, k -> new ArrayList<>()).add(i);
        }
        Map<String, List<List<Integer>>> strata = new TreeMap<>();
        for (List<Integer> members : groups.values()) {
            strata.computeIfAbsent(stratum(members), k -> new ArrayList<>()).add(members);
        }
        Random random = new Random(seed);
        List<List<Integer>> order = new ArrayList<>();
        for (List<List<Integer>> same : strata.values()) {
            Collections.shuffle(same, random);
            order.addAll(same);
        }
        return order;
    }

    /** Returns what a group holds: the sorted strata of its members. */
    private String stratum(List<Integer> members) {
        return members.stream().map(this::stratum).sorted().toList().toString();
    }

    /** Returns a line such as {@code cut of 1,000 examples by chance, seed 7}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "cut of %,d examples %s",
                items.size(),
                inOrder ? "in their order" : "by chance, seed " + seed);
    }
}
