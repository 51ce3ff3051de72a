package unroll.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;
import unroll.music.Abc;
import unroll.music.AbcEntry;
import unroll.music.AbcException;
import unroll.music.Tune;

/**
 * A collection of tunes in ABC notation, some of which may be refused, as those without {@code X:}.
 *
 * <pre>
 *   var book = TuneBook.read(Path.of("my.abc"));
 *   book.summary()                                   // how many of which metre, how long
 *   book.faults()                                    // what was refused, where and why
 *   LanguageModel.over(Vocabulary.ofCharacters(book.corpus().text()))
 * </pre>
 *
 * @param file where it stands
 * @param entries every tune, read or refused, in order
 */
public record TuneBook(Path file, List<AbcEntry> entries) {

    /** Notes, bars and places of a tune, by its characters and beside them. */
    private static final int MEMORY_PER_CHARACTER = 80;

    private static final int MEMORY_PER_TUNE = 1000;

    private static final String READING = "TuneBook.read(path, \"%s\")";

    public TuneBook {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws DataFileException if it is no text, or none of its tunes can be read; the message names
     *     the place of the first fault
     */
    public static TuneBook read(Path file) {
        return read(file, "UTF-8");
    }

    /**
     * Reads a file in another encoding, for example {@code "windows-1252"}.
     *
     * @throws DataFileException as {@link #read(Path)}
     * @throws IllegalArgumentException if Java knows no encoding of that name
     */
    public static TuneBook read(Path file, String charset) {
        Corpus corpus = Corpus.read(file, TextFile.charset(charset), READING);
        long length = corpus.text().length();
        long tunes = corpus.text().lines().filter(line -> line.startsWith("X:")).count();
        double memory = (double) MEMORY_PER_CHARACTER * length + (double) MEMORY_PER_TUNE * tunes;
        if (memory > Runtime.getRuntime().maxMemory()) {
            TextFile source = new TextFile(file, TextFile.charset(charset), READING);
            throw source.tooLarge(length, "reading it", memory);
        }
        return of(file, corpus);
    }

    private static TuneBook of(Path file, Corpus corpus) {
        List<AbcEntry> entries = Abc.parseAll(corpus.text());
        if (entries.isEmpty()) {
            throw new DataFileException(file, "holds no tune: no line begins with X:, as in X:1");
        }
        if (entries.stream().noneMatch(AbcEntry::accepted)) {
            AbcException first = entries.get(0).error().orElseThrow();
            throw new DataFileException(file, first);
        }
        return new TuneBook(file, entries);
    }

    /** Returns the tunes that could be read. */
    public List<Tune> tunes() {
        return entries.stream().flatMap(entry -> entry.tune().stream()).toList();
    }

    /** Returns a sentence for each tune that was refused: file, line, column and why. */
    public List<String> faults() {
        return entries.stream()
                .flatMap(entry -> entry.error().stream())
                .map(fault -> String.format(Locale.ROOT, "%s, %s", file, fault.getMessage()))
                .toList();
    }

    /** Returns the text of the tunes that could be read, a blank line after each. */
    public Corpus corpus() {
        StringBuilder text = new StringBuilder();
        entries.stream()
                .filter(AbcEntry::accepted)
                .forEach(entry -> text.append(entry.source().strip()).append("\n\n"));
        return Corpus.of(String.valueOf(file.getFileName()), text.toString());
    }

    /** Returns one row for each metre and one for what was refused: how many, lengths in characters. */
    public Table summary() {
        Map<String, List<Integer>> lengths = new LinkedHashMap<>();
        for (AbcEntry entry : entries) {
            String metre = entry.tune().map(tune -> String.valueOf(tune.metre())).orElse("refused");
            lengths.computeIfAbsent(metre, m -> new ArrayList<>()).add(entry.source().length());
        }
        return Overview.lengths("tunes", "metre", "tunes", lengths);
    }

    /** Returns one line such as {@code my.abc: 897 tunes, 3 refused}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s, %,d refused",
                file.getFileName(),
                Batches.counted(tunes().size(), "tune"),
                faults().size());
    }
}
