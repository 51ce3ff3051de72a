package unroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Short files, and public names that a notebook can import all at once. */
class SourceFilesTest {
    private static final int MOST_LINES = 299;

    /** What a cell sees without an import: the language's package, JShell's and the kernel's own. */
    private static final Map<String, List<String>> IMPORTED =
            Map.of(
                    "java.base",
                    List.of(
                            "java/lang",
                            "java/io",
                            "java/math",
                            "java/net",
                            "java/nio/file",
                            "java/time",
                            "java/util",
                            "java/util/concurrent",
                            "java/util/function",
                            "java/util/regex",
                            "java/util/stream"),
                    "java.prefs",
                    List.of("java/util/prefs"));

    @Test
    void everySourceFileIsShorterThan300Lines() throws IOException {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Path root : List.of(Path.of("src"), Path.of("environment"))) {
            for (Path file : handWritten(root)) {
                int lines = Files.readAllLines(file).size();
                if (lines > MOST_LINES) {
                    tooLong.put(file.toString(), lines);
                }
            }
        }
        assertThat(tooLong).as("files of 300 lines or more: split them").isEmpty();
    }

    @Test
    void noPublicNameHidesOneThatACellAlreadyHas() throws IOException {
        Map<String, String> taken = namesOfTheLanguage();
        Map<String, String> clashes = new TreeMap<>();
        for (Path file : handWritten(Path.of("src/main/java"))) {
            String name = file.getFileName().toString().replace(".java", "");
            if (isPublic(file, name)) {
                String other = taken.putIfAbsent(name, file.toString());
                if (other != null) {
                    clashes.put(file.toString(), other);
                }
            }
        }
        assertThat(clashes).as("public names that exist twice: rename ours").isEmpty();
    }

    private static boolean isPublic(Path file, String name) throws IOException {
        return Files.readString(file)
                .lines()
                .anyMatch(line -> line.matches("public .*\\b" + name + "\\b.*"));
    }

    /** Scripts and sources; not the lock files, which a tool writes. */
    private static List<Path> handWritten(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(/\\.|requirements).*"))
                    .filter(file -> file.toString().matches(".*(\\.java|\\.sh|\\.py|/[a-z]+)"))
                    .toList();
        }
    }

    private static Map<String, String> namesOfTheLanguage() throws IOException {
        Map<String, String> names = new HashMap<>();
        for (var entry : IMPORTED.entrySet()) {
            Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
            for (String folder : entry.getValue()) {
                try (Stream<Path> files =
                        Files.list(module.resolve(entry.getKey()).resolve(folder))) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.matches("\\w+\\.class"))
                            .map(file -> file.replace(".class", ""))
                            .filter(name -> isPublicClass(folder.replace('/', '.') + "." + name))
                            .forEach(name -> names.put(name, folder));
                }
            }
        }
        return names;
    }

    private static boolean isPublicClass(String name) {
        try {
            Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());
            return Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
