package unroll.music;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One tune: its fields, its written bars, and its notes as they sound with repeats played out.
 *
 * <p>Made by {@link Abc#parse}; immutable.
 */
public final class Tune {
    private final String source;
    private final List<AbcField> fields;
    private final Opening opening;
    private final List<Bar> bars;
    private final Performance performance;
    private final List<AbcWarning> warnings;

    private Tune(
            String source,
            List<AbcField> fields,
            Opening opening,
            List<Bar> bars,
            Performance performance,
            List<AbcWarning> warnings) {
        this.source = source;
        this.fields = List.copyOf(fields);
        this.opening = opening;
        this.bars = List.copyOf(bars);
        this.performance = performance;
        this.warnings = List.copyOf(warnings);
    }

    static Tune of(
            String source,
            List<AbcField> fields,
            Opening opening,
            List<List<Piece>> voices,
            List<AbcWarning> warnings) {
        List<List<Integer>> orders = voices.stream().map(new PlayOrder()::of).toList();
        List<Bar> bars = new ArrayList<>();
        for (int voice = 0; voice < voices.size(); voice++) {
            List<Piece> pieces = voices.get(voice);
            List<Bar.Kind> kinds = BarCheck.kinds(pieces, orders.get(voice));
            for (int place = 0; place < pieces.size(); place++) {
                bars.add(bar(pieces.get(place), kinds.get(place), bars.size() + 1, voice + 1));
            }
        }
        Performance performance = Performance.of(opening.tempo(), voices, orders);
        return new Tune(source, fields, opening, bars, performance, warnings);
    }

    private static Bar bar(Piece piece, Bar.Kind kind, int number, int voice) {
        Fraction full = piece.metre.length();
        return new Bar(number, voice, piece.duration, full, kind, piece.line, piece.column);
    }

    /** The text the tune was read from. */
    public String source() {
        return source;
    }

    /** All field lines in their order, those between lines of music included. */
    public List<AbcField> fields() {
        return fields;
    }

    /** The value of the first field of this name, such as "R" for the rhythm. */
    public Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(AbcField::value)
                .findFirst();
    }

    /** The first title (T:), "" if there is none. */
    public String title() {
        return field("T").orElse("");
    }

    /** Key at the tune's beginning. */
    public KeySignature key() {
        return opening.key();
    }

    /** Metre at the tune's beginning. */
    public Metre metre() {
        return opening.metre();
    }

    /** Unit note length at the tune's beginning, in whole notes. */
    public Fraction unit() {
        return opening.unit();
    }

    /** Tempo at the tune's beginning; where the tune gives none, that of its dance. */
    public Tempo tempo() {
        return opening.tempo();
    }

    /** The written bars, voice after voice. */
    public List<Bar> bars() {
        return bars;
    }

    /** True if every bar is full, a pickup, or completed across a repeat or ending. */
    public boolean isWellFormed() {
        return bars.stream().allMatch(Bar::isWellFormed);
    }

    /** The sounding notes of all voices with repeats played out, by onset, then pitch. */
    public List<Note> notes() {
        return performance.notes();
    }

    /** The chord symbols with repeats played out. */
    public List<ChordSymbol> chordSymbols() {
        return performance.chords();
    }

    /** What can be read but is probably not meant. */
    public List<AbcWarning> warnings() {
        return warnings;
    }

    /** Length with repeats, in quarter notes. */
    public double beats() {
        return performance.beats();
    }

    /** Length with repeats, in seconds. */
    public double seconds() {
        return performance.seconds();
    }

    TempoMap tempos() {
        return performance.tempos();
    }

    /** Writes the tune's text to a file. */
    public void save(Path file) {
        SavedFile.write("the tune", file, source.getBytes(StandardCharsets.UTF_8));
    }

    /** Title, key, metre, and how much music there is, in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s, %s, %d bars, %d notes, %.1f s",
                title().isEmpty() ? "Tune" : title(),
                key(),
                metre(),
                bars.size(),
                notes().size(),
                seconds());
    }
}
