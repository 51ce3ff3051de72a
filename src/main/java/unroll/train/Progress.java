package unroll.train;

/** Is told how a training goes; called on the thread that trains, so it should be quick. */
@FunctionalInterface
public interface Progress {

    /** Takes what just happened. */
    void on(Event event);
}
