package unroll.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes texts whose last word, left out, agrees with one a given number of words before.
 *
 * <pre>
 *   Time flies. France is where I grew up. (other sentences) I speak fluent        French
 *                     |-------------- distance words -------------------|
 * </pre>
 *
 * <p>Where there is room, one of the sentences between names another country. A sentence of two words
 * stands before each country, so that no run of up to three words says which of them counts.
 */
final class Agreement {
    /** "is where I grew up" and "I speak fluent". */
    static final int SHORTEST = 8;

    private static final Map<String, String> LANGUAGES =
            Map.ofEntries(
                    Map.entry("France", "French"),
                    Map.entry("Spain", "Spanish"),
                    Map.entry("Italy", "Italian"),
                    Map.entry("Poland", "Polish"),
                    Map.entry("Japan", "Japanese"),
                    Map.entry("Turkey", "Turkish"),
                    Map.entry("Greece", "Greek"),
                    Map.entry("Hungary", "Hungarian"),
                    Map.entry("Finland", "Finnish"),
                    Map.entry("Denmark", "Danish"),
                    Map.entry("Sweden", "Swedish"),
                    Map.entry("Portugal", "Portuguese"));
    private static final List<String> COUNTRIES = LANGUAGES.keySet().stream().sorted().toList();

    /** Sentences of other countries: 7 words. */
    private static final List<String> ELSEWHERE =
            Judgements.phrases(
                    "%s is where I once spent July.|%s is where I saw good plays."
                            + "|%s is where my first boss lives.|%s is where I would travel next.");

    private static final int BEFORE_WORDS = 2;

    /** The sentence before the other country and its own. */
    private static final int ELSEWHERE_WORDS = BEFORE_WORDS + 7;

    /** Sentences of n words stand at n - 1. */
    private static final List<List<String>> BETWEEN =
            List.of(
                    Judgements.phrases("Anyway.|Well.|Yes."),
                    Judgements.phrases("Time flies.|Years passed.|Things change.|People move."),
                    Judgements.phrases(
                            "I like tea.|My sister paints.|Summers were long.|We had goats."),
                    Judgements.phrases(
                            "I now live alone.|My work is quiet.|We often went swimming."
                                    + "|The rent is high."),
                    Judgements.phrases(
                            "My parents ran a bakery.|I have taken up chess.|The winters here are mild."
                                    + "|I teach in the evenings."),
                    Judgements.phrases(
                            "But I now live in Boston.|After school I moved to Leeds."
                                    + "|On Sundays we visited my aunt.|My brother never liked the sea."));

    private final Chance chance;
    private final int distance;

    Agreement(int distance, long seed) {
        this.distance = distance;
        chance = new Chance(seed);
    }

    LabelledText next() {
        String country = chance.pick(COUNTRIES);
        List<String> sentences = between(distance - SHORTEST, country);
        sentences.add(0, before() + country + " is where I grew up.");
        sentences.add("I speak fluent");
        return LabelledText.of(String.join(" ", sentences), LANGUAGES.get(country));
    }

    private List<String> between(int words, String country) {
        List<String> sentences = new ArrayList<>();
        int left = words;
        if (left >= ELSEWHERE_WORDS) {
            left -= ELSEWHERE_WORDS;
        }
        while (left > 0) {
            int length = Math.min(left, chance.between(1, BETWEEN.size()));
            sentences.add(chance.pick(BETWEEN.get(length - 1)));
            left -= length;
        }
        if (words >= ELSEWHERE_WORDS) {
            String other = chance.pickOther(COUNTRIES, country);
            sentences.add(
                    chance.between(0, sentences.size()),
                    before() + String.format(Locale.ROOT, chance.pick(ELSEWHERE), other));
        }
        return sentences;
    }

    private String before() {
        return chance.pick(BETWEEN.get(BEFORE_WORDS - 1)) + " ";
    }
}
