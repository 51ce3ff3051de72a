package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the engine in processes of their own, in an environment that is not as it should be. */
@Tag("engine")
class EngineStartTest {
    @TempDir Path cache;

    private record Start(int code, String out) {}

    private Start start(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:ErrorFile=" + cache.resolve("crash.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineProbe.class.getName());
        builder.environment().putAll(environment);
        Path out = cache.resolve("out");
        Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Start(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    @Test
    void saysWhichEnginesThereAre() throws IOException, InterruptedException {
        assertThat(start(Map.of("UNROLL_ENGINE", "TensorFlow")).out())
                .isEqualToIgnoringNewLines(
                        "refused: UNROLL_ENGINE is 'TensorFlow'; it can be PyTorch or MXNet");
    }

    @Test
    void saysThatAGivenFolderHoldsNoLibrary() throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("PYTORCH_LIBRARY_PATH", "/nowhere", "MXNET_LIBRARY_PATH", "/nowhere");
        assertThat(start(environment).out())
                .startsWith("refused: ")
                .contains("_LIBRARY_PATH is /nowhere, where there is no lib");
    }

    @Tag("slow")
    @Test
    void aCutLibraryIsUnpackedAgainAndLeftoversGo() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("DJL_CACHE_DIR", cache.toString());
        assertThat(start(environment).code()).isZero();
        Path engine = cache.resolve(Engines.isPyTorch() ? "pytorch" : "mxnet");
        Path leftover = Files.createDirectory(engine.resolve("tmp123"));
        Files.setLastModifiedTime(
                leftover, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path library;
        try (Stream<Path> files = Files.walk(engine)) {
            library =
                    files.filter(file -> file.toString().matches(".*lib(torch_cpu|mxnet)\\.so"))
                            .findFirst()
                            .orElseThrow();
        }
        long size = Files.size(library);
        try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
            file.setLength(size / 2); // loading this kills a process
        }
        Start mended = start(environment);
        assertThat(mended.code()).as(mended.out()).isZero();
        assertThat(mended.out())
                .contains("a native library was damaged and is unpacked again: ")
                .contains("%d bytes, expected %d".formatted(size / 2, size));
        assertThat(library).hasSize(size);
        assertThat(leftover).doesNotExist();
        assertThat(start(environment).out()).doesNotContain("damaged");
    }
}
