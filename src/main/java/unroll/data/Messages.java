package unroll.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes short messages as people post them: names, hashtags, links, stretched words, emoticons.
 *
 * <p>What decides, strongest first: {@code #not} at the end turns the judgement round; a judgement
 * stands in the words, plain or negated; where the words judge nothing, the emoticon does.
 */
final class Messages {
    private static final List<String> HAPPY =
            Judgements.words(":) :-) :D ;) <3 =) :-D \uD83D\uDE42");
    private static final List<String> SAD =
            Judgements.words(":( :-( :/ :'( =( D: :-/ \uD83D\uDE41");
    private static final List<String> PLAIN =
            Judgements.phrases(
                    "the %s today is %s|omg this %s is %s|%2$s %1$s tonight|just had this %2$s %1$s"
                            + "|that %s was sooo %s|cant believe how %2$s the %1$s was|feeling %2$s after"
                            + " the %1$s");
    private static final List<String> NEGATED =
            Judgements.phrases(
                    "the %s today isnt %s|the %s was not %s, sorry|never had %2$s %1$s there"
                            + "|no %2$s %1$s tonight|this %s is not even %s");
    private static final List<String> NEUTRAL =
            Judgements.phrases(
                    "snow in %s this morning|on the train to %s|back in %s|%s again tomorrow"
                            + "|the course in %s starts on monday|two more hours to %s|news from %s"
                            + "|moving to %s in may");
    private static final List<String> TOWNS =
            Judgements.words(
                    "Leeds Boston Lyon Porto Graz Turin Bergen Gdansk Ghent Malaga Derby Basel Brno Cork"
                            + " Oulu Riga Split Varna Bath Kiel");
    private static final List<String> TAGS =
            Judgements.words(
                    "#monday #weekend #latenight #deeplearning #travel #winter #food #music #study"
                            + " #friends #weather #live #news #cooking #sunday #exam #coffee #work");

    private final Chance chance;

    Messages(long seed) {
        chance = new Chance(seed);
    }

    /** Returns the next message, unlike all before. */
    LabelledText next() {
        return chance.unseen(this::message);
    }

    private LabelledText message() {
        String label = chance.percent(50) ? Judgements.POSITIVE : Judgements.NEGATIVE;
        boolean turned = chance.percent(15);
        String said = turned ? Judgements.opposite(label) : label;
        boolean judges = turned || chance.percent(75);
        List<String> parts = new ArrayList<>();
        if (chance.percent(40)) {
            parts.add("@" + chance.pick(Judgements.PEOPLE).toLowerCase(Locale.ROOT));
        }
        parts.add(
                judges
                        ? judgement(said)
                        : String.format(Locale.ROOT, chance.pick(NEUTRAL), chance.pick(TOWNS)));
        for (int i = chance.between(0, 2); i > 0; i--) {
            parts.add(chance.pick(TAGS));
        }
        if (chance.percent(20)) {
            parts.add("http://example.org/" + Integer.toHexString(chance.between(4096, 65535)));
        }
        if (!judges || chance.percent(30)) {
            parts.add(chance.pick(said.equals(Judgements.POSITIVE) ? HAPPY : SAD));
        }
        if (turned) {
            parts.add("#not");
        }
        return LabelledText.of(String.join(" ", parts), label);
    }

    private String judgement(String label) {
        String thing = chance.pick(Judgements.THINGS);
        return chance.percent(70)
                ? String.format(
                        Locale.ROOT, chance.pick(PLAIN), thing, chance.pick(Judgements.of(label)))
                : String.format(
                        Locale.ROOT,
                        chance.pick(NEGATED),
                        thing,
                        chance.pick(Judgements.of(Judgements.opposite(label))));
    }
}
