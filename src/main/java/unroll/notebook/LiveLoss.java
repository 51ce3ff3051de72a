package unroll.notebook;

import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.trace.History;
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

    private final int steps;
    private final Bridge bridge;
    private final LongFunction<Rhythm> rhythms;
    private final Supplier<OptionalLong> memory;
    private String id;
    private Rhythm rhythm;

    LiveLoss(
            int steps, Bridge bridge, LongFunction<Rhythm> rhythms, Supplier<OptionalLong> memory) {
        this.steps = steps;
        this.bridge = bridge;
        this.rhythms = rhythms;
        this.memory = memory;
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
        Bridge bridge = Bridges.current();
        if (!(bridge instanceof TerminalBridge)) {
            LiveState.prepare();
        }
        return new LiveLoss(steps, bridge, Rhythm::of, NativeMemory::bytes);
    }

    @Override
    public void on(Event event) {
        try {
            if (id == null || event.kind() == Event.Kind.STARTED) {
                begin(event);
            }
            switch (event.kind()) {
                case STARTED -> {}
                case STEPPED -> step(event);
                case STOPPED -> end(event);
            }
        } catch (Throwable e) { // no picture is worth a training, whatever its display runs into
            LOG.warn("the live view failed: {}", e.toString(), e);
        }
    }

    private void begin(Event event) {
        id = UUID.randomUUID().toString();
        boolean notebook = !(bridge instanceof TerminalBridge);
        rhythm = rhythms.apply(notebook ? PAUSE_NANOS : TERMINAL_PAUSE_NANOS);
        String words = event.message().isEmpty() ? "training begins" : event.message();
        bridge.show(id, LiveState.words(words));
    }

    private void step(Event event) {
        if (event.step() % steps != 0 || !rhythm.isDue()) {
            return;
        }
        rhythm.begin();
        try {
            bridge.update(id, state(event).still());
        } finally {
            rhythm.end(); // one that fails rests, too
        }
    }

    private void end(Event event) {
        History history = event.history();
        if (history.steps().isEmpty()) {
            bridge.update(id, LiveState.words(event.message()));
        } else if (bridge instanceof TerminalBridge) {
            bridge.update(id, LiveState.words(state(event).line()));
        } else {
            bridge.update(id, state(event).lasting());
        }
    }

    private LiveState state(Event event) {
        return new LiveState(event, nativeBytes());
    }

    private OptionalLong nativeBytes() {
        try {
            return memory.get();
        } catch (Throwable e) { // one number is not worth the picture
            LOG.warn("the native memory could not be read: {}", e.toString(), e);
            return OptionalLong.empty();
        }
    }
}
