package unroll.notebook;

import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * Shows things in the JJava kernel.
 *
 * <p>It touches only what the versions 1.0-a6 and 1.0-a7 of its API have in common.
 */
final class JJavaBridge implements Bridge {
    /** A class that exists only inside this kernel. */
    static final String MARKER = "org.dflib.jjava.jupyter.kernel.BaseKernel";

    private final BaseKernel kernel;

    private JJavaBridge(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** Returns a bridge to the kernel whose renderer, from now on, knows our values. */
    static Bridge to(BaseKernel kernel) {
        if (Bridges.isNew(kernel.getRenderer())) {
            Renderings.all().forEach(rendering -> register(kernel, rendering));
        }
        return new JJavaBridge(kernel);
    }

    /** Returns a bridge to the running kernel, if there is one. */
    static Optional<Bridge> find() {
        try {
            return Optional.of(to(BaseKernel.notebookKernel()));
        } catch (NullPointerException e) { // its way to say that no kernel runs
            return Optional.empty();
        }
    }

    private static <T> void register(BaseKernel kernel, Renderings.Rendering<T> rendering) {
        kernel.getRenderer()
                .createRegistration(rendering.type())
                .preferring(rendering.preferred())
                .register(
                        (value, context) ->
                                rendering
                                        .bundle(value)
                                        .forEach(context.getOutputContainer()::putData));
    }

    @Override
    public String name() {
        return "JJava " + kernel.getVersion();
    }

    @Override
    public void show(String id, Map<String, Object> bundle) {
        kernel.getIO().display.display(data(id, bundle));
    }

    @Override
    public void update(String id, Map<String, Object> bundle) {
        kernel.getIO().display.updateDisplay(id, data(id, bundle));
    }

    private static DisplayData data(String id, Map<String, Object> bundle) {
        DisplayData data = new DisplayData();
        bundle.forEach(data::putData);
        data.putTransientData("display_id", id);
        return data;
    }
}
