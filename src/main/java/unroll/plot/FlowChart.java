package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.trace.GradientFlow;

/**
 * How much of the error reaches states further back, for one model or several, with options.
 *
 * <pre>
 *   Plots.gradientFlow(rnn, lstm).logarithmic(false)
 * </pre>
 */
public final class FlowChart extends Chart {
    private final List<GradientFlow> flows;

    private FlowChart(List<GradientFlow> flows, boolean logarithmic) {
        super(draw(flows, logarithmic));
        this.flows = flows;
    }

    static FlowChart of(List<GradientFlow> flows) {
        return new FlowChart(flows, true);
    }

    /** Returns the chart with a logarithmic scale, as it is without options, or with a linear one. */
    public FlowChart logarithmic(boolean on) {
        return new FlowChart(flows, on);
    }

    private static Content draw(List<GradientFlow> flows, boolean logarithmic) {
        ChartJson json =
                new ChartJson("Gradient by distance in time", ChartJson.WIDTH, 380).legend();
        int look = 0;
        for (GradientFlow flow : flows) {
            double[] norms = flow.byDistance();
            double[] distance = IntStream.range(0, norms.length).asDoubleStream().toArray();
            ObjectNode line = json.line(flow.name(), distance, norms, Palette.color(look));
            ChartJson.style(line, Palette.dash(look), 2).put("showlegend", true);
            if (norms.length <= 60) {
                ChartJson.marked(line, look);
            }
            look++;
        }
        json.axis("xaxis", "steps before the loss");
        ObjectNode y = json.axis("yaxis", "|dL/dh|").put("type", logarithmic ? "log" : "linear");
        y.put("exponentformat", "power");
        return json.content(summary(flows), () -> table(flows));
    }

    private static String summary(List<GradientFlow> flows) {
        return flows.stream()
                .map(FlowChart::words)
                .collect(Collectors.joining("; ", "Gradient by distance in time. ", "."));
    }

    private static String words(GradientFlow flow) {
        double[] norms = flow.byDistance();
        return Digits.format(
                "%s: %s at the loss, %s %s before, factor %.3f per step",
                flow.name(),
                Digits.four(norms[0]),
                Digits.four(norms[norms.length - 1]),
                Digits.count(norms.length - 1, "step"),
                flow.factor());
    }

    private static Table table(List<GradientFlow> flows) {
        return flows.stream()
                .map(FlowChart::named)
                .reduce(Table::append)
                .orElseThrow()
                .setName("gradient flow");
    }

    private static Table named(GradientFlow flow) {
        Table table = flow.table();
        List<String> names = Collections.nCopies(table.rowCount(), flow.name());
        return table.insertColumn(0, StringColumn.create("model", names));
    }
}
