package unroll.engine;

/**
 * Switches the recording of gradients off on this thread until it is closed.
 *
 * <pre>
 *   try (Inference quiet = Engines.quiet()) {
 *       NDList out = block.forward(store, new NDList(x), false);
 *   }
 * </pre>
 *
 * <p>PyTorch records a graph on every thread but the one that loaded the engine, which costs memory
 * with every generated token. On MXNet, which records only on request, nothing happens. Open and
 * close it on the same thread; scopes may be nested.
 */
public final class Inference implements AutoCloseable {
    private final boolean recorded;

    Inference() {
        recorded = GradMode.isOn();
        GradMode.set(false);
    }

    @Override
    public void close() {
        GradMode.set(recorded);
    }
}
