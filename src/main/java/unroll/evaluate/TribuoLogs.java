package unroll.evaluate;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Tribuo's reports of progress away from a notebook cell. */
final class TribuoLogs {
    /** Held, or they could be collected and come back loud. Scores that are undefined are 0 here. */
    private static final Map<Logger, Level> LOGGERS =
            Map.of(
                    Logger.getLogger("org.tribuo"), Level.WARNING,
                    Logger.getLogger("org.tribuo.classification.evaluation"), Level.SEVERE,
                    Logger.getLogger("com.oracle.labs.mlrg.olcut"), Level.WARNING);

    private TribuoLogs() {}

    /** Leaves a level alone that somebody has set. */
    static void quiet() {
        LOGGERS.forEach(
                (logger, level) -> {
                    if (logger.getLevel() == null) {
                        logger.setLevel(level);
                    }
                });
    }
}
