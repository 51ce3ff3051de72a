package unroll.notebook;

import java.util.Optional;
import java.util.function.Supplier;

/** Finds the bridge to the kernel that this program runs in, once. */
final class Bridges {
    private static Bridge current;

    private Bridges() {}

    /** Returns the bridge in use; the first call looks for a kernel. */
    static synchronized Bridge current() {
        if (current == null || current instanceof TerminalBridge) {
            Optional<Bridge> kernel =
                    ifPresent("org.dflib.jjava.jupyter.kernel.BaseKernel", () -> JJavaBridge.find())
                            .or(() -> ifPresent(IJavaBridge.KERNEL, () -> IJavaBridge.find()));
            if (kernel.isPresent()) {
                current = kernel.get();
            } else if (current == null) {
                current = new TerminalBridge(System.out);
            }
        }
        return current;
    }

    /** Makes the bridge the one in use. */
    static synchronized void use(Bridge bridge) {
        current = bridge;
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
