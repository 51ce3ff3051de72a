package unroll.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * How a file of JSON lines is read: every line one object.
 *
 * <pre>
 *   JsonLines.of(Path.of("reviews.jsonl")).texts("text", "label")    // examples for a classifier
 *   JsonLines.of(Path.of("words.jsonl")).tagged("tokens", "tags")    // examples for a tagger
 * </pre>
 *
 * <p>Empty lines are passed over; what is not as it should be is refused with its line and column.
 * Reading takes time in proportion to the file.
 *
 * @param file where it is
 * @param charset name of its encoding
 */
public record JsonLines(Path file, String charset) {
    private static final int MEMORY_PER_BYTE = 8;
    private static final int SERIES_VALUE =
            4 * Double.BYTES; // while lists and copies of it are made

    public JsonLines {
        TextFile.charset(charset);
        Objects.requireNonNull(file, "file is null: name one, for example Path.of(\"my.jsonl\")");
    }

    /** Returns how a file in UTF-8 is read. */
    public static JsonLines of(Path file) {
        return new JsonLines(file, "UTF-8");
    }

    /**
     * Returns this with another encoding, for example {@code "windows-1252"}.
     *
     * @throws IllegalArgumentException if Java knows no encoding of that name
     */
    public JsonLines charset(String name) {
        return new JsonLines(file, name);
    }

    /**
     * Passes the objects on one by one, values as Java has them; memory does not grow.
     *
     * @throws DataFileException if a line is no object; those before it were passed on
     */
    public void forEach(Consumer<Map<String, Object>> action) {
        Given.value("action", action);
        try (TextStream in = source().open()) {
            each(in, object -> action.accept(object.values()));
        }
    }

    /**
     * Reads examples for a classifier of texts, each standing alone.
     *
     * @param text key of what is read, a string
     * @param label key of the class, a string, a number or a truth value
     * @throws DataFileException if a line is no object, text or label are missing or blank, or a label is
     *     a word for what is missing, such as {@code NA} or {@code null}
     */
    public List<LabelledText> texts(String text, String label) {
        return texts(text, label, null);
    }

    /**
     * Reads examples for a classifier of texts that stay together by group.
     *
     * @param group key of what is equal for examples which a split must not part
     * @throws DataFileException as {@link #texts(String, String)}
     */
    public List<LabelledText> texts(String text, String label, String group) {
        return list(
                object -> {
                    String words = object.string(text);
                    String name = object.scalar(label);
                    String fault = Labels.fault(words, name);
                    if (fault != null) {
                        throw object.fault(Labels.isBlank(words) ? text : label, fault);
                    }
                    String together = group == null ? "" : object.scalar(group);
                    object.keep(List.of(words, name, together));
                    return new LabelledText(words, name, together);
                });
    }

    /**
     * Reads examples for a tagger.
     *
     * @param tokens key of what is read, an array of strings
     * @param tags key of the tags, an array as long
     * @throws DataFileException if a line is no object, or the arrays are not there, empty or not
     *     equally long
     */
    public List<TaggedTokens> tagged(String tokens, String tags) {
        return list(
                object -> {
                    List<String> read = object.strings(tokens);
                    List<String> names = object.strings(tags);
                    if (read.isEmpty()) {
                        throw object.fault(tokens, "there is no token; delete the example");
                    }
                    if (read.size() != names.size()) {
                        throw object.fault(
                                tags,
                                String.format(
                                        Locale.ROOT,
                                        "tokens and tags must be equally many, found %d and %d",
                                        read.size(),
                                        names.size()));
                    }
                    if (names.stream().anyMatch(Labels::isBlank)) {
                        throw object.fault(tags, "a tag is blank; name what the token is");
                    }
                    object.keep(read);
                    object.keep(names);
                    return TaggedTokens.of(read, names);
                });
    }

    /**
     * Reads a number of every line as a series, the first line being the oldest.
     *
     * @throws DataFileException if a line is no object, or the number is missing
     */
    public TimeSeries series(String key) {
        DoubleStream.Builder values = DoubleStream.builder();
        try (TextStream in = source().open(MEMORY_PER_BYTE, "reading it")) {
            each(
                    in,
                    object -> {
                        values.add(object.number(key));
                        in.keep(SERIES_VALUE);
                    });
        }
        return new TimeSeries(key, values.build().toArray());
    }

    private interface Reading<T> {
        T of(JsonObject object);
    }

    private <T> List<T> list(Reading<T> reading) {
        List<T> examples = new ArrayList<>();
        try (TextStream in = source().open(MEMORY_PER_BYTE, "reading it")) {
            each(in, object -> examples.add(reading.of(object)));
        }
        return List.copyOf(examples);
    }

    private TextFile source() {
        return new TextFile(file, TextFile.charset(charset), "charset(\"%s\")");
    }

    private void each(TextStream in, Consumer<JsonObject> action) {
        int objects = 0;
        for (String line = in.nextLine(); line != null; line = in.nextLine()) {
            if (!line.isBlank()) {
                long memory = JsonLine.memory(line);
                in.keep(memory);
                action.accept(new JsonObject(in, line, new JsonLine(in, line).parse()));
                in.keep(-memory);
                objects++;
            }
        }
        if (objects == 0) {
            throw new DataFileException(file, "holds no object, only white space");
        }
    }
}
