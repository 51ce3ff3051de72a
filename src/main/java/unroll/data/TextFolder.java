package unroll.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder of folders: each of these is a class and every file in it one text.
 *
 * <pre>
 *   mails/ham/1.txt  mails/ham/2.txt  mails/spam/1.txt
 *   TextFolder.read(Path.of("mails"))                // classes "ham" and "spam"
 * </pre>
 */
public final class TextFolder {
    private static final String READING = "TextFolder.read(folder, \"%s\")";

    private TextFolder() {}

    /**
     * Reads examples for a classifier of texts, files in UTF-8, in the order of their names. What begins
     * with a point is passed over.
     *
     * @throws DataFileException if there are fewer than two classes, one has no text or is named as
     *     what is missing, such as {@code NA}, there are files beside the classes or folders within
     *     them, or a file is no text
     */
    public static List<LabelledText> read(Path folder) {
        return read(folder, "UTF-8");
    }

    /**
     * Reads the same from files in another encoding, for example {@code "windows-1252"}.
     *
     * @throws DataFileException as {@link #read(Path)}
     * @throws IllegalArgumentException if Java knows no encoding of that name
     */
    public static List<LabelledText> read(Path folder, String charset) {
        Charset encoding = TextFile.charset(charset);
        if (!Files.isDirectory(Given.value("folder", folder))) {
            throw new DataFileException(
                    folder,
                    Files.exists(folder) ? "is no folder" : "does not exist; check the name");
        }
        List<Path> classes = content(folder);
        for (Path each : classes) {
            if (!Files.isDirectory(each)) {
                throw new DataFileException(
                        each, "stands beside the classes; move it into the folder of its class");
            }
        }
        if (classes.size() < 2) {
            throw new DataFileException(
                    folder,
                    String.format(
                            Locale.ROOT,
                            "has %s; each class is one, and there must be two or more",
                            Batches.counted(classes.size(), "folder")));
        }
        List<LabelledText> examples = new ArrayList<>();
        classes.forEach(each -> examples.addAll(texts(each, encoding)));
        return List.copyOf(examples);
    }

    private static List<LabelledText> texts(Path folder, Charset charset) {
        List<Path> files = content(folder);
        if (files.isEmpty()) {
            throw new DataFileException(folder, "is a class without a text; fill it or delete it");
        }
        String label = folder.getFileName().toString();
        String fault = Labels.fault(label);
        if (fault != null) {
            throw new DataFileException(folder, "names a class: " + fault);
        }
        List<LabelledText> examples = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new DataFileException(
                        file,
                        String.format(
                                Locale.ROOT,
                                "stands within the class \"%s\"; move its files up",
                                label));
            }
            Corpus text = Corpus.read(file, charset, READING);
            examples.add(LabelledText.of(text.text(), label));
        }
        return examples;
    }

    private static List<Path> content(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataFileException(
                    folder,
                    String.format(Locale.ROOT, "cannot be read (%s); check its permissions", e),
                    e);
        }
    }
}
