package unroll.notebook;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;

/**
 * Shows things in the JJava kernel.
 *
 * <p>It touches only what the versions 1.0-a6 and 1.0-a7 of its API have in common.
 */
final class JJavaBridge implements Bridge {
    /** A class that exists only inside this kernel. */
    static final String MARKER = "org.dflib.jjava.jupyter.kernel.BaseKernel";

    /** Displays whose cells are known, at most; older ones are seldom changed. */
    private static final int KNOWN = 16;

    private final BaseKernel kernel;

    /** By display the way to the cell that shows it, which the kernel forgets with the cell's end. */
    private final Map<String, ShellReplyEnvironment> cells =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, ShellReplyEnvironment> eldest) {
                    return size() > KNOWN;
                }
            };

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
        DisplayStream display = kernel.getIO().display;
        cell(display).ifPresent(cell -> remember(id, cell));
        display.display(data(id, bundle));
    }

    /**
     * Shows another bundle in the place of an earlier one, also when its cell was interrupted: the
     * last state of a training comes a moment after that.
     */
    @Override
    public void update(String id, Map<String, Object> bundle) {
        Optional<ShellReplyEnvironment> cell = remembered(id);
        if (cell.isPresent()) {
            cell.get().publish(new PublishUpdateDisplayData(data(id, bundle)));
        } else {
            kernel.getIO().display.updateDisplay(id, data(id, bundle));
        }
    }

    private synchronized void remember(String id, ShellReplyEnvironment cell) {
        cells.put(id, cell);
    }

    private synchronized Optional<ShellReplyEnvironment> remembered(String id) {
        return Optional.ofNullable(cells.get(id));
    }

    /** Returns the way to the running cell; the kernel keeps it to itself. */
    private static Optional<ShellReplyEnvironment> cell(DisplayStream display) {
        try {
            Field cell = DisplayStream.class.getDeclaredField("env");
            cell.setAccessible(true);
            return Optional.ofNullable((ShellReplyEnvironment) cell.get(display));
        } catch (ReflectiveOperationException | RuntimeException e) { // of another version
            return Optional.empty();
        }
    }

    private static DisplayData data(String id, Map<String, Object> bundle) {
        DisplayData data = new DisplayData();
        bundle.forEach(data::putData);
        data.putTransientData("display_id", id);
        return data;
    }
}
