package unroll.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import unroll.data.Fasta.Alphabet;

/** Sequences one after the other from the lines of a FASTA file. */
final class FastaReader {
    /** What other formats begin with, and what they are. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "@", "FASTQ; convert it, for example with seqtk seq -A",
                    "LOCUS", "GenBank; export it as FASTA",
                    "ID  ", "EMBL; export it as FASTA",
                    "CLUSTAL", "an alignment of Clustal; export it as FASTA",
                    "##gff", "GFF, which has places, not sequences",
                    "#NEXUS", "Nexus; export it as FASTA",
                    "##fileformat=VCF", "VCF, which has variants, not sequences",
                    ";", "FASTA of old with ';'; write '>' instead");

    private final TextStream in;
    private final Alphabet alphabet;
    private final Map<String, Integer> lines = new HashMap<>();

    FastaReader(TextStream in, Alphabet alphabet) {
        this.in = in;
        this.alphabet = alphabet;
    }

    void forEach(Consumer<FastaRecord> action) {
        while (in.peek() == '\n') {
            in.next();
        }
        if (in.peek() < 0) {
            throw new DataFileException(in.file(), "holds only empty lines");
        }
        if (in.peek() != '>') {
            throw noFasta(in.nextLine());
        }
        while (in.next() == '>') {
            action.accept(record());
        }
    }

    private DataFileException noFasta(String first) {
        if (FileKind.isPage(first)) {
            return in.fault(
                    in.line(), 1, "this is a web page or XML, no FASTA; download the file itself");
        }
        return OTHERS.entrySet().stream()
                .filter(other -> first.startsWith(other.getKey()))
                .findFirst()
                .map(other -> in.fault(in.line(), 1, "this is " + other.getValue()))
                .orElseGet(
                        () ->
                                in.fault(
                                        in.line(),
                                        1,
                                        "a FASTA file begins with '>' and the name of a sequence"));
    }

    /** Reads a sequence after its {@code >}; the next {@code >} is left. */
    private FastaRecord record() {
        int line = in.line();
        String header = in.peek() < 0 ? "" : in.nextLine();
        String id = id(header, line);
        Integer before = lines.putIfAbsent(id, line);
        if (before != null) {
            throw in.fault(
                    line,
                    2,
                    String.format(
                            Locale.ROOT,
                            "\"%s\" was there before, at line %d; rename one",
                            id,
                            before));
        }
        in.keep(2 * Kept.ITEM + Kept.of(id)); // its line in the map
        String residues = residues();
        if (residues.isEmpty()) {
            throw in.fault(
                    line,
                    1,
                    String.format(
                            Locale.ROOT,
                            "\"%s\" has no sequence; delete it or add the letters",
                            id));
        }
        return new FastaRecord(id, header.substring(id.length()).strip(), residues);
    }

    private String id(String header, int line) {
        if (header.isBlank()) {
            throw in.fault(line, 1, "'>' alone; name the sequence after it");
        }
        if (Character.isWhitespace(header.charAt(0))) {
            throw in.fault(line, 2, "white space after '>'; the name must follow at once");
        }
        int end = 0;
        while (end < header.length() && !Character.isWhitespace(header.charAt(end))) {
            end++;
        }
        return header.substring(0, end);
    }

    private String residues() {
        StringBuilder residues = new StringBuilder();
        boolean lineBegins = true;
        while (in.peek() >= 0 && !(lineBegins && in.peek() == '>')) {
            char c = (char) in.next();
            lineBegins = c == '\n';
            if (!lineBegins) {
                requireLetter(c);
                residues.append(c);
            }
        }
        return residues.toString();
    }

    private void requireLetter(char c) {
        if (c == '>') {
            throw in.here("'>' within a line; the line end before it is missing");
        }
        if (!alphabet.contains(c)) {
            String code =
                    c > ' ' && c < 127 ? "" : String.format(Locale.ROOT, " (U+%04X)", (int) c);
            throw in.here(
                    String.format(
                            Locale.ROOT,
                            "'%s'%s is no %s%s",
                            c,
                            code,
                            alphabet.words(),
                            advice(c)));
        }
    }

    private String advice(char c) {
        if (Character.isWhitespace(c)) {
            return "; remove white space within sequences";
        }
        if (c >= '0' && c <= '9') {
            return "; remove numbers of positions";
        }
        if (c == '-' || c == '.') {
            return "; this looks like an alignment: remove the gaps";
        }
        if (c == ';') {
            return "; FASTA has no comments";
        }
        if (alphabet == Alphabet.RNA && Alphabet.DNA.contains(c)) {
            return "; read DNA with alphabet(Fasta.Alphabet.DNA)";
        }
        if (alphabet == Alphabet.DNA && Alphabet.RNA.contains(c)) {
            return "; read RNA with alphabet(Fasta.Alphabet.RNA)";
        }
        return alphabet != Alphabet.PROTEIN && Alphabet.PROTEIN.contains(c)
                ? "; read proteins with alphabet(Fasta.Alphabet.PROTEIN)"
                : "";
    }
}
