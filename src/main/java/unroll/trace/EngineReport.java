package unroll.trace;

import java.util.List;

/**
 * What computes: the engine, where it runs and how it is set up.
 *
 * @param engine name of the engine, for example {@code PyTorch}
 * @param version its version
 * @param device where arrays live, for example {@code cpu} or {@code gpu(0)}
 * @param threads threads that share one operation
 * @param interOp threads that run operations side by side
 * @param seed the seed given to the engine
 * @param mallocTuned whether the process was started with the memory settings that make training
 *     on the CPU faster
 * @param notes what the reader should know, for example what is missing and how to mend it
 */
public record EngineReport(
        String engine,
        String version,
        String device,
        int threads,
        int interOp,
        long seed,
        boolean mallocTuned,
        List<String> notes) {

    public EngineReport {
        notes = List.copyOf(notes);
    }

    /** Returns a small card of aligned lines. */
    @Override
    public String toString() {
        StringBuilder card = new StringBuilder();
        line(card, "engine", engine + " " + version);
        line(card, "device", device);
        line(card, "threads", threads + " (" + interOp + " between operations)");
        line(card, "memory", mallocTuned ? "tuned for training" : "default settings");
        line(card, "seed", Long.toString(seed));
        notes.forEach(note -> line(card, "note", note));
        return card.toString().stripTrailing();
    }

    private static void line(StringBuilder card, String name, String value) {
        card.append(Rows.format("%-8s %s%n", name, value));
    }
}
