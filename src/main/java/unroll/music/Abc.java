package unroll.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.music.AbcLines.Line;

/**
 * Reads tunes in ABC notation.
 *
 * <pre>
 *   Tune tune = Abc.parse("X:1\nT:Scale\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|]\n");
 *   tune.notes().get(0).name()     // "C4"
 * </pre>
 *
 * <p>A tune is at most 64 KB long, sounds at most an hour and 200,000 notes with repeats played
 * out, and repeats a section at most 99 times. Reading takes time in proportion to the text.
 */
public final class Abc {
    static final int LONGEST = 64 * 1024;

    private Abc() {}

    /**
     * Reads one tune: X: first, K: last in the header, then the music; a blank line ends it.
     *
     * @throws AbcException where the text is not such a tune
     */
    public static Tune parse(String text) {
        requireText(text);
        AbcLines lines = new AbcLines(text);
        List<Integer> starts = lines.tuneStarts();
        if (starts.isEmpty()) {
            throw noTune(lines);
        }
        int first = starts.get(0);
        if (starts.size() > 1) {
            Line second = lines.between(starts.get(1), starts.get(1) + 1).get(0);
            throw second.cursor()
                    .fail("a second tune begins here; read collections with Abc.parseAll");
        }
        for (Line line : lines.between(0, first)) {
            if (!line.isHeader()) {
                throw line.cursor()
                        .fail("a tune begins with its number, as in X:1; this stands before it");
            }
        }
        return read(lines, first, lines.size());
    }

    /**
     * Reads a collection, cut where a line begins with X:; each tune is answered, read or refused.
     * Free text between tunes is passed over, but a tune without X: is refused; fields before the first
     * tune hold for all.
     */
    public static List<AbcEntry> parseAll(String text) {
        requireText(text);
        AbcLines lines = new AbcLines(text);
        List<Integer> starts = lines.tuneStarts();
        List<AbcEntry> entries = new ArrayList<>();
        if (!starts.isEmpty() && lines.fileHeader().isEmpty()) {
            addNumberless(entries, lines, lines.numberless(0, starts.get(0)), starts.get(0));
        }
        for (int tune = 0; tune < starts.size(); tune++) {
            int from = starts.get(tune);
            int to = tune + 1 < starts.size() ? starts.get(tune + 1) : lines.size();
            List<Integer> numberless = lines.numberless(from, to);
            entries.add(entry(lines, from, numberless.isEmpty() ? to : numberless.get(0)));
            addNumberless(entries, lines, numberless, to);
        }
        return List.copyOf(entries);
    }

    /** Refuses the tunes without X: that begin at these lines, the last of which ends before a line. */
    private static void addNumberless(
            List<AbcEntry> entries, AbcLines lines, List<Integer> starts, int to) {
        for (int tune = 0; tune < starts.size(); tune++) {
            int start = starts.get(tune);
            int end = tune + 1 < starts.size() ? starts.get(tune + 1) : to;
            Line first = lines.between(start, start + 1).get(0);
            AbcException fault =
                    first.cursor().fail("a tune begins with its number, as in X:1; write it here");
            entries.add(
                    new AbcEntry(
                            first.number(),
                            lines.source(start, end),
                            Optional.empty(),
                            Optional.of(fault)));
        }
    }

    private static AbcEntry entry(AbcLines lines, int from, int to) {
        int line = lines.between(from, to).get(0).number();
        String source = lines.source(from, to);
        try {
            return new AbcEntry(line, source, Optional.of(read(lines, from, to)), Optional.empty());
        } catch (AbcException e) {
            return new AbcEntry(line, source, Optional.empty(), Optional.of(e));
        }
    }

    private static Tune read(AbcLines lines, int from, int to) {
        String source = lines.source(from, to);
        List<Line> own = lines.between(from, to);
        if (source.length() > LONGEST) {
            throw new AbcException(
                    "the tune has "
                            + source.length()
                            + " characters; at most "
                            + LONGEST
                            + " are read",
                    own.get(0).number(),
                    1,
                    "");
        }
        TuneReader reader = new TuneReader(lines.fileHeader());
        return reader.read(own, lines.source(0, lines.fileHeader().size()) + source);
    }

    private static AbcException noTune(AbcLines lines) {
        String fault = "a tune begins with its number, as in X:1; no line begins with X:";
        return lines.size() == 0
                ? new AbcException("the text is empty: " + fault, 1, 1, "")
                : lines.between(0, 1).get(0).cursor().fail(fault);
    }

    private static void requireText(String text) {
        if (text == null) {
            throw new IllegalArgumentException(
                    "the text is null: a cell above was run again; run the cells below it again");
        }
    }
}
