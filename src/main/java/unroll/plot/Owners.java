package unroll.plot;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides which panel draws an axis that several share. */
final class Owners {
    private Owners() {}

    static void assign(List<Panel> panels) {
        Set<Ruler> rulers = new LinkedHashSet<>();
        for (Panel panel : panels) {
            for (Panel.Layer layer : panel.layers()) {
                rulers.add(layer.x());
                rulers.add(layer.y());
            }
        }
        rulers.forEach(ruler -> owner(ruler, panels).own(ruler));
    }

    /** The panel at the axis that it is tied to, else the outermost on its side. */
    private static Panel owner(Ruler ruler, List<Panel> panels) {
        List<Panel> users = panels.stream().filter(panel -> uses(panel, ruler)).toList();
        String anchor = ruler.spec().path("anchor").asText();
        for (Panel panel : users) {
            Ruler across = ruler.horizontal() ? panel.y() : panel.x();
            if (across.id().equals(anchor)) {
                return panel;
            }
        }
        String side = ruler.spec().path("side").asText();
        boolean far = side.equals("top") || side.equals("right");
        Comparator<Panel> order =
                ruler.horizontal()
                        ? Comparator.comparingDouble(panel -> panel.y().domain(0))
                        : Comparator.comparingDouble(panel -> panel.x().domain(0));
        return users.stream().min(far ? order.reversed() : order).orElseThrow();
    }

    private static boolean uses(Panel panel, Ruler ruler) {
        for (Panel.Layer layer : panel.layers()) {
            if (layer.x() == ruler || layer.y() == ruler) {
                return true;
            }
        }
        return false;
    }
}
