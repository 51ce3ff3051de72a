package unroll.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folder of an archive's contents, and beside it a list of them by which a loss is noticed. */
record Unpacked(Path folder) {

    /** Returns whether every file of the list is there in its size. */
    boolean isComplete() {
        try {
            return Files.isDirectory(folder)
                    && Files.isRegularFile(list())
                    && Files.readAllLines(list()).stream().allMatch(this::isThere);
        } catch (IOException e) {
            return false; // the list is damaged: it is made anew with the folder
        }
    }

    private boolean isThere(String entry) {
        int space = entry.indexOf(' ');
        Path file = folder.resolve(entry.substring(space + 1));
        return space > 0
                && Files.isRegularFile(file)
                && entry.substring(0, space).equals(Long.toString(file.toFile().length()));
    }

    /** Unpacks anew; the folder is there when all is in it. */
    void fill(Path archive) throws IOException {
        Path beside = folder.resolveSibling("unpacking");
        Archive.delete(beside); // what a killed program left
        try {
            List<String> files = new Archive(archive).unpackTo(beside);
            Files.write(list(), files);
            Archive.delete(folder);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Archive.delete(beside);
        }
    }

    private Path list() {
        return folder.resolveSibling(folder.getFileName() + ".list");
    }
}
