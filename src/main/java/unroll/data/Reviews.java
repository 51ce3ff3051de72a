package unroll.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes reviews of one to three sentences, of which one judges.
 *
 * <pre>
 *   plain     the film was good                          positive
 *   negated   the film was not good                      negative
 *   contrast  although the food was good, the film was bad   negative: the main clause decides
 * </pre>
 *
 * <p>The other sentences say nothing about quality. Half of the reviews are plain, a quarter each
 * negated and in contrast.
 */
final class Reviews {
    private static final List<String> PLAIN =
            Judgements.phrases(
                    "The %s was %s.|What one remembers is the %2$s %1$s.|I thought the %s was really %s."
                            + "|We all found the %s %s.|The %s seemed %s from the first minute."
                            + "|My friends called the %s %s and I agree.");
    private static final List<String> NEGATED =
            Judgements.phrases(
                    "The %s was not %s at all.|I would never call the %s %s.|The %s was anything but %s."
                            + "|Nobody could say that the %s was %s.|The %s is far from %s."
                            + "|I did not find the %s %s.");
    private static final List<String> CONTRAST =
            Judgements.phrases(
                    "Although the %s was %s, the %s was %s.|The %s was %s, but the %s was so %s that"
                            + " it decided the evening.|The %s may have been %s, yet in the end the %s was"
                            + " %s.|Even if the %s was %s, we remember how %4$s the %3$s was.");
    private static final List<String> REVERSED =
            Judgements.phrases(
                    "The %3$s was %4$s, although the %1$s was %2$s.|The %3$s was %4$s even though the"
                            + " %1$s was %2$s.|In spite of the %2$s %1$s, the %3$s was %4$s.");
    private static final List<String> NEUTRAL =
            Judgements.phrases(
                    "%s had booked for six.|We went there with %s.|%s chose the place.|It was a Tuesday."
                            + "|I came with %s and two others.|They open at seven.|%s drove us there."
                            + "|It took two hours.|We sat next to %s.|%s paid in the end."
                            + "|The place lies near the river.|There were about thirty people.");

    private final Chance chance;

    Reviews(long seed) {
        chance = new Chance(seed);
    }

    /** Returns the next review, unlike all before. */
    LabelledText next() {
        return chance.unseen(this::review);
    }

    private LabelledText review() {
        String label = chance.percent(50) ? Judgements.POSITIVE : Judgements.NEGATIVE;
        List<String> sentences = new ArrayList<>();
        sentences.add(judgement(label));
        for (int i = chance.between(0, 2); i > 0; i--) {
            String neutral =
                    String.format(
                            Locale.ROOT, chance.pick(NEUTRAL), chance.pick(Judgements.PEOPLE));
            sentences.add(chance.between(0, sentences.size()), neutral);
        }
        return LabelledText.of(String.join(" ", sentences), label);
    }

    private String judgement(String label) {
        String thing = chance.pick(Judgements.THINGS);
        String agreeing = chance.pick(Judgements.of(label));
        String opposed = chance.pick(Judgements.of(Judgements.opposite(label)));
        return switch (chance.between(0, 3)) {
            case 0, 1 -> String.format(Locale.ROOT, chance.pick(PLAIN), thing, agreeing);
            case 2 -> String.format(Locale.ROOT, chance.pick(NEGATED), thing, opposed);
            default ->
                    String.format(
                            Locale.ROOT,
                            chance.pick(chance.percent(50) ? CONTRAST : REVERSED),
                            chance.pickOther(Judgements.THINGS, thing),
                            opposed,
                            thing,
                            agreeing);
        };
    }
}
