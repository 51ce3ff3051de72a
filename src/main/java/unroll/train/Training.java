package unroll.train;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import unroll.data.Batch;
import unroll.data.TrainingData;
import unroll.model.TaskModel;
import unroll.model.Use;
import unroll.trace.History;

/**
 * Trains a model.
 *
 * <pre>
 *   var history = Training.run(model, data, Plan.ofSteps(500).learningRate(5e-3));
 * </pre>
 *
 * <p>Each step draws sequences, computes the loss and its gradient, shortens the gradient to the
 * norm of the plan, and moves the weights. Running it again goes on with the same model: its weights,
 * the memory of its optimizer and the count of its steps. Another optimizer starts afresh.
 *
 * <p>An interrupt (the stop button of a notebook) ends it after the step that is under way; what was
 * learnt stays in the model, and the history is returned as usual.
 */
public final class Training {
    private Training() {}

    /**
     * Trains a model and returns the course of this and all earlier trainings of it.
     *
     * @param listeners are told of every step, on this thread
     * @throws IllegalStateException if the model is closed or another thread uses it
     * @throws IllegalArgumentException if the data do not fit the model or the plan
     * @throws unroll.UnrollException if there is too little memory or the engine fails
     */
    public static <B extends Batch> History run(
            TaskModel<B> model, TrainingData<B> data, Plan plan, Progress... listeners) {
        requireThere(model, "model");
        requireThere(data, "data");
        requireThere(plan, "plan");
        Arrays.asList(listeners).forEach(listener -> requireThere(listener, "listener"));
        MemoryNeed.of(model, data, plan).require();
        try (Use<B> use = model.use("training");
                Run<B> run = new Run<>(use, data, plan, List.of(listeners))) {
            return run.go();
        }
    }

    private static void requireThere(Object value, String name) {
        Objects.requireNonNull(
                value,
                () -> name + " is null: a cell above was re-run; run the cells below it again");
    }
}
