package unroll.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import unroll.UnrollException;

/**
 * The cache of public sets: a folder for each, in it the file, complete and verified or absent.
 *
 * <p>While a file comes it is called {@code ….part}; it gets its name when its digest is right. The
 * file {@code .lock} is locked meanwhile, so that of several programs one downloads and the others
 * wait.
 */
final class SetStore {
    /** Of this program, one download at a time: a file lock does not hold between its threads. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private static final int WAIT = 100;

    private final Path root;
    private final boolean offline;
    private final Transfer.Limits limits;
    private final EnvironmentProxies proxies;
    private final Consumer<Download> progress;

    SetStore(
            Map<String, String> environment,
            Path root,
            Transfer.Limits limits,
            Consumer<Download> progress) {
        this.root = root.toAbsolutePath();
        this.offline = CacheFolder.isOffline(environment);
        this.limits = limits;
        this.proxies = new EnvironmentProxies(ProxySelector.getDefault(), environment);
        this.progress = progress;
    }

    static SetStore ofThisMachine(Consumer<Download> progress) {
        Map<String, String> environment = System.getenv();
        Path root = CacheFolder.find(environment, System.getProperty("os.name"));
        return new SetStore(environment, root, Transfer.Limits.USUAL, progress);
    }

    /** What is done while nobody else touches the set's folder. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Returns the file, which is right, or throws. */
    Path fetch(PublicSet set) {
        Path file = file(set);
        guarded(
                set,
                String.format(
                        Locale.ROOT,
                        "the download of %s was stopped; run it again to go on where it stopped",
                        set.name()),
                () -> {
                    if (!isRight(file, set)) {
                        get(set, file);
                    }
                });
        return file;
    }

    /** Returns the folder of an archive's contents, which is complete, or throws. */
    Path unpack(PublicSet set) {
        if (!Archive.isOne(set.fileName())) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "%s is no archive (%s): nothing to unpack, use fetch()",
                            set.fileName(),
                            Archive.KINDS));
        }
        Path folder = root.resolve(set.name()).resolve("unpacked-" + set.sha256().substring(0, 12));
        Unpacked unpacked = new Unpacked(folder);
        if (!unpacked.isComplete()) {
            Path file = fetch(set);
            guarded(
                    set,
                    String.format(
                            Locale.ROOT, "unpacking %s was stopped; run it again", set.name()),
                    () -> locked(set, () -> unpack(set, file, unpacked)));
        }
        return folder;
    }

    private void unpack(PublicSet set, Path file, Unpacked unpacked) throws IOException {
        if (!unpacked.isComplete()) { // no other program was first
            tell(set, set.bytes(), "unpacking");
            unpacked.fill(file);
        }
    }

    private void get(PublicSet set, Path file) throws IOException, InterruptedException {
        try {
            requireOnline(file);
            locked(set, () -> download(set, file));
        } catch (UnrollException e) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the set %s cannot be had: %s; to do it by hand, save %s as %s (%,d bytes,"
                                    + " SHA-256 %s)",
                            set.name(),
                            e.getMessage(),
                            set.address(),
                            file,
                            set.bytes(),
                            set.sha256()),
                    e);
        }
    }

    private void download(PublicSet set, Path file) throws IOException, InterruptedException {
        if (isRight(file, set)) {
            return; // another program was first
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long begun = Files.exists(part) ? Files.size(part) : 0;
        requireRoom(file.getParent(), set.bytes() - begun);
        tell(set, begun, begun == 0 ? "downloading from " + set.address() : "going on");
        transfer(set, part);
        if (begun > 0 && !isRight(part, set)) {
            Files.delete(part); // what an earlier try left was not the beginning of this file
            tell(set, 0, "the beginning was another file's; downloading anew");
            transfer(set, part);
        }
        if (!isRight(part, set)) {
            String found = digest(part);
            Files.delete(part);
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "what %s sends has the SHA-256 %s, expected was %s: the file was changed there,"
                                    + " or something in between answers in its place",
                            set.address().getHost(),
                            found,
                            set.sha256()));
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        tell(set, set.bytes(), "verified, saved as " + file);
    }

    private void transfer(PublicSet set, Path part) throws IOException, InterruptedException {
        new Transfer(set, part, limits, proxies, progress).run();
    }

    private void locked(PublicSet set, Work work) throws IOException, InterruptedException {
        Path folder = root.resolve(set.name());
        HERE.lockInterruptibly();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(
                            folder.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE)) {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    tell(set, 0, "waiting for another program that fetches it");
                }
                while (lock == null) {
                    Thread.sleep(WAIT);
                    lock = channel.tryLock();
                }
                work.run();
            }
        } finally {
            HERE.unlock();
        }
    }

    /** Runs the work; a stop or a fault of the disk ends in a message that says what to do. */
    private void guarded(PublicSet set, String stopped, Work work) {
        try {
            work.run();
        } catch (InterruptedException | ClosedByInterruptException e) {
            Thread.interrupted(); // the stop is answered here; the next cell shall run
            throw new UnrollException(stopped, e);
        } catch (IOException e) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the set %s cannot be kept in %s (%s); free space or rights there, or set"
                                    + " UNROLL_CACHE to another folder",
                            set.name(),
                            root,
                            e),
                    e);
        }
    }

    private void requireOnline(Path file) throws IOException {
        if (!offline) {
            return;
        }
        String found =
                Files.exists(file)
                        ? String.format(
                                Locale.ROOT,
                                "the file in the cache is not it (%,d bytes, SHA-256 %s)",
                                Files.size(file),
                                digest(file))
                        : "it is not in the cache";
        throw new UnrollException(
                found + " and UNROLL_OFFLINE is set: unset it where there is a network");
    }

    private static void requireRoom(Path folder, long bytes) {
        long all = folder.toFile().getTotalSpace();
        long free = folder.toFile().getUsableSpace();
        if (all > 0 && free < bytes) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "no room: %,d bytes are missing, %,d are free in %s; free some, or set"
                                    + " UNROLL_CACHE to a folder on another disk",
                            bytes,
                            free,
                            folder));
        }
    }

    private Path file(PublicSet set) {
        return root.resolve(set.name()).resolve(set.fileName());
    }

    private static boolean isRight(Path file, PublicSet set) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == set.bytes()
                && digest(file).equals(set.sha256());
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void tell(PublicSet set, long received, String note) {
        progress.accept(new Download(set.name(), received, set.bytes(), note));
    }
}
