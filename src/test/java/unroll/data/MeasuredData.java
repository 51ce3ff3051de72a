package unroll.data;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Sequences of numbers, each with one number to be told at its end; all equally long. */
public record MeasuredData(List<MeasuredSequence> training, List<MeasuredSequence> held)
        implements TrainingData<SeriesBatch> {

    @Override
    public SeriesBatch draw(int batch, RandomGenerator random) {
        return batch(random.ints(batch, 0, training.size()).mapToObj(training::get).toList());
    }

    @Override
    public int stepsPerEpoch(int batch) {
        return Batches.count(training.size(), batch);
    }

    @Override
    public List<SeriesBatch> epoch(int batch, RandomGenerator random) {
        return inTurn(training, batch);
    }

    @Override
    public List<SeriesBatch> validation(int batch) {
        return inTurn(held, batch);
    }

    private static List<SeriesBatch> inTurn(List<MeasuredSequence> all, int batch) {
        return IntStream.range(0, Batches.count(all.size(), batch))
                .mapToObj(i -> all.subList(i * batch, Math.min(all.size(), (i + 1) * batch)))
                .map(MeasuredData::batch)
                .toList();
    }

    private static SeriesBatch batch(List<MeasuredSequence> rows) {
        int length = rows.get(0).length();
        float[] inputs = new float[rows.size() * length * 2]; // (B, T, 2)
        float[] targets = new float[rows.size()];
        int next = 0;
        for (int row = 0; row < targets.length; row++) {
            targets[row] = (float) rows.get(row).target();
            for (double[] step : rows.get(row).steps()) {
                inputs[next++] = (float) step[0];
                inputs[next++] = (float) step[1];
            }
        }
        return new SeriesBatch(inputs, targets, rows.size(), length);
    }

    /** Returns the variance of the sum of two numbers of [0, 1). */
    @Override
    public double letterGuess() {
        return 1 / 6.0;
    }
}
