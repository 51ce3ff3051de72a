package unroll.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;

/**
 * What a notebook stores of a picture: the same thing in several forms, of which a viewer takes the
 * best it can show.
 *
 * <p>Keys are media types. Values are strings, or maps and lists of plain values, which every kernel
 * can write. There is no {@code image/png} and no bare SVG: the first would hide the interactive
 * form, the second does not show in notebooks that are not trusted.
 */
public final class Bundle {
    public static final String PLOTLY = "application/vnd.plotly.v1+json";
    public static final String HTML = "text/html";
    public static final String TEXT = "text/plain";

    private Bundle() {}

    /** Returns the figure interactive, as a still picture, and in one line. */
    public static Map<String, Object> of(Figure figure) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        Shown shown = Shown.of(figure);
        bundle.put(PLOTLY, PlotlyJson.map(shown.plotly()));
        bundle.putAll(of(Picture.of(shown.drawing())));
        return bundle;
    }

    /** Returns the figure as a still picture and in one line, for displays that change. */
    public static Map<String, Object> still(Figure figure) {
        return of(Picture.of(Svg.drawing(figure)));
    }

    /** Returns the picture and its words. */
    public static Map<String, Object> of(Picture picture) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put(HTML, picture.html());
        bundle.put(TEXT, picture.text());
        return bundle;
    }
}
