package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import unroll.data.Corpora;
import unroll.data.Corpus;
import unroll.data.Split;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.music.Abc;
import unroll.music.AbcEntry;
import unroll.music.Bar;
import unroll.music.Note;
import unroll.music.Tune;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

/** A hundred tunes of a trained model, with the grammar and without, judged by the parser. */
@Tag("engine")
class SampledTunesTest {
    private static final String PROMPT = "X:1\n";
    private static final int BUDGET = 400;

    @Test
    @Tag("slow")
    void tunesOfAModelThatHardlyLearntAreValidWithTheGrammar() {
        report(Corpora.tunes(200, 7), 32, 40, 20, 0.5);
    }

    @Test
    @Tag("long")
    void aHundredTunesLearntFromTheShippedCorpusAreValid() {
        report(Corpora.shipped(), 256, 500, 100, 0.2);
    }

    @Test
    @Tag("long")
    @EnabledIfEnvironmentVariable(named = "UNROLL_IRISH_ABC", matches = ".+")
    void aHundredTunesLearntFromARealCollectionAreValid() throws Exception {
        String text = Files.readString(Path.of(System.getenv("UNROLL_IRISH_ABC")));
        report(Corpus.of("irish.abc", text), 256, 500, 100, 0.2);
    }

    /** Trains, samples and judges; the histograms of notes may be so far apart, at most. */
    private static void report(Corpus corpus, int hidden, int steps, int count, double mostApart) {
        Vocabulary vocabulary = Vocabulary.ofCharacters(corpus.text());
        var data = Split.at(vocabulary.encode(corpus.text()), 0.9).windows(100);
        var body = Lstm.of(hidden);
        try (var model = LanguageModel.over(vocabulary).embedding(64).body(body).seed(42).build()) {
            var plan = Plan.ofSteps(steps).batch(32).learningRate(5e-3).clipNorm(5);
            var history = Training.run(model, data, plan.validateEvery(Math.max(20, steps / 5)));
            System.out.printf(Locale.ROOT, "%s: %s%n", corpus, history.validations());
            List<Tune> tunes = masked(model, count);
            unmasked(model, count);
            printMemory(corpus, tunes);
            for (double apart : histogramsApart(corpus, tunes)) {
                assertThat(apart).isLessThan(mostApart);
            }
        }
    }

    private static List<Tune> masked(LanguageModel model, int count) {
        var generation = Generation.of(model).only(AbcGrammar.tune());
        List<Tune> tunes = new ArrayList<>();
        Set<String> music = new HashSet<>();
        double removed = 0;
        int characters = 0;
        for (int seed = 0; seed < count; seed++) {
            Generated generated = generation.seed(seed).run(PROMPT, BUDGET);
            assertThat(generated.stopped()).isEqualTo(Generated.Stopped.FINISHED);
            Tune tune = Abc.parse(generated.text());
            assertThat(isValid(tune)).as(generated.text()).isTrue();
            assertThat(music.add(body(tune))).as(generated.text()).isTrue();
            for (double mass : generated.removedMass()) {
                removed += mass;
                characters++;
            }
            tunes.add(tune);
        }
        System.out.printf(
                Locale.ROOT,
                "with the grammar: %d of %d valid, all different, %.0f characters each;"
                        + " it removes %.4f of the probability per character%n%s",
                tunes.size(),
                count,
                characters / (double) count,
                removed / characters,
                tunes.get(0).source());
        return tunes;
    }

    private static void unmasked(LanguageModel model, int count) {
        int read = 0;
        int valid = 0;
        int ended = 0;
        for (int seed = 0; seed < count; seed++) {
            String text = Generation.of(model).seed(seed).run(PROMPT, BUDGET).text();
            int end = text.indexOf("\n\n");
            ended += end < 0 ? 0 : 1;
            AbcEntry entry = Abc.parseAll(end < 0 ? text : text.substring(0, end + 2)).get(0);
            read += entry.accepted() ? 1 : 0;
            valid += entry.tune().map(SampledTunesTest::isValid).orElse(false) && end >= 0 ? 1 : 0;
        }
        System.out.printf(
                "without: %d of %d parse, %d end by themselves, %d are valid%n",
                read, count, ended, valid);
    }

    private static boolean isValid(Tune tune) {
        long pitches = tune.notes().stream().map(Note::midi).distinct().count();
        return tune.isWellFormed() && tune.bars().size() >= 8 && pitches >= 5;
    }

    private static String body(Tune tune) {
        return tune.source().substring(tune.source().indexOf("\nK:"));
    }

    private static void printMemory(Corpus corpus, List<Tune> tunes) {
        Memorisation memory = Memorisation.of(corpus.text());
        List<Copied> copies = tunes.stream().map(tune -> memory.longestCopy(body(tune))).toList();
        double mean = copies.stream().mapToInt(Copied::length).average().orElseThrow();
        int longest = copies.stream().mapToInt(Copied::length).max().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "longest copy from the corpus: mean %.1f, at most %d characters; %d flagged%n",
                mean,
                longest,
                copies.stream().filter(Copied::flagged).count());
    }

    /** Half the sum of differences: 0 where two histograms agree, 1 where they share nothing. */
    private static List<Double> histogramsApart(Corpus corpus, List<Tune> tunes) {
        List<Tune> all =
                Abc.parseAll(corpus.text()).stream()
                        .flatMap(entry -> entry.tune().stream())
                        .filter(tune -> tune.bars().stream().allMatch(Bar::isWellFormed))
                        .toList();
        ToIntBiFunction<List<Note>, Integer> pitch = (notes, i) -> notes.get(i).midi();
        ToIntBiFunction<List<Note>, Integer> interval =
                (notes, i) -> notes.get(i).midi() - notes.get(i - 1).midi();
        return List.of(
                apart("pitches", histogram(all, pitch), histogram(tunes, pitch)),
                apart("intervals", histogram(all, interval), histogram(tunes, interval)));
    }

    private static Map<Integer, Double> histogram(
            List<Tune> tunes, ToIntBiFunction<List<Note>, Integer> value) {
        Map<Integer, Double> histogram = new TreeMap<>();
        int total = tunes.stream().mapToInt(tune -> tune.notes().size() - 1).sum();
        for (Tune tune : tunes) {
            for (int i = 1; i < tune.notes().size(); i++) {
                histogram.merge(value.applyAsInt(tune.notes(), i), 1.0 / total, Double::sum);
            }
        }
        return histogram;
    }

    private static double apart(
            String name, Map<Integer, Double> corpus, Map<Integer, Double> ours) {
        Set<Integer> values = new HashSet<>(corpus.keySet());
        values.addAll(ours.keySet());
        double apart = 0;
        StringBuilder rows = new StringBuilder();
        for (int value : values.stream().sorted().toList()) {
            double there = corpus.getOrDefault(value, 0.0);
            double here = ours.getOrDefault(value, 0.0);
            apart += Math.abs(there - here) / 2;
            rows.append(String.format(Locale.ROOT, "  %3d %.3f %.3f%n", value, there, here));
        }
        System.out.printf(
                Locale.ROOT, "%s, corpus and generated, %.3f apart:%n%s", name, apart, rows);
        return apart;
    }
}
