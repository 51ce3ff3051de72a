package unroll.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import tech.tablesaw.api.Table;
import unroll.UnrollException;
import unroll.data.Catalogue;
import unroll.data.Corpus;
import unroll.data.Csv;
import unroll.data.Fasta;
import unroll.data.FastaRecord;
import unroll.data.JsonLines;
import unroll.music.Abc;
import unroll.music.AbcEntry;
import unroll.music.Tune;

/** The readers of files that come from anywhere; each may refuse, in its own words only. */
enum Target {
    TEXT {
        @Override
        void read(byte[] input) {
            Corpus corpus = Corpus.read(file(".txt", input));
            require(!corpus.text().isBlank(), "a corpus has text");
            require(!corpus.items().isEmpty(), "a corpus has items");
            require(corpus.text().indexOf('\r') < 0, "lines end in \\n");
        }
    },

    ABC {
        @Override
        void read(byte[] input) {
            Tune tune = Abc.parse(text(input));
            require(!tune.toString().isBlank(), "a tune has words");
            require(tune.notes().size() <= 200_000, "a tune has at most 200,000 notes");
            tune.notes().forEach(note -> require(note.midi() >= 0 && note.midi() < 128, "pitch"));
        }
    },

    ABC_COLLECTION {
        @Override
        void read(byte[] input) {
            for (AbcEntry entry : Abc.parseAll(text(input))) {
                require(entry.accepted() != entry.error().isPresent(), "read or refused");
            }
        }
    },

    CSV {
        @Override
        void read(byte[] input) {
            Csv csv = Csv.of(file(".csv", input));
            Table table = csv.table();
            AtomicInteger rows = new AtomicInteger();
            csv.forEach(row -> rows.incrementAndGet());
            require(rows.get() == table.rowCount(), "as many rows one by one as in the table");
            tryAlso(() -> csv.texts("text", "label"));
            tryAlso(() -> csv.carryForward(true).series("value"));
        }
    },

    FASTA {
        @Override
        void read(byte[] input) {
            Fasta fasta = Fasta.of(file(".fasta", input));
            tryAlso(() -> fasta.alphabet(Fasta.Alphabet.ANY).records());
            tryAlso(() -> fasta.tagged("coding", "other"));
            List<FastaRecord> records = fasta.records();
            require(!records.isEmpty(), "a file that is read has sequences");
            records.forEach(
                    record -> require(!record.residues().isEmpty(), "and they have letters"));
        }
    },

    JSON_LINES {
        @Override
        void read(byte[] input) {
            JsonLines lines = JsonLines.of(file(".jsonl", input));
            tryAlso(() -> lines.texts("text", "label"));
            tryAlso(() -> lines.tagged("tokens", "tags"));
            tryAlso(() -> lines.series("value"));
            lines.forEach(object -> require(object != null, "each line is an object"));
        }
    },

    CATALOGUE {
        @Override
        void read(byte[] input) {
            Catalogue catalogue = Catalogue.read(file(".json", input));
            require(catalogue.table().rowCount() == catalogue.sets().size(), "a row for each set");
        }
    };

    /** Returns the name of its method in {@link ReadersFuzz}: ABC_COLLECTION is abcCollection. */
    String method() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder method = new StringBuilder(words[0]);
        for (int word = 1; word < words.length; word++) {
            method.append(words[word].substring(0, 1).toUpperCase(Locale.ROOT));
            method.append(words[word].substring(1));
        }
        return method.toString();
    }

    /** Reads the input; what it throws but {@link UnrollException} is a finding. */
    abstract void read(byte[] input);

    /** Reads the input and accepts its being refused with a message of one line or more. */
    void readOrRefuse(byte[] input) {
        tryAlso(() -> read(input));
    }

    /** Another way to read the same file, which may refuse it as well. */
    private static void tryAlso(Runnable reading) {
        try {
            reading.run();
        } catch (UnrollException e) {
            require(e.getMessage() != null && !e.getMessage().isBlank(), "a refusal says why");
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /** The same file each time, in a folder of this process: the readers take a path. */
    private static Path file(String ending, byte[] input) {
        try {
            return Files.write(Folder.PATH.resolve("input" + ending), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made when the first reader wants it. */
    private static final class Folder {
        static final Path PATH = make();

        private static Path make() {
            try {
                Path shared = Path.of("/dev/shm"); // in memory where there is such a thing
                return Files.isWritable(shared)
                        ? Files.createTempDirectory(shared, "unroll-fuzz")
                        : Files.createTempDirectory("unroll-fuzz");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
