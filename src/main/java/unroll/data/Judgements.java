package unroll.data;

import java.util.List;

/** Words with which people judge meals, films and trips; every list mixes freely with the others. */
final class Judgements {
    static final String POSITIVE = "positive";
    static final String NEGATIVE = "negative";

    static final List<String> GOOD =
            words(
                    "good great lovely splendid delightful wonderful superb pleasant charming excellent"
                            + " brilliant perfect fine amazing fantastic marvellous enjoyable tasteful"
                            + " refreshing impressive remarkable memorable beautiful cheerful");
    static final List<String> BAD =
            words(
                    "bad awful dreadful dull horrible terrible boring dismal dreary poor tedious"
                            + " disappointing mediocre unpleasant lousy miserable annoying tasteless"
                            + " lifeless clumsy forgettable shabby ugly gloomy");
    static final List<String> THINGS =
            words(
                    "food soup film play concert service music dessert story show coffee room garden"
                            + " wine bread acting party lecture tour view sound salad ending pizza");
    static final List<String> PEOPLE =
            words(
                    "Ada Anton Bella Carlos Dora Edgar Fatima Goran Hanna Ivan Jana Karim Lena Marco Nadia"
                            + " Otto Paula Quentin Rosa Samir Tessa Umberto Vera Walid Xenia Yusuf Zora"
                            + " Milan Greta Hugo");

    private Judgements() {}

    /** Returns the words of the polarity that a label names. */
    static List<String> of(String label) {
        return label.equals(POSITIVE) ? GOOD : BAD;
    }

    static String opposite(String label) {
        return label.equals(POSITIVE) ? NEGATIVE : POSITIVE;
    }

    static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    static List<String> phrases(String phrases) {
        return List.of(phrases.split("\\|"));
    }
}
