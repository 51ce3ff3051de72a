package unroll.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import unroll.generate.Generation;
import unroll.model.LanguageModel;
import unroll.model.Lstm;

/** A program that does one thing for long, and prints now and then how much memory it has. */
final class Soak {

    private Soak() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case "steps" -> steps();
            case "tokens" -> tokens();
            case "builds" -> builds();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void steps() {
        try (var model = Tiny.model(Lstm.of(64))) {
            var plan = Tiny.plan(10_000).learningRate(1e-3).validateEvery(500);
            Progress gauge =
                    event -> {
                        if (event.step() % 1000 == 0) {
                            print(event.step());
                        }
                    };
            Training.run(model, Tiny.windows(), plan, gauge);
        }
    }

    private static void tokens() {
        try (var model = Tiny.model(Lstm.of(64))) {
            for (int thousand = 0; thousand <= 100; thousand++) {
                if (thousand % 10 == 0) {
                    print(thousand * 1000);
                }
                Generation.of(model).seed(thousand).continueText("a", 1000);
            }
        }
    }

    private static void builds() {
        for (int run = 0; run <= 100; run++) {
            LanguageModel model = Tiny.model(Lstm.of(512)); // 4 MB, never closed
            if (run % 10 == 0) {
                print(run); // a build has just made room; between two, memory swings
            }
            Training.run(model, Tiny.windows(), Tiny.plan(2));
        }
    }

    private static void print(int count) {
        try {
            String status = Files.readString(Path.of("/proc/self/status"));
            String resident = status.replaceAll("(?s).*VmRSS:\\s*(\\d+) kB.*", "$1");
            double megabytes = Long.parseLong(resident) * 1024 / 1e6;
            System.out.println(String.format(Locale.ROOT, "%d %.1f", count, megabytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
