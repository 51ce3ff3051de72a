package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Where the things of a layout stand: notes, shapes, images. Their places refer to an axis, to the
 * panel of an axis, or to the whole figure.
 */
record Places(List<Panel> panels, double left, double top, double right, double bottom) {
    private static final String PANEL = " domain";

    double x(String ref, JsonNode at) {
        if (ref.equals("paper")) {
            return left + at.asDouble() * (right - left);
        }
        Optional<Panel> panel = panel(ref);
        if (panel.isEmpty()) {
            return Double.NaN;
        }
        double from = panel.get().left();
        return ref.endsWith(PANEL)
                ? from + at.asDouble() * (panel.get().right() - from)
                : scaled(panel.get(), ref, at);
    }

    double y(String ref, JsonNode at) {
        if (ref.equals("paper")) {
            return bottom - at.asDouble() * (bottom - top);
        }
        Optional<Panel> panel = panel(ref);
        if (panel.isEmpty()) {
            return Double.NaN;
        }
        if (!ref.endsWith(PANEL)) {
            return scaled(panel.get(), ref, at);
        }
        double up = at.asDouble();
        double end = panel.get().top();
        double shift = up >= 1 ? panel.get().heading() - end : 0;
        return panel.get().bottom() - up * (panel.get().bottom() - end) + shift;
    }

    private static double scaled(Panel panel, String ref, JsonNode at) {
        for (Panel.Layer layer : panel.layers()) {
            Frame frame = panel.frame(layer);
            if (layer.x().id().equals(ref)) {
                return frame.x().at(layer.x().stated(at));
            }
            if (layer.y().id().equals(ref)) {
                return frame.y().at(layer.y().stated(at));
            }
        }
        return Double.NaN;
    }

    Optional<Panel> panel(String ref) {
        String axis = ref.replace(PANEL, "");
        for (Panel panel : panels) {
            for (Panel.Layer layer : panel.layers()) {
                if (layer.x().id().equals(axis) || layer.y().id().equals(axis)) {
                    return Optional.of(panel);
                }
            }
        }
        return Optional.empty();
    }
}
