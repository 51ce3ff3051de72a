package unroll.engine;

import java.io.File;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much can still be written to a disk. */
public final class DiskSpace {
    private DiskSpace() {}

    /**
     * Returns the bytes that are free where a folder lies, or nothing where the system does not say:
     * {@code Files.getFileStore} would fail where the root is no mount point, as in a chroot.
     */
    public static OptionalLong free(Path folder) {
        File file = folder.toFile();
        return file.getTotalSpace() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(file.getUsableSpace());
    }
}
