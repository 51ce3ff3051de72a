package unroll.plot;

import java.util.List;
import java.util.Optional;

/** What a trace looks like on its part of the figure. */
interface Mark {
    /** Draws what lies below all lines and points: filled areas. */
    default void ground(Canvas canvas, Frame frame) {}

    void draw(Canvas canvas, Frame frame);

    /** Returns what the legend says of it. */
    default List<Legend.Entry> entries() {
        return List.of();
    }

    default Optional<ColorBar> colorBar() {
        return Optional.empty();
    }
}
