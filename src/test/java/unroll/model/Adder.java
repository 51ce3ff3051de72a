package unroll.model;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import unroll.data.SeriesBatch;
import unroll.engine.Engines;
import unroll.layer.Objective;
import unroll.trace.Summary;

/** Tells one number at the end of a sequence of numbers: a task of a reader's own, for adding. */
public final class Adder extends TaskModel<SeriesBatch> {
    private final Body body;

    private Adder(Body body, long seed) {
        super(() -> new SeriesBlock(2, 1, body, seed), new Shape(1, 1, 2));
        this.body = body;
    }

    /** Builds a model that reads two numbers at each step. */
    public static Adder of(Body body, long seed) {
        Engines.prepare();
        return new Adder(body, seed);
    }

    @Override
    public Objective objective(SeriesBatch batch) {
        return new SeriesObjective(batch, List.of());
    }

    @Override
    public double blindGuess() {
        return Double.NaN;
    }

    @Override
    public long numbersPerToken() {
        return body.size(2).numbersPerToken();
    }

    @Override
    public Summary summary() {
        var layers = block().getChildren();
        String formula = body.size(2).formula();
        return new Summary(
                List.of(
                        Reading.row("body", "(B, T, 2)", "(B, T, W)", layers.valueAt(0), formula),
                        Reading.row("head", "(B, W)", "(B, 1)", layers.valueAt(1), "W + 1")));
    }

    @Override
    public void save(Path file) {
        throw new UnsupportedOperationException("a table needs no file of weights");
    }
}
