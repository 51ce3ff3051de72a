package unroll.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How a FASTA file is read: lines that begin with {@code >} and name a sequence, each followed by its
 * letters.
 *
 * <pre>
 *   Fasta.of(Path.of("genes.fasta")).records()                       // sequences of DNA
 *   Fasta.of(Path.of("genes.fasta")).tagged("coding", "other")       // upper case is coding
 *   Fasta.of(Path.of("folds.fasta")).alphabet(Fasta.Alphabet.PROTEIN).tagged(Path.of("tags.fasta"))
 * </pre>
 *
 * <p>Every letter is checked; what is not as it should be is refused with its line and column. Reading
 * takes time in proportion to the file.
 *
 * @param file where it is
 * @param alphabet which letters it may hold
 * @param charset name of its encoding
 */
public record Fasta(Path file, Alphabet alphabet, String charset) {
    private static final int MEMORY_PER_BYTE = 4;

    /** A letter becomes a token and a tag, in lists of which copies are made. */
    private static final int MEMORY_PER_TAGGED = 24;

    /** Every letter that there may be; tokens share them. */
    private static final List<String> LETTERS =
            IntStream.range(0, 128).mapToObj(Character::toString).toList();

    /** Letters of sequences in the code of the IUPAC, in upper and lower case. */
    public enum Alphabet {
        /** The four bases, N for any of them and the letters for two or three. */
        DNA("ACGTNRYSWKMBDHV"),
        /** As DNA, with U in the place of T. */
        RNA("ACGUNRYSWKMBDHV"),
        /** The amino acids, X for any of them, the letters for two, and * for the end. */
        PROTEIN("ACDEFGHIKLMNPQRSTVWYXBZJUO*"),
        /** Any letters, digits and signs of ASCII: tags, for example. */
        ANY("");

        private final String letters;

        Alphabet(String letters) {
            this.letters = letters;
        }

        boolean contains(char c) {
            return this == ANY
                    ? c > ' ' && c < 127
                    : letters.indexOf(c >= 'a' && c <= 'z' ? c - 32 : c) >= 0;
        }

        /** Returns letters and name, for a message. */
        String words() {
            return switch (this) {
                case ANY -> "printed letter of ASCII";
                case PROTEIN -> "letter of proteins (" + letters + ")";
                default -> String.format(Locale.ROOT, "letter of %s (%s)", this, letters);
            };
        }
    }

    public Fasta {
        Objects.requireNonNull(file, "file is null: name one, for example Path.of(\"my.fasta\")");
        Given.value("alphabet", alphabet);
        TextFile.charset(charset);
    }

    /** Returns how a file of DNA in UTF-8 is read. */
    public static Fasta of(Path file) {
        return new Fasta(file, Alphabet.DNA, "UTF-8");
    }

    /** Returns this with other letters. */
    public Fasta alphabet(Alphabet letters) {
        return new Fasta(file, letters, charset);
    }

    /**
     * Returns this with another encoding, for example {@code "windows-1252"}.
     *
     * @throws IllegalArgumentException if Java knows no encoding of that name
     */
    public Fasta charset(String name) {
        return new Fasta(file, alphabet, name);
    }

    private TextFile source() {
        return new TextFile(file, TextFile.charset(charset), "charset(\"%s\")");
    }

    /**
     * Passes the sequences on one by one; only one is in memory.
     *
     * @throws DataFileException if the file is no FASTA file or has a letter that is not of the
     *     alphabet; sequences before the fault were passed on
     */
    public void forEach(Consumer<FastaRecord> action) {
        Given.value("action", action);
        try (TextStream in = source().open()) {
            new FastaReader(in, alphabet).forEach(action);
        }
    }

    /**
     * Reads all sequences, letters in the case that they have in the file.
     *
     * @throws DataFileException as {@link #forEach}
     */
    public List<FastaRecord> records() {
        return records(MEMORY_PER_BYTE);
    }

    private List<FastaRecord> records(int perByte) {
        List<FastaRecord> records = new ArrayList<>();
        try (TextStream in = source().open(perByte, "reading it")) {
            new FastaReader(in, alphabet)
                    .forEach(
                            record -> {
                                in.keep(
                                        3 * Kept.ITEM
                                                + Kept.of(record.id() + record.description()));
                                in.keep((long) perByte * record.length());
                                records.add(record);
                            });
        }
        return List.copyOf(records);
    }

    /**
     * Reads examples for a tagger from a file in which the case of a letter says what it is; the tokens
     * are the letters in upper case.
     *
     * @param upper tag of letters in upper case, such as {@code coding}
     * @param lower tag of letters in lower case, such as {@code other}
     * @throws DataFileException as {@link #forEach}, or if all letters have the same case
     * @throws IllegalArgumentException if the two tags are equal or one is blank
     */
    public List<TaggedTokens> tagged(String upper, String lower) {
        if (Labels.isBlank(Given.value("upper", upper))
                || Labels.isBlank(Given.value("lower", lower))) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a tag is blank, got \"%s\" and \"%s\"; name what upper and lower case are",
                            upper,
                            lower));
        }
        if (upper.equals(lower)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "upper and lower case are both called \"%s\"; give them two tags",
                            upper));
        }
        List<TaggedTokens> examples = new ArrayList<>();
        boolean[] seen = new boolean[2];
        for (FastaRecord record : records(MEMORY_PER_TAGGED)) {
            List<String> tags = new ArrayList<>(record.length());
            for (char c : record.residues().toCharArray()) {
                boolean isLower = Character.isLowerCase(c);
                seen[isLower ? 1 : 0] = true;
                tags.add(isLower ? lower : upper);
            }
            examples.add(
                    TaggedTokens.of(letters(record.residues().toUpperCase(Locale.ROOT)), tags));
        }
        if (!seen[0] || !seen[1]) {
            throw new DataFileException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "has letters in %s case only; case must tell \"%s\" from \"%s\", or name a file of tags",
                            seen[0] ? "upper" : "lower",
                            upper,
                            lower));
        }
        return List.copyOf(examples);
    }

    /**
     * Reads examples for a tagger from two files: sequences, and under the same names their tags, one
     * letter for each.
     *
     * @throws DataFileException as {@link #forEach} for either file, or if they do not fit
     */
    public List<TaggedTokens> tagged(Path tags) {
        Map<String, FastaRecord> byId = new HashMap<>();
        of(tags).alphabet(Alphabet.ANY).records().forEach(record -> byId.put(record.id(), record));
        List<TaggedTokens> examples = new ArrayList<>();
        for (FastaRecord record : records(MEMORY_PER_TAGGED)) {
            FastaRecord names = byId.remove(record.id());
            if (names == null) {
                throw new DataFileException(
                        tags,
                        String.format(
                                Locale.ROOT, "has no tags for \"%s\" of %s", record.id(), file));
            }
            if (names.length() != record.length()) {
                throw new DataFileException(
                        tags,
                        String.format(
                                Locale.ROOT,
                                "has %,d tags for \"%s\", which has %,d letters in %s",
                                names.length(),
                                record.id(),
                                record.length(),
                                file));
            }
            examples.add(
                    TaggedTokens.of(
                            letters(record.residues().toUpperCase(Locale.ROOT)),
                            letters(names.residues())));
        }
        if (!byId.isEmpty()) {
            throw new DataFileException(
                    tags,
                    String.format(
                            Locale.ROOT,
                            "has tags for \"%s\", which %s does not hold",
                            byId.keySet().iterator().next(),
                            file));
        }
        return List.copyOf(examples);
    }

    private static List<String> letters(String residues) {
        return residues.chars().mapToObj(LETTERS::get).toList();
    }
}
