package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.Engines;

/** Our blocks are DJL blocks: they train in DJL's own trainer, and their dropout works there. */
@Tag("engine")
class TrainerTest {
    private static final int VOCABULARY = 5;
    private static final int TIME = 8;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void learnsToCountInEasyTrain(Kind kind) throws IOException, TranslateException {
        Engines.seed(1);
        Recurrence size = new Recurrence(16, 2, false, 0.1);
        try (Model model = Model.newInstance("count", Engines.device())) {
            model.setBlock(
                    new SequentialBlock()
                            .add(new EmbeddingBlock(VOCABULARY, 8, 1))
                            .add(Cases.block(kind, true, size, Weights.of(2)))
                            .add(new LambdaBlock(TrainerTest::last, "last"))
                            .add(new LinearBlock(16, VOCABULARY, 3)));
            Loss loss = Loss.softmaxCrossEntropyLoss();
            try (Trainer trainer = model.newTrainer(config(loss))) {
                trainer.initialize(new Shape(16, TIME));
                NDArray data = sequences(trainer.getManager()); // (64, T)
                NDArray next = data.get(":, 0").add(TIME).mod(VOCABULARY); // (64)
                EasyTrain.fit(trainer, 15, dataset(data, next), null);
                NDArray guess = trainer.evaluate(new NDList(data)).head().argMax(1);
                assertThat(guess.toLongArray())
                        .isEqualTo(next.toType(DataType.INT64, false).toLongArray());
            }
        }
    }

    private static DefaultTrainingConfig config(Loss loss) {
        return new DefaultTrainingConfig(loss)
                .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.02f)).build())
                .optDevices(new Device[] {Engines.device()});
    }

    private static NDList last(NDList in) {
        return new NDList(in.head().get(":, -1")); // y (B, T, H) to (B, H)
    }

    /** Rows 0 1 2 3 4 0 1 ... that start anywhere; the label is the number that follows. */
    private static NDArray sequences(NDManager manager) {
        int[][] rows = new int[64][TIME];
        for (int i = 0; i < 64; i++) {
            for (int t = 0; t < TIME; t++) {
                rows[i][t] = (i + t) % VOCABULARY;
            }
        }
        return manager.create(rows);
    }

    private static ArrayDataset dataset(NDArray data, NDArray next) {
        return new ArrayDataset.Builder()
                .setData(data)
                .optLabels(next)
                .setSampling(16, false)
                .build();
    }
}
