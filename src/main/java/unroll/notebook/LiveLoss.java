package unroll.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.plot.Bundle;
import unroll.plot.Digits;
import unroll.plot.Html;
import unroll.plot.Picture;
import unroll.plot.Plots;
import unroll.trace.History;
import unroll.trace.History.Step;
import unroll.train.Event;
import unroll.train.Progress;

/**
 * Shows a training while it runs: one picture, drawn again in its place.
 *
 * <pre>
 *   var history = Training.run(model, data, plan, LiveLoss.every(20));
 * </pre>
 *
 * <p>Every picture carries step and loss in words, so that after a stop the last one still says how
 * far it came. It is drawn at most twice a second and may cost at most a fiftieth of the time. Where
 * there is no notebook, the words are printed line by line.
 */
public final class LiveLoss implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLoss.class);
    private static final long PAUSE_NANOS = 500_000_000;
    private static final long TERMINAL_PAUSE_NANOS = 2_000_000_000;
    private static final long COST_FACTOR = 50;

    /** The first pictures are slow, before the JVM has compiled their code. */
    private static final long LONGEST_REST_NANOS = 2_000_000_000;

    private final int steps;
    private final Bridge bridge;
    private final LongSupplier clock;
    private String id;
    private long notBefore;

    LiveLoss(int steps, Bridge bridge, LongSupplier clock) {
        this.steps = steps;
        this.bridge = bridge;
        this.clock = clock;
    }

    /**
     * Returns a view that looks at every so many-th step.
     *
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    public static LiveLoss every(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("every must be 1 step or more, got " + steps);
        }
        return new LiveLoss(steps, Bridges.current(), System::nanoTime);
    }

    @Override
    public void on(Event event) {
        try {
            switch (event.kind()) {
                case STARTED -> begin(event);
                case STEPPED -> step(event);
                case STOPPED -> end(event);
            }
        } catch (RuntimeException e) { // a picture is not worth a training
            LOG.warn("the live view failed: {}", e.toString(), e);
        }
    }

    private void begin(Event event) {
        id = UUID.randomUUID().toString();
        bridge.show(id, words(event.message().isEmpty() ? "training begins" : event.message()));
        notBefore = clock.getAsLong();
    }

    private void step(Event event) {
        if (event.step() % steps != 0) {
            return;
        }
        long now = clock.getAsLong();
        if (now - notBefore < 0) {
            return;
        }
        bridge.update(id, worded(Bundle.still(Plots.loss(event.history())), status(event)));
        long end = clock.getAsLong();
        long rest = Math.min(LONGEST_REST_NANOS, COST_FACTOR * (end - now));
        notBefore = Math.max(now + pause(), end + rest);
    }

    private long pause() {
        return bridge instanceof TerminalBridge ? TERMINAL_PAUSE_NANOS : PAUSE_NANOS;
    }

    private void end(Event event) {
        History history = event.history();
        if (bridge instanceof TerminalBridge || history.steps().isEmpty()) {
            bridge.update(id, words(history.steps().isEmpty() ? event.message() : status(event)));
        } else if (history.stop().reason() != History.Stop.Reason.INTERRUPTED) {
            bridge.update(id, worded(Bundle.of(Plots.loss(history)), status(event)));
        } // a stopped cell shows nothing more; drawing would only keep the reader from its value
    }

    /** Puts the words below the picture and in its place. */
    private static Map<String, Object> worded(Map<String, Object> chart, String words) {
        Map<String, Object> bundle = new LinkedHashMap<>(chart);
        bundle.put(Bundle.HTML, bundle.get(Bundle.HTML) + "<div>" + Html.escape(words) + "</div>");
        bundle.put(Bundle.TEXT, words);
        return bundle;
    }

    private static Map<String, Object> words(String words) {
        return Bundle.of(Picture.ofHtml("<div>" + Html.escape(words) + "</div>", words));
    }

    /** Returns one line: step, loss, validation, gradient, speed, and the time left or why it ended. */
    private static String status(Event event) {
        History history = event.history();
        Step last = history.last();
        StringBuilder line = new StringBuilder();
        line.append(
                Digits.format(
                        "step %d of %d, loss %.3f",
                        last.step(), event.expectedSteps(), last.loss()));
        if (!history.validations().isEmpty()) {
            line.append(Digits.format(", validation %.3f", history.loss()));
        }
        line.append(", gradient norm ").append(Digits.four(last.gradientNorm()));
        line.append(Digits.format(", %,.0f tokens/s", last.tokensPerSecond()));
        boolean stopped = event.kind() == Event.Kind.STOPPED;
        if (!stopped && Double.isFinite(event.secondsLeft())) {
            line.append(", ").append(time(event.secondsLeft())).append(" left");
        }
        if (!event.message().isEmpty()) {
            line.append("; ").append(event.message());
        }
        return line.toString();
    }

    /** Returns 0:07, 12:30 or 1:02:03. */
    private static String time(double seconds) {
        long all = Math.round(seconds);
        long minutes = all / 60;
        return minutes < 60
                ? Digits.format("%d:%02d", minutes, all % 60)
                : Digits.format("%d:%02d:%02d", minutes / 60, minutes % 60, all % 60);
    }
}
