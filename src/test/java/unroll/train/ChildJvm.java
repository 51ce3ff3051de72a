package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the class path and the environment of this one. */
final class ChildJvm {
    private final ProcessBuilder builder;

    private ChildJvm(List<String> command) {
        builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    static ChildJvm of(Class<?> program, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(command);
    }

    ChildJvm threads(int threads) {
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        return this;
    }

    /** Runs it to its end and returns what it printed. */
    String output() throws IOException, InterruptedException {
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
