package unroll.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Map;
import java.util.Optional;

/** Shows things in the IJava kernel 1.3, whose API is JJava's under another name. */
final class IJavaBridge implements Bridge {
    /** A class that exists only inside this kernel. */
    static final String MARKER = "io.github.spencerpark.ijava.IJava";

    private final BaseKernel kernel;

    private IJavaBridge(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** Returns a bridge to the kernel whose renderer, from now on, knows our values. */
    static Bridge to(BaseKernel kernel) {
        if (Bridges.isNew(kernel.getRenderer())) {
            Renderings.all().forEach(rendering -> register(kernel, rendering));
        }
        return new IJavaBridge(kernel);
    }

    /** Returns a bridge to the running kernel, if there is one. */
    static Optional<Bridge> find() {
        try {
            Class<?> program = Class.forName(MARKER);
            Object kernel = program.getMethod("getKernelInstance").invoke(null);
            return Optional.ofNullable((BaseKernel) kernel).map(IJavaBridge::to);
        } catch (ReflectiveOperationException e) {
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
        return "IJava";
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
