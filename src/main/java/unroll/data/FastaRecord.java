package unroll.data;

import java.util.Locale;

/**
 * One sequence of a FASTA file.
 *
 * @param id the word after {@code >}
 * @param description what follows it on that line; may be empty
 * @param residues one letter for each, as written in the file
 */
public record FastaRecord(String id, String description, String residues) {

    public FastaRecord {
        Given.value("id", id);
        Given.value("description", description);
        if (Given.value("residues", residues).isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the sequence %s has no letter", id));
        }
    }

    /** Returns how many letters there are: T. */
    public int length() {
        return residues.length();
    }

    /** Returns a line such as {@code gene7: 1,204 letters, ATGGCC…}. */
    @Override
    public String toString() {
        String begin = residues.length() > 20 ? residues.substring(0, 20) + "…" : residues;
        return String.format(Locale.ROOT, "%s: %,d letters, %s", id, residues.length(), begin);
    }
}
