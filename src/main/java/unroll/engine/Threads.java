package unroll.engine;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many threads share one operation: what the environment says, else the free cores, at most 4.
 *
 * <p>Threads that share an operation wait for each other, so one too many on a busy machine costs
 * far more than one too few on a free one.
 */
final class Threads {
    private static final int MOST = 4;
    private static final Pattern ASKED = Pattern.compile("[1-9][0-9]{0,3}");

    private Threads() {}

    static String setting() {
        return Engines.setting("OMP_NUM_THREADS", "");
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    static int wanted() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return wanted(setting(), cores(), load);
    }

    /** Returns a note if what computes is not what was asked for, or more than there are cores. */
    static Optional<String> note(String setting, int threads, int cores) {
        boolean asked = setting.isBlank() || setting.matches(threads + "(,.*)?");
        return asked && threads <= cores
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "OMP_NUM_THREADS is '%s', %d threads compute on %d cores; set it to 1 to %d,"
                                        + " and start again",
                                setting,
                                threads,
                                cores,
                                cores));
    }

    /** A negative load means that the system does not tell. */
    static int wanted(String setting, int cores, double load) {
        Matcher asked = ASKED.matcher(setting);
        if (asked.lookingAt()) {
            return Integer.parseInt(asked.group());
        }
        long free = cores - Math.round(Math.max(0, load));
        return (int) Math.max(1, Math.min(MOST, free));
    }
}
