package unroll.notebook;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.data.Corpus;
import unroll.evaluate.Report;
import unroll.generate.Generated;
import unroll.music.Abc;
import unroll.plot.Picture;
import unroll.plot.Plots;
import unroll.text.Special;
import unroll.text.Vocabulary;
import unroll.trace.AttentionMap;
import unroll.trace.Confusion;
import unroll.trace.EngineReport;
import unroll.trace.Forecast;
import unroll.trace.GateTrace;
import unroll.trace.GradientFlow;
import unroll.trace.History;
import unroll.trace.Summary;
import unroll.trace.TokenScores;
import unroll.trace.TokenVectors;

/** One value of each kind that shows itself, with hostile text wherever it can hold text. */
final class Values {
    static final String HOSTILE =
            "</script><script>alert(1)</script> <img src=x onerror=y> \"&' \\";

    private Values() {}

    static Map<String, Object> all() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("chart", Plots.loss(Map.of(HOSTILE, history(60))));
        values.put("history", history(60));
        values.put("picture", Picture.ofSvg("<svg xmlns='http://www.w3.org/2000/svg'/>", HOSTILE));
        values.put("tune", Abc.parse("X:1\nT:" + HOSTILE + "\nM:4/4\nL:1/4\nK:C\nCDEF|G4|\n"));
        values.put("table", Table.create("t", StringColumn.create(HOSTILE, HOSTILE), numbers()));
        values.put(
                "engine",
                new EngineReport("E", "1", "cpu", 2, 1, 7, false, List.of(HOSTILE, "mend it")));
        values.put(
                "summary", new Summary(List.of(new Summary.Row(HOSTILE, "(B)", "(B)", 12, "3·4"))));
        values.put("characters", Vocabulary.ofCharacters(HOSTILE + "\n\t").specials(Special.PAD));
        values.put("words", Vocabulary.ofWords(HOSTILE));
        values.put("corpus", Corpus.of(HOSTILE, HOSTILE + "\n\nsecond"));
        values.put("report", report());
        values.put("generated", generated());
        values.putAll(records());
        values.put("ids", new int[] {1, 2, 3});
        values.put("shape", new long[] {4, 5});
        values.put("probabilities", new float[] {0.25f, 0.75f});
        values.put("weights", new double[2][3]);
        values.put("heads", new float[2][3][4]);
        values.put("image", new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY));
        values.put("tokens", new String[] {HOSTILE});
        values.put("text", HOSTILE);
        return values;
    }

    private static Map<String, Object> records() {
        List<String> tokens = List.of(HOSTILE, "the", "the");
        double[][] square = {{1, 0, 0}, {0.5, 0.5, 0}, {0.2, 0.3, 0.5}};
        double[] three = {1, 2, 3};
        return Map.of(
                "attention", AttentionMap.ofSelf(tokens, square),
                "gates", new GateTrace(tokens, Map.of(HOSTILE, square)),
                "flow", new GradientFlow(HOSTILE, three),
                "vectors", new TokenVectors(List.of(HOSTILE, "a", "b"), square),
                "confusion", Confusion.of(List.of(HOSTILE, "b"), List.of("b", "b")),
                "forecast", new Forecast(HOSTILE, three, three, three, three, three, 0.9),
                "scores", new TokenScores(HOSTILE, tokens, three));
    }

    private static Report report() {
        var row = new Report.Row(HOSTILE, false, 0.9, 1, Double.NaN, 20, 0.8, 1);
        return new Report("accuracy", false, List.of(row), Report.Outcome.MODEL, HOSTILE);
    }

    private static DoubleColumn numbers() {
        return DoubleColumn.create("number", 1.23456);
    }

    private static Generated generated() {
        List<Generated.Choice> choices = List.of(new Generated.Choice("a", 0.5, 0.1));
        return new Generated(HOSTILE, choices, Generated.Stopped.LENGTH);
    }

    static History history(int steps) {
        return history(steps, History.Stop.Reason.FINISHED);
    }

    /** Returns a run whose loss is 4 / step, with a look every 20 steps. */
    static History history(int steps, History.Stop.Reason reason) {
        List<History.Step> taken = new java.util.ArrayList<>();
        List<History.Validation> looks = new java.util.ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            taken.add(new History.Step(i, 4.0 / i, 0.5, 5e-3, 12_345.6, 0.1 * i));
            if (i % 20 == 0) {
                looks.add(new History.Validation(i, 5.0 / i));
            }
        }
        History.Stop stop = new History.Stop(reason, "the end");
        return new History(taken, looks, Math.log(83), 3.2, stop);
    }
}
