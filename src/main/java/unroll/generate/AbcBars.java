package unroll.generate;

/**
 * The least characters for the bars that follow the present one, by how many are needed at least and
 * how many new pitches they must bring.
 *
 * <p>Let F be the cost of a full bar with its line, S that of a bar that ends a part, without its line,
 * and P that of a pickup with its line, each a function of the new pitches; (a + b)(k) is the minimum
 * of a(i) + b(k - i) over i. Then the tables hold nF + S and the like, minimised over every n that is
 * enough: more bars than needed may be cheaper, as a full bar holds few pitches.
 */
final class AbcBars {
    private static final int PITCHES = AbcAlphabet.PITCHES;
    private static final int MOST = AbcGrammar.BARS + PITCHES;

    private final int[][] end;
    private final int[][] twoEnds;
    private final int[][] part;
    private final int[][] endAndPart;

    AbcBars(AbcAlphabet alphabet, int full, int pickup) {
        int[] bar = cost(alphabet, full, 1);
        int[] last = cost(alphabet, full - pickup, 0);
        int[] before = pickup == 0 ? cost(alphabet, 0, 0) : cost(alphabet, pickup, 1);
        end = table(last, bar);
        twoEnds = table(plus(last, last), bar);
        part = table(plus(before, last), bar);
        endAndPart = table(plus(last, plus(before, last)), bar);
    }

    private static int[] cost(AbcAlphabet alphabet, int ticks, int line) {
        int[] cost = new int[PITCHES + 1];
        for (int fresh = 0; fresh <= PITCHES; fresh++) {
            cost[fresh] = Math.min(AbcState.FAR, alphabet.fill(ticks, fresh) + line);
        }
        return cost;
    }

    /** For each number of bars, at least so many of them and {@code rest}. */
    private static int[][] table(int[] rest, int[] bar) {
        int[][] table = new int[MOST + 1][];
        table[0] = rest;
        for (int bars = 1; bars <= MOST; bars++) {
            table[bars] = plus(table[bars - 1], bar);
        }
        for (int bars = MOST; bars > 0; bars--) {
            table[bars - 1] = lesser(table[bars - 1], table[bars]);
        }
        return table;
    }

    /** nF + S: to the end of the part. */
    int end(int bars, int fresh) {
        return end[Math.max(0, bars)][fresh];
    }

    /** nF + S + S: to the end of a second ending. */
    int twoEnds(int bars, int fresh) {
        return twoEnds[Math.max(0, bars)][fresh];
    }

    /** P + nF + S: another part. */
    int part(int bars, int fresh) {
        return part[Math.max(0, bars)][fresh];
    }

    /** S + P + nF + S: to the end of the part, and another. */
    int endAndPart(int bars, int fresh) {
        return endAndPart[Math.max(0, bars)][fresh];
    }

    private static int[] plus(int[] a, int[] b) {
        int[] sum = new int[PITCHES + 1];
        for (int fresh = 0; fresh <= PITCHES; fresh++) {
            sum[fresh] = AbcState.FAR;
            for (int first = 0; first <= fresh; first++) {
                sum[fresh] = Math.min(sum[fresh], a[first] + b[fresh - first]);
            }
        }
        return sum;
    }

    private static int[] lesser(int[] a, int[] b) {
        int[] lesser = new int[PITCHES + 1];
        for (int fresh = 0; fresh <= PITCHES; fresh++) {
            lesser[fresh] = Math.min(a[fresh], b[fresh]);
        }
        return lesser;
    }
}
