package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * What a chart holds.
 *
 * @param plotly {@code {"data": […], "layout": {…}}}
 * @param summary what it shows, in one line with its final numbers
 * @param table makes the numbers behind it; only who asks pays for them
 */
record Content(ObjectNode plotly, String summary, Supplier<Table> table) {
    Content {
        summary = summary.replaceAll("\\s+", " ");
    }
}
