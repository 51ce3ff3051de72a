package unroll.notebook;

import java.util.Optional;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the JJava kernel loads by itself when the library is on its class path: our values show
 * themselves, shift-tab explains our classes, and the kernel's process ends at once when it is
 * stopped or when the process that started it is gone.
 *
 * <p>It never throws: a notebook without these comforts is better than none.
 */
public final class JJavaExtension implements Extension {
    private static final Logger LOG = LoggerFactory.getLogger(JJavaExtension.class);
    private static final long REPLY_MILLIS = 200;

    private final Runnable exit;

    /** For the kernel, which finds this class through {@code META-INF/services}. */
    public JJavaExtension() {
        this(() -> System.exit(0));
    }

    JJavaExtension(Runnable exit) {
        this.exit = exit;
    }

    @Override
    public void install(BaseKernel kernel) {
        endWithParent(ProcessHandle.current().parent(), System.getenv("JPY_PARENT_PID"));
        try {
            Bridges.use(JJavaBridge.to(kernel));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Unroll's values will show as plain text: {}", e.toString(), e);
        }
        SourceDocs.showOnShiftTab();
    }

    /**
     * Ends this process when the one that started it does, however that one was killed: nobody
     * could reach the kernel any more, and it would hold its memory for ever.
     *
     * @param parent the process above this one, where the system tells it
     * @param starter the id of the process that started this kernel, as Jupyter writes it into the
     *     environment, or null; when another, the first process of the system, has taken its place,
     *     it ended before we looked
     */
    void endWithParent(Optional<ProcessHandle> parent, String starter) {
        if (parent.isEmpty()) {
            return;
        }
        boolean adopted = parent.get().pid() == 1 && starter != null && !starter.equals("1");
        Thread watch =
                new Thread(
                        () -> {
                            if (!adopted) {
                                parent.get().onExit().join();
                            }
                            exit.run();
                        },
                        "unroll-parent");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Ends the process once the kernel has answered that it stops; by itself it would live on until
     * it is killed seconds later.
     */
    @Override
    public void uninstall(BaseKernel kernel) {
        Thread end = new Thread(this::endAfterReply, "unroll-exit");
        end.setDaemon(true);
        end.start();
    }

    private void endAfterReply() {
        try {
            Thread.sleep(REPLY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exit.run();
    }
}
