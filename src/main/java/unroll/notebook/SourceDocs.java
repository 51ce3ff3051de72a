package unroll.notebook;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets shift-tab show the Javadoc of this library.
 *
 * <p>JShell reads it from sources, but only looks for those of the JDK. A field of its class for
 * source analysis says where else; it is not public, so where it cannot be set nothing changes.
 */
final class SourceDocs {
    private static final Logger LOG = LoggerFactory.getLogger(SourceDocs.class);

    private SourceDocs() {}

    static void showOnShiftTab() {
        try {
            List<Path> sources = new ArrayList<>(librarySources());
            sources.addAll(platformSources());
            Class<?> analysis = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
            Field override = analysis.getDeclaredField("availableSourcesOverride");
            override.setAccessible(true);
            override.set(null, sources);
        } catch (ReflectiveOperationException
                | IOException
                | URISyntaxException
                | RuntimeException e) {
            LOG.info("shift-tab will show signatures only: {}", e.toString());
        }
    }

    private static List<Path> librarySources() throws URISyntaxException {
        URL code = SourceDocs.class.getProtectionDomain().getCodeSource().getLocation();
        return beside(Path.of(code.toURI()));
    }

    /** Returns, for {@code unroll.jar}, the {@code unroll-sources.jar} beside it if there is one. */
    static List<Path> beside(Path code) {
        String name = code.getFileName().toString().replaceFirst("\\.jar$", "") + "-sources.jar";
        Path sources = code.resolveSibling(name);
        return Files.isRegularFile(sources) ? List.of(sources) : List.of();
    }

    /** Returns the folders, one per module, in the JDK's own sources where they are installed. */
    private static List<Path> platformSources() throws IOException {
        Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        if (!Files.isRegularFile(zip)) {
            return List.of();
        }
        FileSystem inside = FileSystems.newFileSystem(zip, (ClassLoader) null); // open to the end
        List<Path> modules = new ArrayList<>();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(inside.getRootDirectories().iterator().next())) {
            folders.forEach(modules::add);
        }
        return modules;
    }
}
