package unroll.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.music.Note;
import unroll.music.Tune;
import unroll.plot.Canvas.Anchor;

/**
 * Draws a tune as bars in time and pitch, in as many rows as it takes to keep single notes visible.
 *
 * <p>Grey stripes are the black keys; thin upright lines are bar lines.
 */
final class PianoRoll {
    private static final int WIDTH = 720;
    private static final double LEFT = 44;
    private static final double RIGHT = WIDTH - 20;
    private static final double TICK = 11;
    private static final double SECONDS_PER_ROW = 16;
    private static final int ROWS = 8;
    private static final String BLACK_KEY = "#eeeeee";
    private static final String C_LINE = "#bdbdbd";
    private static final String BAR_LINE = "#8c8c8c";

    private final Tune tune;
    private final List<Note> notes;
    private final int low;
    private final int high;
    private final int rows;
    private final double rowSeconds;
    private final double key;

    private PianoRoll(Tune tune) {
        this.tune = tune;
        this.notes = tune.notes();
        this.low = notes.stream().mapToInt(Note::midi).min().orElse(60) - 1;
        this.high = notes.stream().mapToInt(Note::midi).max().orElse(72) + 1;
        double played = notes.stream().mapToDouble(PianoRoll::end).max().orElse(1);
        double seconds = Math.max(1, Math.max(played, tune.seconds())); // a rest may end it
        this.rows = (int) Math.min(ROWS, Math.ceil(seconds / SECONDS_PER_ROW));
        this.rowSeconds =
                rows < ROWS ? seconds / rows : Math.min(seconds / rows, 2 * SECONDS_PER_ROW);
        this.key = Math.max(3, Math.min(8, 130.0 / (high - low + 1)));
    }

    static Picture of(Tune tune) {
        PianoRoll roll = new PianoRoll(tune);
        return Picture.of(roll.drawing()).with(roll::table);
    }

    private static double end(Note note) {
        return note.startSeconds() + note.seconds();
    }

    private Drawing drawing() {
        double rowHeight = (high - low + 1) * key + 30;
        int height = (int) Math.ceil(44 + rows * rowHeight);
        return new Drawing(WIDTH, height, text(), canvas -> draw(canvas, rowHeight));
    }

    private void draw(Canvas canvas, double rowHeight) {
        canvas.title(LEFT, 24, 15, TextWidth.fit(heading(), 17, RIGHT - LEFT));
        for (int row = 0; row < rows; row++) {
            row(canvas, row, 36 + row * rowHeight);
        }
    }

    private void row(Canvas canvas, int row, double top) {
        double from = row * rowSeconds;
        Scale time = new Scale(from, from + rowSeconds, false, LEFT, RIGHT);
        keys(canvas, top);
        barLines(canvas, time, top);
        for (Note note : notes) {
            double x = Math.max(LEFT, time.at(note.startSeconds()));
            double right = Math.min(RIGHT, time.at(end(note)));
            if (right > x) {
                double gap = Math.min(1, (right - x) / 4); // so that repeated notes stay apart
                String color = Palette.color(note.voice() - 1);
                canvas.rect(x, y(top, note.midi()) + 0.5, right - x - gap, key - 1, color);
            }
        }
        double bottom = top + (high - low + 1) * key;
        canvas.line(LEFT, bottom, RIGHT, bottom, Palette.SOFT_INK, 1);
        for (Scale.Tick tick : time.ticks(8)) {
            double x = time.at(tick.value());
            canvas.line(x, bottom, x, bottom + 3, Palette.SOFT_INK, 1);
            canvas.text(
                    x, bottom + TICK + 4, Anchor.MIDDLE, TICK, Palette.INK, tick.label() + " s");
        }
    }

    private double y(double top, int midi) {
        return top + (high - midi) * key;
    }

    private void keys(Canvas canvas, double top) {
        for (int midi = low; midi <= high; midi++) {
            double y = y(top, midi);
            if (isBlack(midi)) {
                canvas.rect(LEFT, y, RIGHT - LEFT, key, BLACK_KEY);
            }
            if (midi % 12 == 0) {
                canvas.line(LEFT, y + key, RIGHT, y + key, C_LINE, 1);
            }
        }
        for (int midi = low; midi <= high; midi++) {
            if (named(midi)) {
                double middle = y(top, midi) + key / 2;
                canvas.text(
                        LEFT - 5, middle + TICK * 0.35, Anchor.END, TICK, Palette.INK, name(midi));
            }
        }
    }

    /** Names each C and G that is played; where those are too few, the lowest and the highest note. */
    private boolean named(int midi) {
        if (notes.stream().noneMatch(note -> note.midi() == midi)) {
            return false;
        }
        long known =
                notes.stream()
                        .mapToInt(Note::midi)
                        .distinct()
                        .filter(PianoRoll::isCornerstone)
                        .count();
        if (known >= 2) {
            return isCornerstone(midi);
        }
        return midi == low + 1 || (midi == high - 1 && (high - low - 2) * key >= TICK);
    }

    private static boolean isCornerstone(int midi) {
        return midi % 12 == 0 || midi % 12 == 7;
    }

    private static boolean isBlack(int midi) {
        return switch (midi % 12) {
            case 1, 3, 6, 8, 10 -> true;
            default -> false;
        };
    }

    /** Draws a line wherever the notes of the first voice pass into another bar. */
    private void barLines(Canvas canvas, Scale time, double top) {
        List<Note> first = notes.stream().filter(note -> note.voice() == 1).toList();
        IntStream.range(1, first.size())
                .filter(i -> first.get(i).bar() != first.get(i - 1).bar())
                .mapToDouble(i -> time.at(first.get(i).startSeconds()))
                .filter(x -> x > LEFT && x < RIGHT)
                .forEach(x -> canvas.line(x, top, x, top + (high - low + 1) * key, BAR_LINE, 0.7));
    }

    private String heading() {
        String title = tune.title().isEmpty() ? "Tune" : tune.title();
        return rows * rowSeconds < tune.seconds() - 0.5
                ? Digits.format("%s, the first %s s", title, Digits.fixed(rows * rowSeconds, 0))
                : title;
    }

    private String text() {
        String title = tune.title().isEmpty() ? "a tune" : "\"" + tune.title() + "\"";
        if (notes.isEmpty()) {
            return Digits.format("Piano roll of %s: no notes.", title);
        }
        String opening = notes.stream().limit(12).map(Note::name).collect(Collectors.joining(" "));
        int lowest = notes.stream().mapToInt(Note::midi).min().getAsInt();
        int highest = notes.stream().mapToInt(Note::midi).max().getAsInt();
        return Digits.format(
                        "Piano roll of %s: %s, %s, %s from %s to %s in %.1f s; begins %s%s",
                        title,
                        tune.key(),
                        tune.metre(),
                        Digits.count(notes.size(), "note"),
                        name(lowest),
                        name(highest),
                        tune.seconds(),
                        opening,
                        notes.size() > 12 ? " …" : ".")
                .replaceAll("\\s+", " ");
    }

    private Table table() {
        return Table.create(
                "notes",
                DoubleColumn.create(
                        "start (s)", notes.stream().mapToDouble(Note::startSeconds).toArray()),
                DoubleColumn.create(
                        "length (s)", notes.stream().mapToDouble(Note::seconds).toArray()),
                StringColumn.create("note", notes.stream().map(Note::name)),
                IntColumn.create("MIDI", notes.stream().mapToInt(Note::midi).toArray()),
                IntColumn.create("voice", notes.stream().mapToInt(Note::voice).toArray()));
    }

    private String name(int midi) {
        return notes.stream().filter(note -> note.midi() == midi).findFirst().orElseThrow().name();
    }
}
