package unroll.notebook;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** Finds the bridge to the kernel that this program runs in, once. */
final class Bridges {
    /** Renderers that know our values; a second registration would draw everything twice. */
    private static final Set<Object> TAUGHT = Collections.newSetFromMap(new WeakHashMap<>());

    private static Bridge current;

    private Bridges() {}

    /** Returns the bridge in use; the first call looks for a kernel. */
    static synchronized Bridge current() {
        if (current == null) {
            current =
                    ifPresent(JJavaBridge.MARKER, () -> JJavaBridge.find())
                            .or(() -> ifPresent(IJavaBridge.MARKER, () -> IJavaBridge.find()))
                            .orElseGet(() -> new TerminalBridge(System.out));
        }
        return current;
    }

    /** Makes the bridge the one in use; null makes {@link #current()} look again. */
    static synchronized void use(Bridge bridge) {
        current = bridge;
    }

    /** Returns true once for every renderer: whether it still has to learn our values. */
    static synchronized boolean isNew(Object renderer) {
        return TAUGHT.add(renderer);
    }

    /** Asks for a bridge only where its kernel's classes are, since its own class needs them. */
    private static Optional<Bridge> ifPresent(String marker, Supplier<Optional<Bridge>> find) {
        try {
            Class.forName(marker, false, Bridges.class.getClassLoader());
            return find.get();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
