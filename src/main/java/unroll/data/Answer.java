package unroll.data;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import unroll.UnrollException;

/** What the first lines of a server's answer promise, held against what the catalogue says. */
record Answer(PublicSet set, int status, HttpHeaders headers) {
    private static final String CHANGED =
            "; the file was changed there, or something in between answers in its place";

    Answer(PublicSet set, HttpResponse<?> response) {
        this(set, response.statusCode(), response.headers());
    }

    /**
     * Returns which byte of the file the body begins with: the one asked for, or the first where the
     * server begins anew.
     *
     * @param asked how many bytes there are already
     * @throws UnrollException if the body cannot be the file
     */
    long firstByte(long asked) {
        Optional<String> coding = headers.firstValue("Content-Encoding");
        if (coding.isPresent() && !coding.get().equalsIgnoreCase("identity")) {
            throw fault("sends the file in a coding that was not asked for: " + coding.get());
        }
        return switch (status) {
            case 200 -> whole();
            case 206 -> rest(asked);
            case 401, 403 -> throw fault("does not give the file to everybody (%d)");
            case 404, 410 -> throw fault("has the file no more (%d)");
            case 416 -> throw fault("has a shorter file (%d)" + CHANGED);
            default -> throw fault("answers %d, which is not the file");
        };
    }

    private long whole() {
        OptionalLong length = headers.firstValueAsLong("Content-Length");
        if (length.isPresent() && length.getAsLong() != set.bytes()) {
            throw fault(
                    String.format(
                            Locale.ROOT,
                            "has a file of %,d bytes, expected were %,d%s",
                            length.getAsLong(),
                            set.bytes(),
                            CHANGED));
        }
        return 0;
    }

    private long rest(long asked) {
        String range = headers.firstValue("Content-Range").orElse("none");
        String expected =
                String.format(Locale.ROOT, "bytes %d-%d/%d", asked, set.bytes() - 1, set.bytes());
        if (asked == 0) {
            throw fault("sends a part of the file (%d), though all of it was asked for" + CHANGED);
        }
        if (!range.equalsIgnoreCase(expected)) {
            throw fault(
                    String.format(
                            Locale.ROOT,
                            "sends the range '%s', expected was '%s'%s",
                            range,
                            expected,
                            CHANGED));
        }
        return asked;
    }

    private UnrollException fault(String what) {
        return new UnrollException(
                String.format(
                        Locale.ROOT,
                        "%s %s",
                        set.address().getHost(),
                        what.replace("%d", "" + status)));
    }
}
