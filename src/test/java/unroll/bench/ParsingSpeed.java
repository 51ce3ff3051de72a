package unroll.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import unroll.data.Corpora;
import unroll.data.Corpus;
import unroll.data.Csv;
import unroll.data.Fasta;
import unroll.data.JsonLines;
import unroll.data.TuneBook;

/** How long files of the reader's own take to read, and that twice the size takes twice as long. */
public final class ParsingSpeed {
    private static final int[] MEGABYTES = {1, 2, 4, 8};
    private static final int ROUNDS = 5;
    private static final String[] TUNES = tunes();

    /**
     * A kind of file.
     *
     * @param item makes the item of a number
     * @param read reads the whole file
     */
    private record Kind(IntFunction<String> item, String begin, Consumer<Path> read) {}

    private ParsingSpeed() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(
                "parse: processor seconds for files of 1 to 8 MB; time grows with size to the power");
        System.out.println(
                "  file                    1 MB    2 MB    4 MB    8 MB    MB/s   power");
        Path file = Files.createTempFile("unroll-parse", ".txt");
        try {
            for (Map.Entry<String, Kind> entry : kinds().entrySet()) {
                double[] seconds = new double[MEGABYTES.length];
                for (int i = seconds.length - 1; i >= 0; i--) { // the largest first, to warm up
                    Files.writeString(file, content(entry.getValue(), MEGABYTES[i]));
                    seconds[i] = median(file, entry.getValue().read());
                }
                double slowest = seconds[seconds.length - 1];
                System.out.printf(
                        Locale.ROOT,
                        "  %-20s %7.3f %7.3f %7.3f %7.3f %7.1f %7.2f%n",
                        entry.getKey(),
                        seconds[0],
                        seconds[1],
                        seconds[2],
                        slowest,
                        MEGABYTES[seconds.length - 1] / slowest,
                        power(seconds));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("text", new Kind(i -> words(i) + "\n", "", Corpus::read));
        kinds.put("text, one line", new Kind(ParsingSpeed::words, "", Corpus::read));
        kinds.put(
                "text, blank lines",
                new Kind(i -> "\r\n\r", "a", file -> Corpus.read(file).items()));
        kinds.put(
                "CSV, texts",
                new Kind(
                        i -> "%s,%s%n".formatted(words(i), i % 2 == 0 ? "good" : "bad"),
                        "text,label\n",
                        file -> Csv.of(file).texts("text", "label")));
        kinds.put(
                "CSV, quotes",
                new Kind(
                        i -> "\"%s%d\",%d%n".formatted("\"\"".repeat(20), i, i % 2),
                        "text,label\n",
                        file -> Csv.of(file).texts("text", "label")));
        kinds.put(
                "CSV, numbers",
                new Kind(i -> "%d,%d.5,%d%n".formatted(i, i % 97, i % 7), "a,b,c\n", Csv::read));
        kinds.put(
                "JSON lines",
                new Kind(
                        i -> "{\"text\": \"%s\", \"label\": %d}%n".formatted(words(i), i % 2),
                        "",
                        file -> JsonLines.of(file).texts("text", "label")));
        kinds.put(
                "FASTA",
                new Kind(
                        i -> ">gene%d%n%s".formatted(i, (bases(i) + "\n").repeat(10)),
                        "",
                        file -> Fasta.of(file).records()));
        kinds.put(
                "FASTA, one line",
                new Kind(ParsingSpeed::bases, ">genome\n", file -> Fasta.of(file).records()));
        kinds.put(
                "FASTA, tagged",
                new Kind(
                        i ->
                                ">gene%d%n%s%n"
                                        .formatted(
                                                i,
                                                bases(i) + bases(i + 1).toLowerCase(Locale.ROOT)),
                        "",
                        file -> Fasta.of(file).tagged("coding", "other")));
        kinds.put("ABC", new Kind(i -> TUNES[i % TUNES.length] + "\n\n", "", TuneBook::read));
        return kinds;
    }

    private static String[] tunes() {
        return Corpora.tunes(500, 1).items().toArray(String[]::new);
    }

    private static String words(int seed) {
        StringBuilder words = new StringBuilder();
        new Random(seed).ints(12, 0, 1000).forEach(n -> words.append("word").append(n).append(' '));
        return words.append('.').toString();
    }

    private static String bases(int seed) {
        StringBuilder bases = new StringBuilder();
        new Random(seed).ints(60, 0, 4).forEach(n -> bases.append("ACGT".charAt(n)));
        return bases.toString();
    }

    private static String content(Kind kind, int megabytes) {
        StringBuilder text = new StringBuilder(kind.begin());
        for (int i = 0; text.length() < megabytes * 1_000_000; i++) {
            text.append(kind.item().apply(i));
        }
        return text.toString();
    }

    private static double median(Path file, Consumer<Path> read) {
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            read.accept(file);
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            seconds[round] = (end - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }

    /** Returns the slope of log time over log size by least squares: 1 is linear, 2 is quadratic. */
    private static double power(double[] seconds) {
        List<Integer> all = Arrays.stream(MEGABYTES).boxed().toList();
        double meanSize = all.stream().mapToDouble(Math::log).average().orElseThrow();
        double meanTime = Arrays.stream(seconds).map(Math::log).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < seconds.length; i++) {
            double size = Math.log(MEGABYTES[i]) - meanSize;
            above += size * (Math.log(seconds[i]) - meanTime);
            below += size * size;
        }
        return above / below;
    }
}
