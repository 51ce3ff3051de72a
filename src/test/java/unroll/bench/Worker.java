package unroll.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntSupplier;
import unroll.data.Corpus;
import unroll.data.Split;
import unroll.data.TokenData;
import unroll.generate.Generation;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.model.Rnn;
import unroll.text.Vocabulary;
import unroll.train.Event;
import unroll.train.Plan;
import unroll.train.Progress;
import unroll.train.Training;

/**
 * Our side of environment/bench: a workload through the public API, as a notebook would run it.
 *
 * <pre>
 *   Worker CORPUS train KIND embedding hidden batch length rate
 *   Worker CORPUS generate embedding hidden
 * </pre>
 *
 * <p>Prints {@code ready}, then for each line {@code SECONDS} on standard input works for so long and
 * prints {@code TOKENS SECONDS}. The thread count comes from OMP_NUM_THREADS.
 */
final class Worker {
    private static final double WARM_UP_SECONDS = 3;

    private final BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private double seconds = WARM_UP_SECONDS;
    private boolean warm;
    private long tokens;
    private long start = System.nanoTime();

    private Worker() {}

    public static void main(String[] args) {
        Corpus corpus = Corpus.read(Path.of(args[0]));
        Vocabulary vocabulary = Vocabulary.ofCharacters(corpus.text());
        var worker = new Worker();
        if (args[1].equals("train")) {
            worker.train(corpus, vocabulary, args);
        } else {
            worker.generate(vocabulary, number(args[2]), number(args[3]));
        }
    }

    private void train(Corpus corpus, Vocabulary vocabulary, String[] args) {
        Body body = body(args[2], number(args[4]));
        int batch = number(args[5]);
        int length = number(args[6]);
        LanguageModel model = model(vocabulary, number(args[3]), body);
        TokenData data = Split.at(vocabulary.encode(corpus.text()), 0.9).windows(length);
        Plan plan =
                Plan.ofSteps(Integer.MAX_VALUE)
                        .batch(batch)
                        .learningRate(Double.parseDouble(args[7]))
                        .clipNorm(5)
                        .validateEvery(0);
        Progress pause =
                event -> {
                    if (event.kind() == Event.Kind.STEPPED && !goesOn(batch * length)) {
                        System.exit(0); // the model goes with the process
                    }
                };
        Training.run(model, data, plan, pause);
    }

    private void generate(Vocabulary vocabulary, int embedding, int hidden) {
        LanguageModel model = model(vocabulary, embedding, Lstm.of(hidden));
        Generation generation = Generation.of(model).temperature(1);
        IntSupplier text = () -> generation.continueText(vocabulary.token(0), 500).length() - 1;
        while (goesOn(text.getAsInt())) {}
    }

    private static LanguageModel model(Vocabulary vocabulary, int embedding, Body body) {
        return LanguageModel.over(vocabulary).embedding(embedding).body(body).seed(1).build();
    }

    private static Body body(String kind, int hidden) {
        return switch (kind) {
            case "RNN" -> Rnn.of(hidden);
            case "GRU" -> Gru.of(hidden);
            case "LSTM" -> Lstm.of(hidden);
            default -> throw new IllegalArgumentException("no body is called " + kind);
        };
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    /** Counts work done; at the end of a slice reports it and waits for the next order. */
    private boolean goesOn(int more) {
        tokens += more;
        double elapsed = (System.nanoTime() - start) / 1e9;
        if (elapsed < seconds) {
            return true;
        }
        System.out.println(warm ? String.format(Locale.ROOT, "%d %.6f", tokens, elapsed) : "ready");
        warm = true;
        String order = order();
        if (order == null) {
            return false;
        }
        seconds = Double.parseDouble(order);
        tokens = 0;
        start = System.nanoTime();
        return true;
    }

    private String order() {
        try {
            return orders.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
