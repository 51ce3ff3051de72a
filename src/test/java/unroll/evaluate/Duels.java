package unroll.evaluate;

import java.util.List;
import java.util.stream.Stream;
import unroll.data.Examples;
import unroll.data.LabelledText;
import unroll.data.SeriesExamples;
import unroll.model.Gru;
import unroll.model.Lstm;

/** What is measured for the table of generated data. */
final class Duels {
    private Duels() {}

    static List<Duel> all() {
        return Stream.of(quick(), slow()).flatMap(List::stream).toList();
    }

    /** Those whose network learns within a few seconds. */
    static List<Duel> quick() {
        return List.of(
                orderPairs(),
                TextDuel.of("reviews(3000; 7)", Examples.reviews(3000, 7), Lstm.of(32), 8, 1, 2),
                TextDuel.of("messages(3000; 7)", Examples.messages(3000, 7), Lstm.of(32), 8, 1, 2),
                agreement(),
                StudentDuel.of(2000, 7),
                new SentenceDuel(),
                new SeriesDuel(SeriesExamples.sines(2000, 7), 300),
                new SeriesDuel(SeriesExamples.regimes(2000, 7), 0));
    }

    private static List<Duel> slow() {
        return List.of(promoters(), new GeneDuel());
    }

    /** Sentences that differ in order only: no count of up to three words tells them apart. */
    static Duel orderPairs() {
        List<LabelledText> pairs = Examples.orderPairs(1000, 3, 7);
        return TextDuel.of("orderPairs(1000; 3; 7)", pairs, Lstm.of(32), 15, 1, 3);
    }

    private static Duel agreement() {
        List<LabelledText> texts = Examples.agreement(2000, 20, 7);
        var body = Lstm.of(32).longest(20);
        return TextDuel.of("agreement(2000; 20; 7)", texts, body, 8, 1, 2, 3, 5);
    }

    /** Bases one by one, as words. */
    private static Duel promoters() {
        List<LabelledText> stretches =
                Examples.promoters(3000, 7).stream()
                        .map(e -> LabelledText.of(String.join(" ", e.text().split("")), e.label()))
                        .toList();
        return TextDuel.of("promoters(3000; 7)", stretches, Gru.of(32), 20, 3, 6);
    }
}
