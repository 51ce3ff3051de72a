package unroll.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The contents of the files in {@code datasets/}, made anew by their generators. */
final class DatasetFiles {
    /** A file's generator as MANIFEST names it, and the text that it makes. */
    record Made(String generator, Supplier<String> text) {}

    private static final int SERIES = 2000;

    private DatasetFiles() {}

    static Map<String, Made> all() {
        Map<String, Made> files = new LinkedHashMap<>();
        files.put(
                "order-pairs.csv",
                new Made(
                        "Examples.orderPairs(600,3,7)",
                        () -> texts(Examples.orderPairs(600, 3, 7))));
        files.put(
                "reviews.csv",
                new Made("Examples.reviews(1500,7)", () -> texts(Examples.reviews(1500, 7))));
        files.put(
                "messages.csv",
                new Made("Examples.messages(1500,7)", () -> texts(Examples.messages(1500, 7))));
        files.put(
                "agreement.csv",
                new Made(
                        "Examples.agreement(1000,20,7)",
                        () -> texts(Examples.agreement(1000, 20, 7))));
        files.put(
                "sentences.txt",
                new Made("Corpora.sentences(3000,7)", () -> Corpora.sentences(3000, 7).text()));
        files.put(
                "students.csv",
                new Made("Examples.students(1000,7)", () -> students(Examples.students(1000, 7))));
        files.put(
                "copy.csv",
                new Made("MemoryTasks.copy(200,30,7)", () -> tagged(MemoryTasks.copy(200, 30, 7))));
        files.put(
                "adding.csv",
                new Made(
                        "MemoryTasks.adding(100,50,7)",
                        () -> measured(MemoryTasks.adding(100, 50, 7))));
        files.put(
                "parity.csv",
                new Made(
                        "MemoryTasks.parity(500,20,7)",
                        () -> tagged(MemoryTasks.parity(500, 20, 7))));
        files.put(
                "recall.csv",
                new Made(
                        "MemoryTasks.recall(1000,30,7)",
                        () -> texts(MemoryTasks.recall(1000, 30, 7))));
        files.put(
                "promoters.csv",
                new Made("Examples.promoters(1500,7)", () -> texts(Examples.promoters(1500, 7))));
        files.put(
                "genes.csv",
                new Made("Examples.genes(400,7)", () -> genes(Examples.genes(400, 7))));
        files.put(
                "series.csv",
                new Made(
                        "SeriesExamples.sines(2000,7),regimes,prices,autoregressive",
                        DatasetFiles::series));
        return files;
    }

    private static String texts(List<LabelledText> examples) {
        StringBuilder csv = new StringBuilder("text,label,group\n");
        for (LabelledText example : examples) {
            csv.append(row(example.text(), example.label(), example.group()));
        }
        return csv.toString();
    }

    private static String students(List<Student> students) {
        StringBuilder csv = new StringBuilder("hours,lectures,sleep,earlier,passed\n");
        for (Student s : students) {
            csv.append(row(s.hours(), s.lectures(), s.sleep(), s.earlier(), s.passed()));
        }
        return csv.toString();
    }

    private static String tagged(List<TaggedTokens> examples) {
        StringBuilder csv = new StringBuilder("tokens,tags\n");
        for (TaggedTokens e : examples) {
            csv.append(row(String.join(" ", e.tokens()), String.join(" ", e.tags())));
        }
        return csv.toString();
    }

    /** Bases and tags letter below letter: c for coding, o for other. */
    private static String genes(List<TaggedTokens> examples) {
        StringBuilder csv = new StringBuilder("bases,tags\n");
        for (TaggedTokens e : examples) {
            String tags = String.join("", e.tags().stream().map(t -> t.substring(0, 1)).toList());
            csv.append(row(String.join("", e.tokens()), tags));
        }
        return csv.toString();
    }

    private static String measured(List<MeasuredSequence> examples) {
        StringBuilder csv = new StringBuilder("sequence,step,value,marked,target\n");
        for (int i = 0; i < examples.size(); i++) {
            MeasuredSequence e = examples.get(i);
            for (int t = 0; t < e.length(); t++) {
                csv.append(row(i, t, e.steps()[t][0], (int) e.steps()[t][1], e.target()));
            }
        }
        return csv.toString();
    }

    private static String series() {
        StringBuilder csv = new StringBuilder("step,sines,regimes,prices,autoregressive\n");
        double[] sines = SeriesExamples.sines(SERIES, 7).values();
        double[] regimes = SeriesExamples.regimes(SERIES, 7).values();
        double[] prices = SeriesExamples.prices(SERIES, 7).values();
        double[] control = SeriesExamples.autoregressive(SERIES, 7).values();
        for (int t = 0; t < SERIES; t++) {
            csv.append(row(t, sines[t], regimes[t], prices[t], control[t]));
        }
        return csv.toString();
    }

    /** One line of comma-separated values, quoted where RFC 4180 asks for it. */
    private static String row(Object... cells) {
        List<String> quoted =
                Stream.of(cells)
                        .map(Object::toString)
                        .map(
                                cell ->
                                        cell.matches("[^,\"\n]*")
                                                ? cell
                                                : '"' + cell.replace("\"", "\"\"") + '"')
                        .toList();
        return String.join(",", quoted) + "\n";
    }
}
