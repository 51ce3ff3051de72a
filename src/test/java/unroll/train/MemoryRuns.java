package unroll.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Trains every cell from every start on every memory task, and writes each run to a file as soon as
 * it ends: what stands there is not computed again, so a stop loses one run.
 */
final class MemoryRuns {
    static final int SEEDS = 5;
    static final List<Double> RATES = List.of(0.001, 0.003, 0.01);

    static final String TABLE_HEAD =
            "task,distance,cell,start,rate,seed 1,seed 2,seed 3,seed 4,seed 5,solved,steps";

    private static final String HEAD = "task,distance,cell,start,rate,seed,steps,loss";

    private final Path file;
    private final List<Row> done = new ArrayList<>();

    /** A task with the distance to remember over. */
    record Question(MemoryTask task, int distance) {
        @Override
        public String toString() {
            return task.name().toLowerCase(Locale.ROOT) + "," + distance;
        }
    }

    /** What is asked, in the order in which it is computed. */
    static final List<Question> QUESTIONS =
            List.of(
                    new Question(MemoryTask.ADDING, 50),
                    new Question(MemoryTask.RECALL, 50),
                    new Question(MemoryTask.RECALL, 10),
                    new Question(MemoryTask.COPY, 1),
                    new Question(MemoryTask.PARITY, 20),
                    new Question(MemoryTask.PARITY, 100));

    /** One training: what was asked and what came of it. */
    record Row(String question, String start, double rate, int seed, int steps, double loss) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    cells[0] + "," + cells[1],
                    cells[2] + "," + cells[3],
                    Double.parseDouble(cells[4]),
                    Integer.parseInt(cells[5]),
                    Integer.parseInt(cells[6]),
                    Double.parseDouble(cells[7]));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s,%s,%s,%d,%d,%.5f", question, start, rate, seed, steps, loss);
        }
    }

    /** Reads the runs that the file has; it need not exist. */
    MemoryRuns(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().skip(1).map(Row::of).forEach(done::add);
        } else {
            Files.writeString(file, HEAD + "\n");
        }
    }

    /** Returns five runs with the learning rate that was best for the first seed. */
    List<Row> five(Question question, MemoryStart start) throws IOException {
        List<Row> first = new ArrayList<>();
        for (double rate : RATES) {
            first.add(run(question, start, rate, 1));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(
                first.stream()
                        .min(Comparator.comparingDouble(r -> rank(r, question.task())))
                        .orElseThrow());
        for (int seed = 2; seed <= SEEDS; seed++) {
            rows.add(run(question, start, rows.get(0).rate(), seed));
        }
        return rows;
    }

    /** Orders by loss, and what was solved by the steps that took. */
    private static double rank(Row row, MemoryTask task) {
        return row.loss() <= task.solved ? row.steps() - task.steps - 1 : row.loss();
    }

    private Row run(Question question, MemoryStart start, double rate, int seed)
            throws IOException {
        String name = start.toString();
        for (Row row : done) {
            if (row.question().equals(question.toString())
                    && row.start().equals(name)
                    && row.rate() == rate
                    && row.seed() == seed) {
                return row;
            }
        }
        MemoryLesson.Outcome outcome = outcome(question, start, rate, seed);
        Row row = new Row(question.toString(), name, rate, seed, outcome.steps(), outcome.loss());
        done.add(row);
        Files.writeString(file, row + "\n", StandardOpenOption.APPEND);
        return row;
    }

    /** Returns the row of the table: five losses, how many are solved, and steps on average. */
    static String line(Question question, MemoryStart start, List<Row> rows) {
        StringBuilder line = new StringBuilder(question + "," + start + "," + rows.get(0).rate());
        rows.forEach(row -> line.append(String.format(Locale.ROOT, ",%.4f", row.loss())));
        double solved = question.task().solved;
        long good = rows.stream().filter(row -> row.loss() <= solved).count();
        double steps = rows.stream().mapToInt(Row::steps).average().orElseThrow();
        return line.append(String.format(Locale.ROOT, ",%d,%.0f", good, steps)).toString();
    }

    /** Trains one model. */
    static MemoryLesson.Outcome outcome(
            Question question, MemoryStart start, double rate, int seed) {
        MemoryTask task = question.task();
        var body = start.body().apply(task.reach(question.distance()));
        try (var lesson = task.lesson(body, question.distance(), seed)) {
            return lesson.learn(rate, task.steps, task.solved, seed);
        }
    }
}
