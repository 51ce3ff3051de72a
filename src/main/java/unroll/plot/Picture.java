package unroll.plot;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * What is shown but is not a chart: a piano roll, a table, a card.
 *
 * <p>It is HTML without scripts, the same in words, and, where it was drawn, the SVG it came from.
 */
public final class Picture {
    private final String svg;
    private final Drawing drawing;
    private final String html;
    private final String text;
    private final Supplier<Table> table;

    private Picture(String svg, Drawing drawing, String html, String text, Supplier<Table> table) {
        this.svg = svg;
        this.drawing = drawing;
        this.html = Objects.requireNonNull(html, "html");
        this.text = Html.sound(Objects.requireNonNull(text, "text"));
        this.table = table;
    }

    /**
     * Makes a picture of a drawing.
     *
     * @param svg a whole SVG document
     * @param text what it shows, for those who cannot see it and for terminals
     */
    public static Picture ofSvg(String svg, String text) {
        return new Picture(svg, null, Html.image(svg, text), text, Picture::noNumbers);
    }

    /** Makes a picture of a drawing that can be painted as pixels, too. */
    static Picture of(Drawing drawing) {
        String svg = drawing.svg();
        String html = Html.image(svg, drawing.summary());
        return new Picture(svg, drawing, html, drawing.summary(), Picture::noNumbers);
    }

    /**
     * Makes a picture of HTML.
     *
     * @param html elements without scripts; whoever calls escapes what comes from data
     * @param text the same in words
     */
    public static Picture ofHtml(String html, String text) {
        return new Picture(null, null, html, text, Picture::noNumbers);
    }

    /** Returns the picture as HTML that needs no script and no network. */
    public String html() {
        return html;
    }

    /** Returns the drawing, if this is one. */
    public Optional<String> svg() {
        return Optional.ofNullable(svg);
    }

    /** Returns what can be painted as pixels, if there is anything. */
    Optional<Drawing> drawing() {
        return Optional.ofNullable(drawing);
    }

    /** Returns the picture in words. */
    public String text() {
        return text;
    }

    /** Returns the numbers behind the picture; no row where there are none. */
    public Table table() {
        return table.get();
    }

    /** Returns the same picture with the numbers behind it. */
    Picture with(Supplier<Table> numbers) {
        return new Picture(svg, drawing, html, text, numbers);
    }

    private static Table noNumbers() {
        return Table.create("no numbers");
    }

    @Override
    public String toString() {
        return text;
    }
}
