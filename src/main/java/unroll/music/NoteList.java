package unroll.music;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A tune's notes as a readable table: bar, onset and length in quarter notes, seconds, name, MIDI
 * number.
 *
 * @param tune the tune
 */
public record NoteList(Tune tune) {
    /** Throws {@link IllegalArgumentException} if the tune is null. */
    public NoteList {
        if (tune == null) {
            throw new IllegalArgumentException("the tune is null");
        }
    }

    /** The notes of a tune. */
    public static NoteList of(Tune tune) {
        return new NoteList(tune);
    }

    /** A line of headings, then one line for each note; grace notes bear a star. */
    public String text() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(tune.toString());
        lines.add(" bar   beat  length  seconds  note  midi");
        for (Note note : tune.notes()) {
            lines.add(line(note));
        }
        return lines.toString();
    }

    private static String line(Note note) {
        return String.format(
                Locale.ROOT,
                "%4d %6.2f %7.3f %8.3f  %-4s %5d%s",
                note.bar(),
                note.startBeats(),
                note.beats(),
                note.startSeconds(),
                note.name(),
                note.midi(),
                note.grace() ? " *" : "");
    }

    /** Writes the table to a file. */
    public void save(Path file) {
        SavedFile.write("the list of notes", file, text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return text();
    }
}
