package unroll.generate;

/**
 * The least characters for the bars that follow the present one, by how many are needed at least and
 * how many new pitches they must bring.
 *
 * <p>Let F be the cost of a full bar with its line, P that of the pickup with its line, and L, M and E
 * those of the last bar with the line that ends the tune, a repeat and a first ending: full, or as much
 * shorter as the pickup is long. Each is a function of the new pitches; (a + b)(k) is the minimum of
 * a(i) + b(k - i) over i. The tables hold nF + L and the like, minimised over every n that is enough:
 * more bars than needed may be cheaper, as a full bar holds few pitches.
 */
final class AbcBars {
    private static final int PITCHES = AbcAlphabet.PITCHES;
    private static final int MOST = AbcGrammar.BARS + PITCHES;

    /** Characters of the line after a bar, of a repeat, and of that with the number of an ending. */
    static final int LINE = 1;

    static final int REPEAT = ":|".length();
    static final int SECOND = ":|2".length();

    private final int[][] end;
    private final int[][] markedEnd;
    private final int[][] twoEnds;
    private final int[][] part;
    private final int[][] endAndPart;

    /** With a pickup of 0 there is none. */
    AbcBars(AbcAlphabet alphabet, int full, int pickup) {
        int[] bar = cost(alphabet, full, LINE);
        int[] shorter = cost(alphabet, full - pickup, REPEAT);
        int[] repeat = lesser(cost(alphabet, full, REPEAT), shorter);
        int[] last = lesser(bar, shorter);
        int[] before = cost(alphabet, pickup, pickup == 0 ? 0 : LINE);
        end = table(last, bar);
        markedEnd = table(repeat, bar);
        twoEnds = table(plus(moved(repeat, SECOND - REPEAT), last), bar);
        part = table(plus(before, last), bar);
        int[] afterFull = plus(cost(alphabet, full, REPEAT), bar);
        int[] afterShort = plus(shorter, plus(before, last));
        endAndPart = table(lesser(afterFull, afterShort), bar);
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

    /** nF + L, or nF + M where the part has to end with a repeat: to the tune's end. */
    int end(boolean marked, int bars, int fresh) {
        return (marked ? markedEnd : end)[Math.max(0, bars)][fresh];
    }

    /** nF + E + L: to the end of a second ending. */
    int twoEnds(int bars, int fresh) {
        return twoEnds[Math.max(0, bars)][fresh];
    }

    /** P + nF + L: another part, after one that ended short. */
    int part(int bars, int fresh) {
        return part[Math.max(0, bars)][fresh];
    }

    /** M + P + nF + L: to the end of the part, and another; without P if M is full. */
    int endAndPart(int bars, int fresh) {
        return endAndPart[Math.max(0, bars)][fresh];
    }

    private static int[] moved(int[] cost, int more) {
        int[] moved = cost.clone();
        for (int fresh = 0; fresh <= PITCHES; fresh++) {
            moved[fresh] += more;
        }
        return moved;
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
