package unroll.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Scores of duels, each written to a file as soon as it is known, so that a stop loses one. */
final class DuelRuns {
    static final int SEEDS = 5;
    static final String HEAD = "data,measure,predictor,seed 1,seed 2,seed 3,seed 4,seed 5,mean";

    private final Path file;
    private final List<String> done;

    /** Reads the scores that the file has; it need not exist. */
    DuelRuns(Path file) throws IOException {
        this.file = file;
        this.done = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** Returns the rows of the table for one duel: what is simple, then the network. */
    List<String> rows(Duel duel) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, Double> simple : duel.baselines().entrySet()) {
            rows.add(row(duel, simple.getKey(), List.of(), simple.getValue()));
        }
        List<Double> scores = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            int number = seed;
            scores.add(known("%s,%d".formatted(duel.data(), seed), () -> duel.score(number)));
        }
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        rows.add(row(duel, duel.model(), scores, mean));
        return rows;
    }

    private double known(String key, DoubleSupplier score) throws IOException {
        for (String line : done) {
            if (line.startsWith(key + ",")) {
                return Double.parseDouble(line.substring(key.length() + 1));
            }
        }
        String line = String.format(Locale.ROOT, "%s,%.4f", key, score.getAsDouble());
        done.add(line);
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return Double.parseDouble(line.substring(key.length() + 1));
    }

    private static String row(Duel duel, String predictor, List<Double> scores, double mean) {
        StringBuilder row = new StringBuilder();
        row.append(duel.data()).append(',').append(duel.measure()).append(',').append(predictor);
        for (int seed = 0; seed < SEEDS; seed++) {
            String score =
                    scores.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", scores.get(seed));
            row.append(',').append(score);
        }
        return row.append(String.format(Locale.ROOT, ",%.3f", mean)).toString();
    }
}
