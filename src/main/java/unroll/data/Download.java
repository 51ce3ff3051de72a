package unroll.data;

import java.util.Locale;

/**
 * How far a download is.
 *
 * @param name the set's name
 * @param received the bytes that are there, those of an earlier try included
 * @param bytes the bytes of the whole file
 * @param note what happens or has happened, in a few words; empty while bytes arrive
 */
public record Download(String name, long received, long bytes, String note) {

    /** Returns one line: name, how much is there, note. */
    @Override
    public String toString() {
        String amounts =
                String.format(
                        Locale.ROOT,
                        "%s: %s of %s",
                        name,
                        PublicSet.megabytes(received),
                        PublicSet.megabytes(bytes));
        return note.isEmpty() ? amounts : amounts + ", " + note;
    }
}
