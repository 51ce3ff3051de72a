package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Distances are exact: at every place d = 1 + min over the characters of d after them, and d = 0 only
 * at the end, so d is the length of the shortest completion and the mask forbids nothing else.
 */
class AbcDistanceTest {
    private static final List<String> HEADERS =
            List.of(
                    "X:1\nT:A\nM:6/8\nL:1/8\nK:G\n",
                    "X:1\nT:A\nM:C\nL:1/16\nK:D\n",
                    "X:1\nT:A\nM:2/4\nL:1/4\nK:D\n",
                    "X:1\nT:A\nM:3/8\nL:1/4\nK:A\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n !\"'(),-/0123456789:<=>[]^_|{}~ABCDEFGKLMTXabcdefgijmz",
                "\n !\"(-123468:<>[]|~ABCDEFGKLMTXabcdefgz/", // no octaves, no accidentals
                "\n:1234|ABCDEFGKLMTX/68", // few letters
                "\n 12:(3|ABCDEKLMTX", // no slash: lengths are hard to fill
                "\n:1|CABDEKMTX"
            })
    void distanceIsOneMoreThanTheLeastAfterAnyCharacter(String characters) {
        Set<Integer> all = characters.chars().boxed().collect(Collectors.toSet());
        AbcAlphabet alphabet = new AbcAlphabet(all);
        Random random = new Random(4);
        for (int walk = 0; walk < 40; walk++) {
            AbcState state = AbcNumber.start(alphabet);
            String header = HEADERS.get(walk % HEADERS.size());
            if (walk % 5 > 0 && alphabet.canWrite(header)) {
                for (int c : header.chars().toArray()) {
                    state = state.after(c);
                }
            }
            StringBuilder text = new StringBuilder(header);
            for (int steps = 0; steps < 250 && state.distance() > 0; steps++) {
                state = checked(state, characters, random, text);
            }
        }
    }

    /** Checks one place and goes on to a random one after it. */
    private static AbcState checked(
            AbcState state, String characters, Random random, StringBuilder text) {
        int least = AbcState.FAR;
        AbcState next = null;
        char chosen = 0;
        int choices = 0;
        for (int i = 0; i < characters.length(); i++) {
            AbcState after = state.after(characters.charAt(i));
            if (after == null || after.distance() >= AbcState.FAR) {
                continue;
            }
            least = Math.min(least, after.distance());
            choices++;
            if (random.nextInt(choices) == 0) {
                next = after;
                chosen = characters.charAt(i);
            }
        }
        assertThat(state.distance()).as("after%n%s", text).isEqualTo(1 + least);
        text.append(chosen);
        return next;
    }
}
