package unroll.generate;

/**
 * The least characters for the bars that follow the present one, by how many there must be and how
 * many new pitches they must bring.
 *
 * <p>Let F be the cost of a full bar with its line, S that of a bar that ends a part, each a function
 * of the new pitches, and (a + b)(k) the minimum of a(i) + b(k - i) over i. Then {@link #thenEnd} is
 * the minimum of jF + S over j, and {@link #thenTwoEnds} that of jF + S + S.
 */
final class AbcBars {
    private static final int PITCHES = AbcAlphabet.PITCHES;
    private static final int MOST = AbcGrammar.BARS + PITCHES;

    private final int[][] end = new int[MOST + 1][];
    private final int[][] twoEnds = new int[MOST + 1][];

    AbcBars(AbcAlphabet alphabet, int full, int pickup) {
        int[] bar = new int[PITCHES + 1];
        int[] last = new int[PITCHES + 1];
        for (int fresh = 0; fresh <= PITCHES; fresh++) {
            bar[fresh] = Math.min(AbcState.FAR, alphabet.fill(full, fresh) + 1);
            last[fresh] = alphabet.fill(full - pickup, fresh);
        }
        end[0] = last;
        twoEnds[0] = plus(last, last);
        for (int bars = 1; bars <= MOST; bars++) {
            end[bars] = plus(end[bars - 1], bar);
            twoEnds[bars] = plus(twoEnds[bars - 1], bar);
        }
        // More bars than asked for may be cheaper when pitches are missing: a full bar holds few.
        for (int bars = MOST; bars > 0; bars--) {
            end[bars - 1] = lesser(end[bars - 1], end[bars]);
            twoEnds[bars - 1] = lesser(twoEnds[bars - 1], twoEnds[bars]);
        }
    }

    /** At least so many full bars and one that ends a part, without the line after it. */
    int thenEnd(int bars, int fresh) {
        return end[Math.max(0, bars)][fresh];
    }

    /** At least so many full bars and two that end a part, without the lines after those. */
    int thenTwoEnds(int bars, int fresh) {
        return twoEnds[Math.max(0, bars)][fresh];
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
