package unroll.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps DJL's log away from a notebook cell: its warnings become notes of the report.
 *
 * <p>A process that configures java.util.logging itself is left alone.
 */
final class QuietLogs extends Handler {
    private static final int KEPT = 5;
    private static final Logger DJL = Logger.getLogger("ai.djl"); // held, or it could be collected
    private static final Deque<String> WARNINGS = new ArrayDeque<>();

    private QuietLogs() {
        setLevel(Level.WARNING);
    }

    static void install() {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            DJL.setLevel(Level.WARNING);
            DJL.setUseParentHandlers(false);
            DJL.addHandler(new QuietLogs());
        }
    }

    /** Returns the latest warnings. */
    static List<String> warnings() {
        synchronized (WARNINGS) {
            return List.copyOf(WARNINGS);
        }
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record) || record.getMessage() == null) {
            return;
        }
        synchronized (WARNINGS) {
            String message = record.getMessage();
            if (!WARNINGS.contains(message)) {
                WARNINGS.addLast(message);
            }
            if (WARNINGS.size() > KEPT) {
                WARNINGS.removeFirst();
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
