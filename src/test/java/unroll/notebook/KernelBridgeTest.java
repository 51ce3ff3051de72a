package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.DisplayStream;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.LinePlot;
import unroll.plot.Bundle;

/** What both kernels' own renderers make of our values, through their real APIs. */
class KernelBridgeTest {
    private static final Table TABLE =
            Table.create("t", DoubleColumn.create("x", 1, 2), DoubleColumn.create("y", 3, 4));

    @AfterEach
    void forgetTheKernel() {
        Bridges.use(null);
    }

    @Test
    void jjavaFindsTheExtensionByItself() {
        List<Class<?>> found = new ArrayList<>();
        ServiceLoader.load(Extension.class).forEach(extension -> found.add(extension.getClass()));
        assertThat(found).contains(JJavaExtension.class);
    }

    @Test
    void jjavaShowsAReadersOwnFigureInThreeForms() {
        BaseKernel kernel = new JJava();
        new JJavaExtension().install(kernel);
        DisplayData shown = kernel.getRenderer().render(LinePlot.create("mine", TABLE, "x", "y"));
        assertThat(shown.getData(MIMEType.parse(Bundle.PLOTLY))).isInstanceOf(Map.class);
        assertThat((String) shown.getData(MIMEType.TEXT_HTML))
                .startsWith("<img src=\"data:image/svg");
        assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo("mine: line, 2 points, last 4");
    }

    @Test
    void jjavaShowsEveryKindOfValueWithWords() {
        BaseKernel kernel = new JJava();
        new JJavaExtension().install(kernel);
        Values.all()
                .forEach(
                        (name, value) -> {
                            DisplayData shown = kernel.getRenderer().render(value);
                            assertThat(shown.getData(MIMEType.TEXT_PLAIN))
                                    .as(name)
                                    .isEqualTo(Renderings.of(value).get(Bundle.TEXT));
                        });
    }

    @Test
    void installingTwiceRegistersOnce() {
        AtomicInteger registrations = new AtomicInteger();
        BaseKernel kernel =
                new JJava(
                        new Renderer() {
                            @Override
                            public <T> RenderRegistration<T> createRegistration(Class<T> type) {
                                registrations.incrementAndGet();
                                return super.createRegistration(type);
                            }
                        });
        new JJavaExtension().install(kernel);
        int once = registrations.get();
        new JJavaExtension().install(kernel);
        assertThat(registrations).hasValue(once);
    }

    @Test
    void anExtensionThatCannotInstallDoesNotThrow() {
        assertThatCode(() -> new JJavaExtension().install(null)).doesNotThrowAnyException();
    }

    @Test
    void aStoppedKernelEndsItsProcessAfterItsAnswer() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        long start = System.nanoTime();
        new JJavaExtension(ended::countDown).uninstall(new JJava());
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }

    @Test
    void aKernelEndsWithTheProcessThatStartedIt() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Process parent = new ProcessBuilder("sleep", "60").start();
        new JJavaExtension(ended::countDown)
                .endWithParent(Optional.of(parent.toHandle()), Long.toString(parent.pid()));
        assertThat(ended.await(200, TimeUnit.MILLISECONDS)).isFalse();
        parent.destroyForcibly();
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void showingOutsideACellIsNoError() {
        for (Bridge bridge : List.of(JJavaBridge.to(new JJava()), IJavaBridge.to(new IJava()))) {
            bridge.show("id", Map.of(Bundle.TEXT, "words"));
            bridge.update("id", Map.of(Bundle.TEXT, "others"));
        }
        assertThat(JJavaBridge.to(new JJava()).name()).isEqualTo("JJava 1.0-test");
    }

    @Test
    void jjavaChangesADisplayWhoseCellIsOver() throws ReflectiveOperationException {
        JJava kernel = new JJava();
        List<Object> published = new ArrayList<>();
        Field running = DisplayStream.class.getDeclaredField("env");
        running.setAccessible(true);
        running.set(kernel.getIO().display, new Cell(published));
        Bridge bridge = JJavaBridge.to(kernel);
        bridge.show("id", Map.of(Bundle.TEXT, "step 1"));
        running.set(kernel.getIO().display, null); // as after an interrupt
        bridge.update("id", Map.of(Bundle.TEXT, "step 9"));
        assertThat(published).hasSize(2);
        PublishUpdateDisplayData last = (PublishUpdateDisplayData) published.get(1);
        assertThat(last.getData(MIMEType.TEXT_PLAIN)).isEqualTo("step 9");
        assertThat(last.getDisplayId()).isEqualTo("id");
    }

    @Test
    void ijavaShowsEveryKindOfValueToo() {
        var kernel = new IJava();
        IJavaBridge.to(kernel);
        Values.all()
                .forEach(
                        (name, value) -> {
                            var shown = kernel.getRenderer().render(value);
                            assertThat(
                                            shown.getData(
                                                    io.github.spencerpark.jupyter.kernel.display
                                                            .mime.MIMEType.TEXT_PLAIN))
                                    .as(name)
                                    .isEqualTo(Renderings.of(value).get(Bundle.TEXT));
                        });
    }

    @Test
    void withoutAKernelWordsGoToTheTerminal() {
        assertThat(Bridges.current()).isInstanceOf(TerminalBridge.class);
        assertThat(Bridges.current()).isSameAs(Bridges.current());
    }

    /** What a running cell has published. */
    private static final class Cell extends ShellReplyEnvironment {
        private final List<Object> published;

        Cell(List<Object> published) {
            super(null, null, null, null);
            this.published = published;
        }

        @Override
        public <T extends ContentType<T>> void publish(T content) {
            published.add(content);
        }
    }

    /** JJava's own base class, as the kernel starts it. */
    private static final class JJava extends BaseKernel {
        JJava() {
            this(new Renderer());
        }

        JJava(Renderer renderer) {
            super(
                    "JJava",
                    "1.0-test",
                    new LanguageInfo.Builder("java").version("17").build(),
                    List.of(),
                    null,
                    new JupyterIO(StandardCharsets.UTF_8),
                    new CommManager(),
                    renderer,
                    null,
                    null,
                    true,
                    new StringStyler.Builder().build());
        }

        @Override
        public Object evalRaw(String source) {
            throw new UnsupportedOperationException("no cell runs in a test");
        }

        @Override
        public DisplayData inspect(String code, int at, boolean extraDetail) {
            throw new UnsupportedOperationException("no cell runs in a test");
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            throw new UnsupportedOperationException("no cell runs in a test");
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_YES;
        }
    }

    /** IJava's base class of the same kind. */
    private static final class IJava extends io.github.spencerpark.jupyter.kernel.BaseKernel {
        @Override
        public io.github.spencerpark.jupyter.kernel.display.DisplayData eval(String source) {
            throw new UnsupportedOperationException("no cell runs in a test");
        }

        @Override
        public io.github.spencerpark.jupyter.kernel.LanguageInfo getLanguageInfo() {
            return new io.github.spencerpark.jupyter.kernel.LanguageInfo.Builder("java").build();
        }
    }
}
