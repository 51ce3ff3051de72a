package unroll.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The arithmetic that windows and streams share. */
final class Batches {
    private Batches() {}

    static void requireBatch(int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "batch must be 1 or more, got %d; try 32", batch));
        }
    }

    /** Refuses sequences that no array, or not the memory, can hold: inputs, targets and starts. */
    static void requireRoom(int batch, int length, String what) {
        requireBatch(batch);
        long memory = Runtime.getRuntime().maxMemory();
        long most = Math.min(Integer.MAX_VALUE - 8, memory / (3 * Integer.BYTES));
        if ((long) batch * length > most) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a batch of %,d sequences of %,d %s is too large: with the %,d MB that Java may"
                                    + " use at most %,d fit; try 32",
                            batch,
                            length,
                            what,
                            memory / 1_000_000,
                            most / length));
        }
    }

    /** Returns a number with its noun: {@code 1 item}, {@code 2,000 items}. */
    static String counted(int count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /** Returns how many batches hold so many sequences, the last one perhaps smaller. */
    static int count(int sequences, int batch) {
        requireBatch(batch);
        return (int) (((long) sequences + batch - 1) / batch);
    }

    /** Returns the batch of that index when sequences are taken in their order. */
    static <S> List<S> part(List<S> sequences, int index, int batch) {
        int end = (int) Math.min(sequences.size(), (index + 1L) * batch);
        return sequences.subList(index * batch, end);
    }

    /** Returns one row for each start: {@code length} ids from there and the ids one further. */
    static TokenBatch at(int[] ids, int[] starts, int length) {
        int[] inputs = new int[starts.length * length]; // (B, T)
        int[] targets = new int[starts.length * length]; // (B, T)
        for (int row = 0; row < starts.length; row++) {
            System.arraycopy(ids, starts[row], inputs, row * length, length);
            System.arraycopy(ids, starts[row] + 1, targets, row * length, length);
        }
        return new TokenBatch(inputs, targets, starts.length, length);
    }

    static TokenBatch draw(int[] ids, int length, int batch, RandomGenerator random) {
        requireRoom(batch, length, "tokens");
        int[] starts = new int[batch];
        Arrays.setAll(starts, row -> random.nextInt(ids.length - length));
        return at(ids, starts, length);
    }

    /** Returns {@code starts} cut into batches, the last one smaller if they do not come out even. */
    static List<TokenBatch> inTurn(int[] ids, int[] starts, int length, int batch) {
        return lazy(
                count(starts.length, batch),
                i -> {
                    int end = (int) Math.min(starts.length, (i + 1L) * batch);
                    return at(ids, Arrays.copyOfRange(starts, i * batch, end), length);
                });
    }

    /** Returns where consecutive windows that do not overlap begin. */
    static int[] consecutive(int[] ids, int from, int length) {
        int windows = Math.max(0, (ids.length - 1 - from) / length);
        return IntStream.range(0, windows).map(i -> from + i * length).toArray();
    }

    /** Returns a list that makes its batches when asked, so that an epoch costs no memory. */
    static <B> List<B> lazy(int size, IntFunction<B> batch) {
        return new AbstractList<>() {
            @Override
            public B get(int index) {
                Objects.checkIndex(index, size);
                return batch.apply(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Returns the text with what the reader should know, as a cell shows it. */
    static String withNotes(String text, List<String> notes) {
        return notes.isEmpty() ? text : text + "; " + String.join("; ", notes);
    }

    /** Returns -sum p ln p over the frequencies p of the ids. */
    static double entropy(int[] ids) {
        int[] sorted = ids.clone();
        Arrays.sort(sorted);
        double entropy = 0;
        for (int i = 0; i < sorted.length; ) {
            int run = i;
            while (run < sorted.length && sorted[run] == sorted[i]) {
                run++;
            }
            double p = (run - i) / (double) sorted.length;
            entropy -= p * Math.log(p);
            i = run;
        }
        return entropy;
    }
}
