package unroll.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A data set that others publish, with all that is needed to fetch exactly it.
 *
 * <pre>
 *   var tunes = Catalogue.shipped().set("irish-tunes");
 *   var corpus = Corpus.read(tunes.fetch());     // downloaded the first time only
 * </pre>
 *
 * <p>It lies in the cache: the folder that {@code UNROLL_CACHE} names, else the user's own folder for
 * such things. With {@code UNROLL_OFFLINE=1} nothing is downloaded, and a message says which file to
 * put where. A proxy is taken from Java's settings or from {@code HTTPS_PROXY} and {@code NO_PROXY}.
 *
 * @param name its name in the catalogue: lower-case letters, digits and hyphens
 * @param description what it is, in a few words
 * @param address where it lies: https, or http on this machine
 * @param bytes how large the file is
 * @param sha256 the SHA-256 of the file, 64 hexadecimal digits
 * @param licence under which licence it may be used
 * @param citation how its publishers are cited
 */
public record PublicSet(
        String name,
        String description,
        URI address,
        long bytes,
        String sha256,
        String licence,
        String citation) {
    private static final long MOST_BYTES = 1L << 40;
    private static final int MOST_PORT = 65_535;

    /**
     * Checks what a download relies on.
     *
     * @throws IllegalArgumentException if something is missing or cannot be trusted; the message says
     *     what
     */
    public PublicSet {
        requireText("name", name);
        require(
                name.matches("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?"),
                String.format(
                        Locale.ROOT,
                        "the name '%s' is no name of a set: lower-case letters, digits and hyphens between"
                                + " them, as in irish-tunes",
                        name));
        requireText("description", description);
        Objects.requireNonNull(address, "address is null: give the https address of the file");
        requireTrusted(name, address);
        require(
                bytes > 0 && bytes <= MOST_BYTES,
                String.format(
                        Locale.ROOT,
                        "the set %s is said to have %,d bytes; give the size of the file in bytes",
                        name,
                        bytes));
        requireText("sha256", sha256);
        require(
                sha256.matches("[0-9a-fA-F]{64}"),
                String.format(
                        Locale.ROOT,
                        "the SHA-256 of the set %s is '%s'; give the 64 hexadecimal digits that sha256sum"
                                + " prints for the file",
                        name,
                        sha256));
        sha256 = sha256.toLowerCase(Locale.ROOT);
        requireText("licence", licence);
        requireText("citation", citation);
        String file = fileName(address);
        require(
                file.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
                        && !file.matches(".*\\.(part|lock)"),
                String.format(
                        Locale.ROOT,
                        "the address of the set %s ends in '%s', which is no name for a file; give one that"
                                + " ends as in …/irish.abc",
                        name,
                        file));
    }

    /**
     * Describes a file to fetch; {@code sha256sum} or {@code shasum -a 256} print its digest.
     *
     * @throws IllegalArgumentException as the record's constructor, and if the address is none
     */
    public static PublicSet of(
            String name,
            String description,
            String address,
            long bytes,
            String sha256,
            String licence,
            String citation) {
        Objects.requireNonNull(address, "address is null: give the https address of the file");
        try {
            return new PublicSet(
                    name, description, new URI(address), bytes, sha256, licence, citation);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the address '%s' of the set %s is none (%s); give it as a browser shows it",
                            address,
                            name,
                            e.getReason()),
                    e);
        }
    }

    /**
     * Returns the file, downloaded when it is not in the cache yet, and prints how that goes.
     *
     * <p>Its size and SHA-256 are compared at every call. A download that was stopped goes on where it
     * stopped; of several programs that want the file at once, one downloads it.
     *
     * @throws unroll.UnrollException if it cannot be had; the message says what to do
     */
    public Path fetch() {
        return fetch(new PrintedProgress());
    }

    /**
     * Returns the file as {@link #fetch()} and tells {@code progress} how the download goes, at most
     * five times a second.
     *
     * @throws unroll.UnrollException if it cannot be had; the message says what to do
     */
    public Path fetch(Consumer<Download> progress) {
        Objects.requireNonNull(progress, "progress is null: leave it out to see the progress");
        return SetStore.ofThisMachine(progress).fetch(this);
    }

    /**
     * Returns the folder with the contents of an archive (.zip, .tar.gz, .tgz), fetched and unpacked
     * the first time. The folder is complete or not there.
     *
     * @throws IllegalStateException if the file is no archive
     * @throws unroll.UnrollException if it cannot be had or unpacked; the message says what to do
     */
    public Path unpack() {
        return SetStore.ofThisMachine(new PrintedProgress()).unpack(this);
    }

    /** Returns the name of the file in the cache. */
    String fileName() {
        return fileName(address);
    }

    /** Returns a card: what it is, how large, where from, under which licence, how to cite it. */
    @Override
    public String toString() {
        return String.join(
                "\n",
                String.format(Locale.ROOT, "%s: %s", name, description),
                String.format(
                        Locale.ROOT,
                        "  %s, licence %s, from %s",
                        megabytes(bytes),
                        licence,
                        address),
                String.format(Locale.ROOT, "  cite: %s", citation));
    }

    /** Returns a size as "0.2 MB", small ones in bytes. */
    static String megabytes(long bytes) {
        return bytes < 100_000
                ? String.format(Locale.ROOT, "%,d bytes", bytes)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    /** True where nobody in between can change what is sent: https, or http on this machine. */
    static boolean isTrusted(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme()) && isHere(address.getHost()));
    }

    /** True for names of this machine; a name is not looked up, which would ask the network. */
    static boolean isHere(String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                        || host.equals("[::1]"));
    }

    private static void requireTrusted(String name, URI address) {
        require(
                address.getHost() != null && address.getRawUserInfo() == null,
                String.format(
                        Locale.ROOT,
                        "the address '%s' of the set %s does not name a server; give it as in"
                                + " https://example.org/data/set.zip",
                        address,
                        name));
        require(
                address.getPort() == -1
                        || (address.getPort() > 0 && address.getPort() <= MOST_PORT),
                String.format(
                        Locale.ROOT,
                        "the address '%s' of the set %s has the port %d; ports are 1 to %d, and https needs"
                                + " none",
                        address,
                        name,
                        address.getPort(),
                        MOST_PORT));
        require(
                isTrusted(address),
                String.format(
                        Locale.ROOT,
                        "the set %s would be fetched from %s, where anybody in between can change it; give an"
                                + " https address (http only on this machine)",
                        name,
                        address));
    }

    private static String fileName(URI address) {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void requireText(String what, String text) {
        require(
                text != null && !text.isBlank() && text.length() <= 1000,
                String.format(
                        Locale.ROOT,
                        "%s is missing or longer than 1000 characters; give one",
                        what));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
