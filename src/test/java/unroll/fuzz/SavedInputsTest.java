package unroll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unroll.UnrollException;

/**
 * Reads, without the fuzzer, every input saved for it: the seeds it begins with and what it has found
 * before. The folders are named as the methods of {@link ReadersFuzz}.
 */
class SavedInputsTest {
    private static final Path FOLDER = Path.of("src/test/resources/unroll/fuzz/ReadersFuzzInputs");

    @TestFactory
    List<DynamicTest> savedInputsAreReadOrRefused() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Target target : Target.values()) {
            for (Path input : inputs(target)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                target.method() + "/" + input.getFileName(),
                                () -> target.readOrRefuse(Files.readAllBytes(input))));
            }
        }
        return tests;
    }

    /** A seed that is refused at once teaches the fuzzer little. */
    @TestFactory
    Stream<DynamicTest> everyReaderHasASavedInputThatItReads() {
        return Arrays.stream(Target.values())
                .map(target -> DynamicTest.dynamicTest(target.method(), () -> readsOne(target)));
    }

    private static void readsOne(Target target) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (Path input : inputs(target)) {
            try {
                target.read(Files.readAllBytes(input));
                return;
            } catch (UnrollException e) {
                refusals.add(e.getMessage());
            }
        }
        throw new AssertionError("no saved input is read: " + refusals);
    }

    @Test
    void everyReaderIsFuzzed() {
        List<String> methods =
                Arrays.stream(ReadersFuzz.class.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> !name.contains("$"))
                        .toList();
        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Target.values()).map(Target::method).toList());
    }

    private static List<Path> inputs(Target target) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(target.method()))) {
            return files.sorted().toList();
        }
    }
}
