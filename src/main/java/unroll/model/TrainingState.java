package unroll.model;

import java.util.List;
import java.util.Optional;
import unroll.trace.History;

/** How far a model has come: all that a training needs to go on. */
record TrainingState(int steps, Optional<OptimizerState> optimizer, History history) {

    static TrainingState untrained() {
        var stop = new History.Stop(History.Stop.Reason.FINISHED, "the model is untrained");
        return new TrainingState(
                0,
                Optional.empty(),
                new History(List.of(), List.of(), Double.NaN, Double.NaN, stop));
    }
}
