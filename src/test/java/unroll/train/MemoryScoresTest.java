package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.data.MemoryTasks;
import unroll.model.SequenceClassifier;

/** Holds the committed table of what cells remember, from which start, over which distance. */
class MemoryScoresTest {
    private static final Path COMMITTED = Path.of("datasets/memory-scores.csv");

    /** Where a loss falls in a few steps, the engine decides in which; the share of a guess allowed. */
    private static final double NOISE = 0.1;

    @ParameterizedTest
    @CsvSource({"ADDING,50,GRU,log T", "RECALL,50,LSTM,log T", "PARITY,20,LSTM,log T"})
    @Tag("engine")
    @Tag("slow")
    void oneSeedAgreesWithTheCommittedTable(MemoryTask task, int distance, String cell, String name)
            throws IOException {
        var question = new MemoryRuns.Question(task, distance);
        var start = MemoryStart.of(cell, name);
        String row = question + "," + start + ",";
        String committed =
                Files.readAllLines(COMMITTED).stream()
                        .filter(line -> line.startsWith(row))
                        .findFirst()
                        .orElseThrow();
        String[] cells = committed.substring(row.length()).split(",", -1);
        double loss = MemoryRuns.outcome(question, start, Double.parseDouble(cells[0]), 1).loss();
        assertThat(loss).isCloseTo(Double.parseDouble(cells[1]), within(NOISE * task.guess));
    }

    /** What {@code datasets/memory-scores.md} says of the gates. */
    @ParameterizedTest
    @CsvSource({"default, 0, 1e-12", "bias 1, 1e-6, 1e-4", "log T, 0.2, 0.7"})
    @Tag("engine")
    void whatIsLeftOfTheFirstMemoryIsTheProductOfTheForgetGates(
            String name, double least, double most) {
        String text = MemoryTasks.recall(1, 50, 1000).get(0).text();
        var body = MemoryStart.of("LSTM", name).body().apply(50);
        try (var lesson = MemoryTask.RECALL.lesson(body, 50, 1)) {
            var trace = ForgetGates.trace((SequenceClassifier) lesson.model(), text);
            double[] left = ForgetGates.left(trace);
            assertThat(left[left.length - 1]).isBetween(least, most);
        }
    }

    @Test
    @Tag("long")
    void allSeedsAgreeWithTheCommittedTable() throws IOException {
        Files.createDirectories(Path.of("target"));
        var runs = new MemoryRuns(Path.of("target/memory-runs.csv"));
        List<String> table = new ArrayList<>(List.of(MemoryRuns.TABLE_HEAD));
        for (MemoryRuns.Question question : MemoryRuns.QUESTIONS) {
            for (MemoryStart start : MemoryStart.ALL) {
                table.add(MemoryRuns.line(question, start, runs.five(question, start)));
            }
        }
        Files.write(Path.of("target/memory-scores.csv"), table);
        List<String> committed = Files.readAllLines(COMMITTED);
        assertThat(committed).hasSameSizeAs(table);
        for (int i = 1; i < table.size(); i++) {
            MemoryTask task = MemoryRuns.QUESTIONS.get((i - 1) / MemoryStart.ALL.size()).task();
            assertThat(median(table.get(i)))
                    .as(table.get(i))
                    .isCloseTo(median(committed.get(i)), within(NOISE * task.guess));
        }
    }

    private static double median(String line) {
        String[] cells = line.split(",", -1);
        double[] losses =
                Arrays.stream(cells, 5, 5 + MemoryRuns.SEEDS)
                        .mapToDouble(Double::parseDouble)
                        .sorted()
                        .toArray();
        return losses[MemoryRuns.SEEDS / 2];
    }
}
