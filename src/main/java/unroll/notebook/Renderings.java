package unroll.notebook;

import ai.djl.ndarray.NDArray;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import unroll.data.Corpus;
import unroll.evaluate.Report;
import unroll.generate.Generated;
import unroll.model.LanguageModel;
import unroll.music.Tune;
import unroll.plot.Bundle;
import unroll.plot.Digits;
import unroll.plot.Html;
import unroll.plot.Picture;
import unroll.plot.Plots;
import unroll.plot.Tables;
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

/** How each kind of value shows itself when it is the last in a cell. */
final class Renderings {
    private static final List<Rendering<?>> ALL =
            List.of(
                    new Rendering<>(Figure.class, Bundle::of, Bundle.PLOTLY),
                    chart(History.class, history -> Plots.loss(history)),
                    chart(AttentionMap.class, Plots::attention),
                    chart(GateTrace.class, Plots::gates),
                    chart(GradientFlow.class, flow -> Plots.gradientFlow(flow)),
                    chart(TokenVectors.class, Plots::embedding),
                    chart(Confusion.class, Plots::confusion),
                    chart(Forecast.class, Plots::forecast),
                    picture(TokenScores.class, Plots::text),
                    picture(Picture.class, Function.identity()),
                    picture(Tune.class, tune -> Sound.of(tune).picture()),
                    picture(Sound.class, Sound::picture),
                    picture(Table.class, Tables::of),
                    picture(EngineReport.class, Cards::engine),
                    picture(Summary.class, Cards::summary),
                    picture(Report.class, Cards::report),
                    picture(LanguageModel.class, model -> Cards.summary(model.summary())),
                    picture(Generated.class, Cards::generated),
                    picture(Vocabulary.class, Cards::vocabulary),
                    picture(Corpus.class, Cards::corpus),
                    bundle(BufferedImage.class, ImageBundle::of),
                    bundle(NDArray.class, ArrayBundle::of),
                    bundle(byte[].class, ArrayBundle::of),
                    bundle(short[].class, ArrayBundle::of),
                    bundle(char[].class, ArrayBundle::of),
                    bundle(boolean[].class, ArrayBundle::of),
                    bundle(int[].class, ArrayBundle::of),
                    bundle(long[].class, ArrayBundle::of),
                    bundle(float[].class, ArrayBundle::of),
                    bundle(double[].class, ArrayBundle::of),
                    bundle(int[][].class, ArrayBundle::of),
                    bundle(long[][].class, ArrayBundle::of),
                    bundle(float[][].class, ArrayBundle::of),
                    bundle(double[][].class, ArrayBundle::of),
                    bundle(float[][][].class, ArrayBundle::of),
                    bundle(double[][][].class, ArrayBundle::of),
                    bundle(String[].class, array -> Map.of(Bundle.TEXT, ArrayText.of(array))),
                    bundle(Object[].class, array -> Map.of(Bundle.TEXT, ArrayText.of(array))));

    private Renderings() {}

    /**
     * One kind of value.
     *
     * @param type the kind; its subclasses too
     * @param show makes the bundle, media type to data
     * @param preferred the media type that matters most
     */
    record Rendering<T>(Class<T> type, Function<T, Map<String, Object>> show, String preferred) {

        /** Returns the bundle; a value that cannot be drawn shows its own text. */
        Map<String, Object> bundle(T value) {
            Map<String, Object> bundle = new LinkedHashMap<>();
            try {
                bundle.putAll(show.apply(value));
            } catch (RuntimeException | StackOverflowError e) { // arrays may hold themselves
                String why = Digits.format("(no picture: %s)", e.getMessage());
                bundle.put(Bundle.TEXT, ArrayText.words(value) + System.lineSeparator() + why);
            }
            bundle.computeIfPresent(Bundle.TEXT, (type, text) -> Html.sound(String.valueOf(text)));
            return bundle;
        }
    }

    /** Returns all kinds. */
    static List<Rendering<?>> all() {
        return ALL;
    }

    /** Returns how any value shows: as its kind does, else as its text. */
    static Map<String, Object> of(Object value) {
        return ALL.stream()
                .filter(rendering -> rendering.type().isInstance(value))
                .findFirst()
                .map(rendering -> cast(rendering, value))
                .orElseGet(() -> Map.of(Bundle.TEXT, Html.sound(ArrayText.words(value))));
    }

    private static <T> Map<String, Object> cast(Rendering<T> rendering, Object value) {
        return rendering.bundle(rendering.type().cast(value));
    }

    private static <T> Rendering<T> picture(Class<T> type, Function<T, Picture> draw) {
        return new Rendering<>(type, value -> Bundle.of(draw.apply(value)), Bundle.HTML);
    }

    private static <T> Rendering<T> bundle(Class<T> type, Function<T, Map<String, Object>> show) {
        return new Rendering<>(type, show, Bundle.TEXT);
    }

    /** A record with a chart; its words are its own. */
    private static <T> Rendering<T> chart(Class<T> type, Function<T, Figure> draw) {
        return new Rendering<>(
                type,
                value -> {
                    Map<String, Object> bundle = new LinkedHashMap<>(Bundle.of(draw.apply(value)));
                    bundle.put(Bundle.TEXT, value.toString());
                    return bundle;
                },
                Bundle.PLOTLY);
    }
}
