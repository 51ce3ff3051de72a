package unroll.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes twins: two sentences of the same n-grams and opposite meaning.
 *
 * <pre>
 *   opening , C  s1 , C  s2 , C  s3 , C  closing .       C: a joint of n - 1 words, always the same
 * </pre>
 *
 * <p>An n-gram never reaches over a joint, so it sees at most one of the clauses s and any order of
 * the clauses has the same n-grams, sentence begin and end included. The label is the polarity of
 * the last judgement; the twin has the two judging clauses in each other's place. For n = 1 no
 * joint is needed: "The food was good, not bad at all."
 */
final class OrderPairs {
    static final int MOST_WORDS = 5;

    private static final List<String> JOINTS =
            List.of("then", "and then", "and after that", "and a little later");
    private static final List<String> CONTRASTS =
            Judgements.phrases(
                    "The %s was %s, not %s at all.|We found the %s %s rather than %s."
                            + "|Everybody called the %s %s and nobody called it %s."
                            + "|The %s turned out %s where we had feared it %s.");
    private static final List<String> OPENINGS =
            Judgements.phrases(
                    "%s arrived at noon|%s came in late|%s found a seat by the window|%s rang me up"
                            + "|%s met us at the station|%s parked the car|%s took off the coat"
                            + "|%s waited for an hour|%s asked for the way|%s forgot the tickets");
    private static final List<String> FILLERS =
            Judgements.phrases(
                    "%s told a joke|%s looked for the keys|%s took a picture|%s talked about the weather"
                            + "|%s paid the bill|%s ordered some water|%s read the paper"
                            + "|%s made a phone call|%s changed the table|%s asked a question"
                            + "|%s opened the window|%s counted the guests");
    private static final List<String> CLOSINGS =
            Judgements.phrases(
                    "we went home|we left|it was midnight|the lights went out|the rain began"
                            + "|we took the tram|everybody stood up|the day was over");

    private final Chance chance;
    private final int words;
    private int pairs;

    OrderPairs(int words, long seed) {
        this.words = words;
        chance = new Chance(seed);
    }

    /** Returns the next two twins, of which either may come first. */
    List<LabelledText> next() {
        String label = chance.percent(50) ? Judgements.POSITIVE : Judgements.NEGATIVE;
        List<String> texts = chance.unseen(words == 1 ? this::contrast : this::sequence);
        String group = "pair " + ++pairs;
        boolean positive = label.equals(Judgements.POSITIVE);
        return List.of(
                new LabelledText(texts.get(positive ? 0 : 1), label, group),
                new LabelledText(texts.get(positive ? 1 : 0), Judgements.opposite(label), group));
    }

    /** A positive sentence and its negative twin. */
    private List<String> contrast() {
        String form = chance.pick(CONTRASTS);
        String thing = chance.pick(Judgements.THINGS);
        String good = chance.pick(Judgements.GOOD);
        String bad = chance.pick(Judgements.BAD);
        return List.of(
                String.format(Locale.ROOT, form, thing, good, bad),
                String.format(Locale.ROOT, form, thing, bad, good));
    }

    private List<String> sequence() {
        String thing = chance.pick(Judgements.THINGS);
        String good =
                String.format(Locale.ROOT, "the %s was %s", thing, chance.pick(Judgements.GOOD));
        String bad =
                String.format(Locale.ROOT, "the %s was %s", thing, chance.pick(Judgements.BAD));
        List<String> before = fillers(FILLERS, chance.between(0, 1));
        List<String> between = fillers(FILLERS, chance.between(0, 2));
        List<String> after = fillers(FILLERS, chance.between(0, 2));
        after.add(chance.pick(CLOSINGS) + ".");
        before.add(0, named(OPENINGS));
        return List.of(
                joined(before, bad, between, good, after),
                joined(before, good, between, bad, after));
    }

    private List<String> fillers(List<String> forms, int count) {
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clauses.add(named(forms));
        }
        return clauses;
    }

    private String named(List<String> forms) {
        return String.format(Locale.ROOT, chance.pick(forms), chance.pick(Judgements.PEOPLE));
    }

    private String joined(
            List<String> before,
            String first,
            List<String> between,
            String last,
            List<String> after) {
        List<String> clauses = new ArrayList<>(before);
        clauses.add(first);
        clauses.addAll(between);
        clauses.add(last);
        clauses.addAll(after);
        return String.join(", " + JOINTS.get(words - 2) + " ", clauses);
    }
}
