import ai.djl.ndarray.types.Shape;
import unroll.engine.Engines;

/** Loads the engine of UNROLL_ENGINE, computes one product and says in one line what it found. */
public final class EngineCheck {
    private EngineCheck() {}

    public static void main(String[] arguments) {
        var report = Engines.prepare();
        try (var manager = Engines.newManager()) {
            var ones = manager.ones(new Shape(2, 2));
            if (ones.matMul(ones).sum().getFloat() != 8) {
                throw new IllegalStateException("2 x 2 ones, multiplied, must sum to 8");
            }
        }
        System.out.printf("%s on %s%n", report.version(), report.device());
    }
}
