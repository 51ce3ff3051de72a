package unroll.plot;

/** A chart without options of its own. */
final class PlainChart extends Chart {
    PlainChart(Content content) {
        super(content);
    }
}
