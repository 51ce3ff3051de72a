package unroll.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import unroll.UnrollException;

/**
 * A text with a name.
 *
 * <pre>
 *   var corpus = Corpus.read(Path.of("my.abc"));
 * </pre>
 *
 * <p>Lines end in {@code \n} and no byte order mark is left; where a file had it otherwise, {@link
 * #notes()} says so.
 *
 * @param name what the text is, for a file its name
 * @param text all of it
 * @param notes what was changed while reading, in sentences
 */
public record Corpus(String name, String text, List<String> notes) {
    /** The characters, the string, token ids and their copies live side by side. */
    private static final int MEMORY_PER_BYTE = 16;

    private static final String READING = "Corpus.read(path, \"%s\")";

    public Corpus {
        Given.value("name", name);
        Given.value("text", text);
        notes = List.copyOf(notes);
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the corpus %s has no text", name));
        }
    }

    /**
     * Gives a text a name.
     *
     * @throws IllegalArgumentException if the text is empty or white space only
     */
    public static Corpus of(String name, String text) {
        return new Corpus(name, text, List.of());
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws UnrollException if it is missing, empty, a folder, too large for the memory, or not
     *     text in UTF-8; the message names the place
     */
    public static Corpus read(Path file) {
        return read(file, StandardCharsets.UTF_8, READING);
    }

    /**
     * Reads a file in another encoding, for example {@code "windows-1252"}.
     *
     * @throws UnrollException as {@link #read(Path)}
     * @throws IllegalArgumentException if Java knows no encoding of that name
     */
    public static Corpus read(Path file, String charset) {
        return read(file, TextFile.charset(charset), READING);
    }

    /** Reads a file for another reader, who names another charset as {@code reading} says. */
    static Corpus read(Path file, Charset charset, String reading) {
        TextFile source = new TextFile(file, charset, reading);
        try (TextStream in = source.open(MEMORY_PER_BYTE, "learning from it")) {
            StringBuilder text = new StringBuilder();
            for (int c = in.next(); c >= 0; c = in.next()) {
                text.append((char) c);
            }
            String all = text.toString();
            if (all.isBlank()) {
                throw source.fault("holds only white space; give a file with text");
            }
            return new Corpus(file.getFileName().toString(), all, in.notes());
        }
    }

    /** Returns the pieces between blank lines: the tunes of a tune book, the paragraphs of a text. */
    public List<String> items() {
        return Arrays.stream(text.split("\n[ \t]*\n"))
                .filter(item -> !item.isBlank())
                .map(Corpus::withoutBlankLines)
                .toList();
    }

    /** Drops blank lines at both ends; a regex would look for the end from every line anew. */
    private static String withoutBlankLines(String item) {
        int indented = item.length() - item.stripLeading().length();
        int from = item.lastIndexOf('\n', indented - 1) + 1;
        int to = item.indexOf('\n', item.stripTrailing().length());
        return item.substring(from, to < 0 ? item.length() : to);
    }

    /** Returns one line: name, size and notes. */
    @Override
    public String toString() {
        String size =
                String.format(
                        Locale.ROOT,
                        "%s: %,d characters in %s",
                        name,
                        text.length(),
                        Batches.counted(items().size(), "item"));
        return Batches.withNotes(size, notes);
    }
}
