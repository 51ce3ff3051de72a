package unroll.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import unroll.engine.Engines;
import unroll.trace.EngineReport;

/**
 * Where a notebook begins.
 *
 * <pre>
 *   import unroll.notebook.*;
 *   Unroll.start();
 * </pre>
 */
public final class Unroll {
    private Unroll() {}

    /**
     * Prepares the engine, makes the kernel show this library's values, and shows a small card: engine,
     * device, threads, seed, versions, and what could be better. Calling it again does no harm.
     *
     * @throws unroll.UnrollException if the engine cannot be loaded; the message says what to do
     */
    public static void start() {
        Bridge bridge = Bridges.current();
        EngineReport report = Engines.prepare();
        Map<String, String> lines = new LinkedHashMap<>(Cards.lines(report));
        lines.put("Java", Runtime.version().feature() + " (" + bridge.name() + ")");
        show(Cards.of("Unroll " + version(), lines));
    }

    /** Gives the engine a seed, for what it draws itself (dropout), and starts as {@link #start()}. */
    public static void start(long seed) {
        Engines.seed(seed);
        start();
    }

    /**
     * Shows a value in the running cell, as if it were the cell's last: a figure, a tune, a table, or
     * anything else by its text.
     */
    public static void show(Object value) {
        Bridges.current().show(UUID.randomUUID().toString(), Renderings.of(value));
    }

    private static String version() {
        String version = Unroll.class.getPackage().getImplementationVersion();
        return version == null ? "(built from source)" : version;
    }
}
