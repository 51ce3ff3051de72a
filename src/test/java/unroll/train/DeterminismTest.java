package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.engine.Engines;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.Lstm;
import unroll.model.Rnn;
import unroll.trace.History;

/**
 * The same seed gives the same losses, bit for bit, in another process on as many threads.
 *
 * <p>Whether one and two threads agree is the engine's affair: it is printed, not promised.
 */
@Tag("engine")
@Tag("long") // two threads on busy cores may take minutes
class DeterminismTest {

    /** Prints each body with the bits of its losses; large enough for the engine to share the work. */
    public static void main(String[] arguments) {
        for (Body body : List.of(Rnn.of(256), Gru.of(256), Lstm.of(256))) {
            try (var model = Tiny.model(body)) {
                History history = Training.run(model, Tiny.windows(), Tiny.plan(12).batch(64));
                System.out.println(body.getClass().getSimpleName() + " " + bits(history));
            }
        }
    }

    private static String bits(History history) {
        StringBuilder bits = new StringBuilder();
        for (double loss : Tiny.losses(history)) {
            bits.append(Integer.toHexString(Float.floatToIntBits((float) loss)));
        }
        return bits.toString();
    }

    @Test
    void aSeedFixesEveryBitOnEachNumberOfThreads() throws IOException, InterruptedException {
        String one = inAProcessOfItsOwn(1);
        String two = inAProcessOfItsOwn(2);
        List<String> common = new ArrayList<>(one.lines().toList());
        common.retainAll(two.lines().toList());
        System.out.printf(
                "%s: one and two threads give the same bits for %s%n",
                Engines.name(), common.stream().map(line -> line.split(" ", 2)[0]).toList());
        assertThat(inAProcessOfItsOwn(1)).isEqualTo(one).contains("Rnn ", "Gru ", "Lstm ");
        assertThat(inAProcessOfItsOwn(2)).isEqualTo(two).contains("Rnn ", "Gru ", "Lstm ");
    }

    private static String inAProcessOfItsOwn(int threads) throws IOException, InterruptedException {
        return ChildJvm.of(DeterminismTest.class, List.of()).threads(threads).output();
    }
}
