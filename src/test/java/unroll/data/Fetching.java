package unroll.data;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A set made for a test and the impatient store that fetches it. */
final class Fetching {
    static final Transfer.Limits IMPATIENT =
            new Transfer.Limits(
                    Duration.ofSeconds(5), Duration.ofMillis(1000), 3, Duration.ofMillis(20));

    private Fetching() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    static PublicSet set(String address, byte[] file) {
        return PublicSet.of(
                "test-set", "made for a test", address, file.length, sha256(file), "CC0", "nobody");
    }

    static SetStore store(Path root) {
        return new SetStore(Map.of(), root, IMPATIENT, told -> {});
    }

    static SetStore offlineStore(Path root) {
        return new SetStore(Map.of("UNROLL_OFFLINE", "1"), root, IMPATIENT, told -> {});
    }

    static List<Download> told() {
        return new CopyOnWriteArrayList<>();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fetches in a process of its own: address, bytes, SHA-256, folder. */
    public static void main(String... arguments) {
        PublicSet set =
                PublicSet.of(
                        "test-set",
                        "made for a test",
                        arguments[0],
                        Long.parseLong(arguments[1]),
                        arguments[2],
                        "CC0",
                        "nobody");
        System.out.println("ready " + store(Path.of(arguments[3])).fetch(set));
    }
}
