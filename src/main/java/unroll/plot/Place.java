package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one panel of a figure stands, in parts of the frame around all panels.
 *
 * @param number of the panel, from 1
 */
record Place(int number, double left, double right, double bottom, double top) {
    /** The only panel of a figure. */
    static final Place WHOLE = new Place(1, 0, 1, 0, 1);

    /**
     * Returns places in rows from the top, each row from the left.
     *
     * @param across room between columns, as a part of the frame
     * @param down room between rows, as a part of the frame
     */
    static List<Place> grid(int count, int columns, double across, double down) {
        int rows = (count + columns - 1) / columns;
        double width = (1 - across * (columns - 1)) / columns;
        double height = (1 - down * (rows - 1)) / rows;
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double left = i % columns * (width + across);
            int row = i / columns;
            double top = 1 - row * (height + down);
            places.add(new Place(i + 1, left, left + width, top - height, top));
        }
        return places;
    }

    /** Returns {@code x}, {@code y}, {@code x2} …, as traces and notes name an axis. */
    String reference(char axis) {
        return number == 1 ? String.valueOf(axis) : axis + String.valueOf(number);
    }

    /** Returns {@code xaxis}, {@code yaxis2} …, as the layout names it. */
    String axis(char side) {
        return side + "axis" + (number == 1 ? "" : String.valueOf(number));
    }

    /** Lets a trace stand in this panel. */
    ObjectNode hold(ObjectNode trace) {
        return trace.put("xaxis", reference('x')).put("yaxis", reference('y'));
    }

    /** Puts two axes of a json here. */
    void put(ObjectNode x, ObjectNode y) {
        x.putArray("domain").add(ChartJson.round(left)).add(ChartJson.round(right));
        y.putArray("domain").add(ChartJson.round(bottom)).add(ChartJson.round(top));
        x.put("anchor", reference('y'));
        y.put("anchor", reference('x'));
    }

    double middle() {
        return (left + right) / 2;
    }
}
