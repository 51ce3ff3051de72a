package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import unroll.plot.Bundle;
import unroll.plot.Digits;
import unroll.trace.History;
import unroll.train.Event;

class LiveLossTest {
    private static final long STEP_NANOS = 100_000_000;

    private final Recorder recorder = new Recorder();
    private long now;

    private LiveLoss live(int steps, Bridge bridge) {
        return new LiveLoss(
                steps,
                bridge,
                pause -> new Rhythm(() -> now, () -> now, pause),
                () -> OptionalLong.of(310_000_000));
    }

    private void run(LiveLoss live, int steps, History.Stop.Reason reason) {
        live.on(new Event(Event.Kind.STARTED, Values.history(0), steps, Double.NaN, ""));
        for (int step = 1; step <= steps; step++) {
            now += STEP_NANOS;
            double left = (steps - step) * 0.1;
            live.on(new Event(Event.Kind.STEPPED, Values.history(step), steps, left, ""));
        }
        History all = Values.history(steps, reason);
        live.on(new Event(Event.Kind.STOPPED, all, steps, 0, all.stop().message()));
    }

    @Test
    void oneDisplayIsUpdatedAtMostTwiceASecond() {
        run(live(1, recorder), 100, History.Stop.Reason.FINISHED); // ten seconds
        assertThat(recorder.ids.stream().distinct()).hasSize(1);
        assertThat(recorder.ids).hasSizeBetween(20, 23);
    }

    @Test
    void itLooksAtEverySoManyThStepOnly() {
        run(live(40, recorder), 100, History.Stop.Reason.FINISHED);
        assertThat(recorder.text(1)).startsWith("step 40 of 100");
        assertThat(recorder.text(2)).startsWith("step 80 of 100");
        assertThat(recorder.ids).hasSize(4);
    }

    @Test
    void onlyTheLastUpdateIsInteractive() {
        run(live(10, recorder), 60, History.Stop.Reason.FINISHED);
        int last = recorder.bundles.size() - 1;
        recorder.bundles
                .subList(0, last)
                .forEach(b -> assertThat(b).doesNotContainKey(Bundle.PLOTLY));
        assertThat(recorder.bundles.get(last))
                .containsOnlyKeys(Bundle.PLOTLY, Bundle.HTML, Bundle.TEXT);
        assertThat(recorder.text(last))
                .isEqualTo(
                        "step 60 of 60, loss 0.067, validation 0.083, gradient norm 0.5,"
                                + " 12,346 tokens/s, native memory 310 MB; the end");
    }

    @Test
    void everyPictureCarriesStepLossAndTheTimeLeft() {
        run(live(10, recorder), 60, History.Stop.Reason.FINISHED);
        assertThat(recorder.text(1))
                .isEqualTo(
                        "step 10 of 60, loss 0.400, gradient norm 0.5, 12,346 tokens/s, 0:05 left,"
                                + " native memory 310 MB");
        String html = (String) recorder.bundles.get(1).get(Bundle.HTML);
        assertThat(html)
                .contains(
                        "<img src=",
                        "Loss: step 10",
                        ">10 of 60</td>",
                        ">0.400</td>",
                        ">310 MB</td>");
    }

    @Test
    void aStoppedCellShowsTheLastStepAndItsLoss() {
        run(live(10, recorder), 65, History.Stop.Reason.INTERRUPTED);
        String last = Digits.fixed(Values.history(65).last().loss(), 3);
        assertThat(recorder.text(recorder.bundles.size() - 1))
                .startsWith("step 65 of 65, loss " + last)
                .endsWith("; the end");
        assertThat(recorder.bundles.get(recorder.bundles.size() - 1)).containsKey(Bundle.PLOTLY);
    }

    @Test
    void aStepWithoutABeginningIsShownToo() {
        LiveLoss live = live(1, recorder);
        live.on(new Event(Event.Kind.STEPPED, Values.history(7), 60, Double.NaN, ""));
        assertThat(recorder.text(recorder.bundles.size() - 1)).startsWith("step 7 of 60");
        LiveLoss other = live(1, recorder);
        other.on(new Event(Event.Kind.STOPPED, Values.history(9), 60, 0, "the end"));
        assertThat(recorder.text(recorder.bundles.size() - 1)).startsWith("step 9 of 60");
        assertThat(recorder.ids.stream().distinct()).hasSize(2);
    }

    @Test
    void aPlanOfMinutesShowsTheTimeTrainedAndTheTimeLeft() {
        LiveLoss live = live(1, recorder);
        live.on(new Event(Event.Kind.STARTED, Values.history(0), 0, 120, 120, ""));
        live.on(new Event(Event.Kind.STEPPED, Values.history(5), 187, 120, 117.6, ""));
        assertThat(recorder.text(1))
                .startsWith("step 5, time 0:02 of 2:00, loss ")
                .contains(", 1:58 left, ")
                .doesNotContain("187");
        assertThat((String) recorder.bundles.get(1).get(Bundle.HTML))
                .contains(">time</th>", ">0:02 of 2:00</td>", ">1:58</td>");
    }

    @Test
    void aTerminalReadsLines() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        run(live(1, new TerminalBridge(out)), 60, History.Stop.Reason.INTERRUPTED);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\r", "<");
        assertThat(text.lines()).hasSize(5);
        assertThat(text).contains("step 1 of 60, loss 4.000", "step 21 of 60", "step 60 of 60");
    }

    @Test
    void aViewThatFailsDoesNotStopTheTraining() {
        fails(
                () -> {
                    throw new IllegalStateException("the browser is gone");
                });
        fails(
                () -> {
                    throw new NoClassDefFoundError("of the display");
                });
        fails(
                () -> {
                    throw new StackOverflowError("a display in a display");
                });
        fails(
                () -> {
                    throw new OutOfMemoryError("for the picture");
                });
    }

    private void fails(Runnable display) {
        Bridge broken =
                new Bridge() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public void show(String id, Map<String, Object> bundle) {
                        display.run();
                    }

                    @Override
                    public void update(String id, Map<String, Object> bundle) {
                        display.run();
                    }
                };
        assertThatCode(() -> run(live(1, broken), 1, History.Stop.Reason.FINISHED))
                .doesNotThrowAnyException();
    }

    @Test
    void theSameViewServesAgain() {
        LiveLoss live = live(10, recorder);
        run(live, 20, History.Stop.Reason.FINISHED);
        run(live, 20, History.Stop.Reason.FINISHED);
        assertThat(recorder.ids.stream().distinct()).hasSize(2);
    }

    @Test
    void aTrainingWithoutAStepSaysWhy() {
        run(live(1, recorder), 0, History.Stop.Reason.NOT_A_NUMBER);
        assertThat(recorder.text(1)).isEqualTo("the end");
    }

    @Test
    void everyZeroStepsIsRefused() {
        assertThatThrownBy(() -> LiveLoss.every(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every must be 1 step or more, got 0");
    }

    @Test
    void theFinalPictureComesWithoutTheMemory() {
        LiveLoss live =
                new LiveLoss(
                        10,
                        recorder,
                        pause -> new Rhythm(() -> now, () -> now, pause),
                        () -> {
                            throw new IllegalStateException("no memory can be read");
                        });
        run(live, 60, History.Stop.Reason.FINISHED);
        assertThat(recorder.text(recorder.bundles.size() - 1))
                .startsWith("step 60 of 60")
                .doesNotContain("native memory");
    }
}
