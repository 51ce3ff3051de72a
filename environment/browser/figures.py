"""The cells of the notebook that test_figures.py looks at: every class of tech.tablesaw.plotly.api made
by hand, values that show themselves, and strings that try to run or to break something."""

SETUP = """import tech.tablesaw.api.*; import tech.tablesaw.plotly.api.*;
import tech.tablesaw.plotly.components.*; import tech.tablesaw.plotly.traces.*;
import java.awt.image.BufferedImage; import java.time.LocalDate; import unroll.notebook.*;
var random = new Random(7);
double[] walk(int length, double start) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) values[i] = start += random.nextGaussian();
    return values;
}
var points = Table.create("points", DoubleColumn.create("x", walk(60, 0)), DoubleColumn.create("y", walk(60, 5)),
        DoubleColumn.create("z", walk(60, 9)), StringColumn.create("group", 60));
for (int i = 0; i < 60; i++) points.stringColumn("group").set(i, List.of("adagio", "allegro", "andante").get(i % 3));
var size = DoubleColumn.create("size", 60);
for (int i = 0; i < 60; i++) size.set(i, 5 + random.nextInt(30));
points.addColumns(size);"""

TABLES = """var line = Table.create("line", IntColumn.indexColumn("step", 80, 1), DoubleColumn.create("loss", walk(80, 30)));
var tallies = Table.create("tallies", StringColumn.create("key", "G", "D", "A", "C", "E"),
        DoubleColumn.create("tunes", 41, 33, 18, 9, 4), DoubleColumn.create("songs", 12, 25, 20, 15, 8));
var prices = Table.create("prices", DateColumn.create("day"), DoubleColumn.create("open"),
        DoubleColumn.create("high"), DoubleColumn.create("low"), DoubleColumn.create("close"));
double[] path = walk(31, 100);
for (int i = 0; i < 30; i++) {
    prices.dateColumn("day").append(LocalDate.of(2026, 3, 1).plusDays(i));
    prices.doubleColumn("open").append(path[i]);
    prices.doubleColumn("close").append(path[i + 1]);
    prices.doubleColumn("high").append(Math.max(path[i], path[i + 1]) + 0.7);
    prices.doubleColumn("low").append(Math.min(path[i], path[i + 1]) - 0.7);
}
var words = Table.create("words", StringColumn.create("first", 200), StringColumn.create("second", 200));
for (int i = 0; i < 200; i++) {
    words.stringColumn(0).set(i, List.of("the", "cat", "sat", "down").get(random.nextInt(4)));
    words.stringColumn(1).set(i, List.of("on", "a", "mat").get(random.nextInt(3)));
}"""

# One name each for the matrix, and the cell.
TABLESAW = {
    "AreaPlot": 'AreaPlot.create("Area", line, "step", "loss")',
    "BoxPlot": 'BoxPlot.create("Boxes", points, "group", "y")',
    "BubblePlot": 'BubblePlot.create("Bubbles", points, "x", "y", "size")',
    "CandlestickPlot": 'CandlestickPlot.create("Candles", prices, "day", "open", "high", "low", "close")',
    "ContourPlot": 'ContourPlot.create("Contours", words, "first", "second")',
    "Heatmap": 'Heatmap.create("Pairs of words", words, "first", "second")',
    "Histogram": 'Histogram.create("Histogram", points, "y")',
    "Histogram2D": 'Histogram2D.create("Histogram in 2-D", points, "x", "y")',
    "HorizontalBarPlot": 'HorizontalBarPlot.create("Bars", tallies, "key", "tunes")',
    "HorizontalBarPlot stacked": 'HorizontalBarPlot.create("Stacked", tallies, "key", Layout.BarMode.STACK, "tunes", "songs")',
    "LinePlot": 'LinePlot.create("Line", line, "step", "loss")',
    "LinePlot grouped": 'LinePlot.create("Lines", points, "x", "y", "group")',
    "OHLCPlot": 'OHLCPlot.create("Open, high, low, close", prices, "day", "open", "high", "low", "close")',
    "ParetoPlot": 'ParetoPlot.createVertical("Pareto", tallies, "key", "tunes")',
    "PiePlot": 'PiePlot.create("Pie", tallies, "key", "tunes")',
    "QQPlot": 'QQPlot.create("Two samples", points, "x", "y")',
    "QuantilePlot": 'QuantilePlot.create("Quantiles", points, "y")',
    "Scatter3DPlot": 'Scatter3DPlot.create("Points in space", points, "x", "y", "z", "group")',
    "ScatterPlot": 'ScatterPlot.create("Points", points, "x", "y", "group")',
    "TimeSeriesPlot": 'TimeSeriesPlot.create("Days", prices, "day", "close")',
    "TukeyMeanDifferencePlot": 'TukeyMeanDifferencePlot.create("Differences", "metre", points, "x", "y")',
    "VerticalBarPlot": 'VerticalBarPlot.create("Bars", tallies, "key", "tunes")',
    "VerticalBarPlot grouped": 'VerticalBarPlot.create("Grouped", tallies, "key", Layout.BarMode.GROUP, "tunes", "songs")',
    "ViolinPlot": 'ViolinPlot.create("Violins", points, "group", "y", true, true)',
    "two heat maps": """Object[] axis = {"the", "cat", "the"};
double[][] shares = {{0.1, 0.2, 0.7}, {0.5, 0.3, 0.2}, {0.9, 0, 0.1}};
new Figure(Layout.builder("Two heat maps").width(700).height(350)
        .grid(Grid.builder().rows(1).columns(2).xGap(0.2).yGap(0.1).pattern(Grid.Pattern.INDEPENDENT).build()).build(),
        HeatmapTrace.builder(axis, axis, shares).build(),
        HeatmapTrace.builder(axis, axis, shares).xAxis("x2").yAxis("y2").build())""",
    "logarithmic": """new Figure(Layout.builder("Logarithmic").yAxis(Axis.builder().type(Axis.Type.LOG).title("loss").build()).build(),
        ScatterTrace.builder(new double[] {1, 2, 3, 4, 5}, new double[] {1e-3, 0.1, Double.NaN, 100, 1e4})
                .mode(ScatterTrace.Mode.LINE_AND_MARKERS).build())""",
    "100,000 points": """ScatterPlot.create("Many points", Table.create("many",
        DoubleColumn.create("x", walk(100_000, 0)), DoubleColumn.create("y", walk(100_000, 0))), "x", "y")""",
}

# What tries to run sets this variable of the page.
ATTACK = "window.attacked=1"
HOSTILE = [
    f"</script><script>{ATTACK}</script>",
    f"<img src=x onerror={ATTACK}>",
    f"\"'><svg onload={ATTACK}>",
    "\"double\" 'single' \\back\\slash",
    "two\nlines",
    "line\u2028separator",
    "emoji \U0001f3bb",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    f"<a href='javascript:{ATTACK}'>link</a> <b>bold</b> $x^2$ %{{x}}",
    "long " * 2000,
]


def java(text):
    """A Java string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\u2028", "\\u2028")
    return f'"{escaped}"'


STRINGS = f"String[] hostile = {{{', '.join(map(java, HOSTILE))}}};"
HOSTILE_CELLS = {
    "hostile titles": "ScatterPlot.create(hostile[0] + hostile[1] + hostile[3] + hostile[4], points, \"x\", \"y\")",
    "hostile columns": """var odd = Table.create(hostile[0], StringColumn.create(hostile[1], hostile));
for (int h = 0; h < 9; h++) odd.addColumns(DoubleColumn.create(hostile[h] + h, 10).fillWith(() -> random.nextDouble()));
LinePlot.create("columns", odd, hostile[0] + 0, hostile[8] + 8)""",
    "hostile categories": "VerticalBarPlot.create(\"categories\", odd, hostile[1], hostile[3] + 3)",
    "hostile groups": "ScatterPlot.create(\"groups\", odd, hostile[0] + 0, hostile[2] + 2, hostile[1])",
    "hostile tokens": """Object[] tokens = Arrays.copyOf(hostile, 4, Object[].class);
new Figure(HeatmapTrace.builder(tokens, tokens, new double[4][4]).build())""",
}
# Values that are no figures; shown as a table, an image or words.
VALUES = {
    "hostile table": "odd",
    "matrix": "float[][] matrix = {{1, 2, Float.NaN}, {4, 5, 6}}; matrix",
    "image": """var image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
for (int i = 0; i < 28; i++) image.setRGB(i, (i * i) % 28, 0xFFCC00);
image""",
}
