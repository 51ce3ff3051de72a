package unroll.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Sequences of different lengths for a training, with the right answers.
 *
 * <pre>
 *   sorted by length   | short ones … | longer … | longest |      buckets of 8 batches
 *   a batch            sequences of one bucket, padded to the longest of them
 * </pre>
 *
 * <p>So little is computed on padding. Every sequence is drawn equally often.
 */
public final class PaddedData implements TrainingData<PaddedBatch> {
    private static final int BATCHES_PER_BUCKET = 8;

    private final List<Example> training;
    private final List<Example> validation;
    private final double[] weights;

    /**
     * A sequence with its answers.
     *
     * @param inputs token ids, at least one               // (T)
     * @param targets one answer, or one for each token    // (1) or (T)
     */
    @SuppressWarnings("ArrayRecordComponent") // flat numbers for the engine
    public record Example(int[] inputs, int[] targets) {
        public Example {
            Given.value("targets", targets);
            if (Given.value("inputs", inputs).length == 0) {
                throw new IllegalArgumentException(
                        "a sequence without tokens has no answer; leave it out");
            }
            if (targets.length != 1 && targets.length != inputs.length) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%d tokens need one answer or %d, got %d",
                                inputs.length,
                                inputs.length,
                                targets.length));
            }
        }
    }

    private PaddedData(List<Example> training, List<Example> validation, double[] weights) {
        this.training = training;
        this.validation = validation;
        this.weights = weights;
    }

    /**
     * Takes the sequences to learn from and those to validate on, which may be none.
     *
     * @param answers how many answers there are to choose from
     * @param perToken whether every token has an answer, not only every sequence
     * @throws IllegalArgumentException if there is nothing to learn from, or an answer is not in 0 ..
     *     answers - 1, or there are more or fewer of them than said
     */
    public static PaddedData of(
            List<Example> training, List<Example> validation, int answers, boolean perToken) {
        Given.list("validation", validation);
        if (Given.list("training", training).isEmpty()) {
            throw new IllegalArgumentException("there is nothing to learn from: no examples");
        }
        requireFitting("training", training, answers, perToken);
        requireFitting("validation", validation, answers, perToken);
        return new PaddedData(byLength(training), byLength(validation), ones(answers));
    }

    private static void requireFitting(
            String part, List<Example> examples, int answers, boolean perToken) {
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            int wanted = perToken ? example.inputs().length : 1;
            boolean valid = Arrays.stream(example.targets()).allMatch(t -> t >= 0 && t < answers);
            if (example.targets().length != wanted || !valid) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "example %d of the %s part: expected %d answers in 0 .. %d, got %s",
                                i,
                                part,
                                wanted,
                                answers - 1,
                                Arrays.toString(example.targets())));
            }
        }
    }

    private static List<Example> byLength(List<Example> examples) {
        List<Example> sorted = new ArrayList<>(examples);
        sorted.sort(Comparator.comparingInt(example -> example.inputs().length));
        return sorted;
    }

    /**
     * Returns these data with class weights, so that rare answers count more while training: each answer with the weight
     * n / (C n_c), so that all C answers together count alike. Validation stays as it is.
     */
    public PaddedData balanced() {
        int[] counts = counts();
        double sum = Arrays.stream(counts).sum();
        double present = Arrays.stream(counts).filter(count -> count > 0).count();
        double[] balance = new double[counts.length];
        Arrays.setAll(balance, c -> counts[c] == 0 ? 0 : sum / (present * counts[c]));
        return new PaddedData(training, validation, balance);
    }

    /** Returns how often each answer occurs in the training part. */
    public int[] counts() {
        int[] counts = new int[weights.length];
        training.forEach(example -> Arrays.stream(example.targets()).forEach(t -> counts[t]++));
        return counts;
    }

    @Override
    public PaddedBatch draw(int batch, RandomGenerator random) {
        Batches.requireRoom(batch, longest(training), "tokens");
        int chosen = random.nextInt(training.size());
        int width = bucket(batch);
        List<Example> bucket = Batches.part(training, chosen / width, width);
        List<Example> drawn = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            drawn.add(bucket.get(random.nextInt(bucket.size())));
        }
        return padded(drawn, weights);
    }

    @Override
    public int stepsPerEpoch(int batch) {
        return Batches.count(training.size(), batch);
    }

    /** Returns how many sequences of like length are shuffled among themselves. */
    private int bucket(int batch) {
        return (int) Math.min(training.size(), (long) BATCHES_PER_BUCKET * batch);
    }

    @Override
    public List<PaddedBatch> epoch(int batch, RandomGenerator random) {
        int steps = stepsPerEpoch(batch);
        Random shuffle = new Random(random.nextLong());
        List<Example> order = new ArrayList<>(training);
        int width = bucket(batch);
        for (int i = 0; i < Batches.count(order.size(), width); i++) {
            Collections.shuffle(Batches.part(order, i, width), shuffle);
        }
        List<Integer> turns = new ArrayList<>(IntStream.range(0, steps).boxed().toList());
        Collections.shuffle(turns, shuffle);
        return Batches.lazy(
                steps, step -> padded(Batches.part(order, turns.get(step), batch), weights));
    }

    @Override
    public List<PaddedBatch> validation(int batch) {
        double[] equal = ones(weights.length);
        return Batches.lazy(
                Batches.count(validation.size(), batch),
                i -> padded(Batches.part(validation, i, batch), equal));
    }

    @Override
    public int longest() {
        return Math.max(longest(training), validation.isEmpty() ? 0 : longest(validation));
    }

    private static int longest(List<Example> sorted) {
        return sorted.get(sorted.size() - 1).inputs().length;
    }

    private static double[] ones(int answers) {
        double[] ones = new double[answers];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static PaddedBatch padded(List<Example> rows, double[] weights) {
        int longest = rows.stream().mapToInt(row -> row.inputs().length).max().getAsInt();
        boolean perToken = rows.stream().anyMatch(row -> row.targets().length > 1);
        int answers = perToken ? longest : 1; // places for them in a row
        int[] inputs = new int[rows.size() * longest];
        int[] lengths = new int[rows.size()];
        int[] targets = new int[rows.size() * answers];
        float[] counted = new float[targets.length];
        for (int row = 0; row < rows.size(); row++) {
            Example example = rows.get(row);
            lengths[row] = example.inputs().length;
            System.arraycopy(example.inputs(), 0, inputs, row * longest, lengths[row]);
            for (int i = 0; i < example.targets().length; i++) {
                int target = example.targets()[i];
                targets[row * answers + i] = target;
                counted[row * answers + i] = (float) weights[target];
            }
        }
        return new PaddedBatch(inputs, lengths, targets, counted, rows.size(), longest);
    }

    /**
     * Returns rows without known answers as one batch, for a prediction.
     *
     * @param perToken whether every token is to have an answer, not only every row
     * @throws IllegalArgumentException if there are none, or no memory for all padded to the longest
     */
    public static PaddedBatch unanswered(List<int[]> inputs, boolean perToken) {
        int longest =
                Given.list("inputs", inputs).stream().mapToInt(ids -> ids.length).max().orElse(0);
        if (longest == 0) {
            throw new IllegalArgumentException("there is no sequence to read, or only empty ones");
        }
        Batches.requireRoom(inputs.size(), longest, "tokens");
        return padded(
                inputs.stream()
                        .map(ids -> new Example(ids, new int[perToken ? ids.length : 1]))
                        .toList(),
                ones(1));
    }

    @Override
    public double letterGuess() {
        int[] all = training.stream().flatMapToInt(e -> Arrays.stream(e.targets())).toArray();
        return Batches.entropy(all);
    }

    /** Returns a line such as {@code 800 sequences of 3 to 21 tokens, validated on 100}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d sequences of %d to %d tokens, validated on %,d",
                training.size(),
                training.get(0).inputs().length,
                longest(training),
                validation.size());
    }
}
