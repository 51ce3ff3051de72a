package unroll.evaluate;

import java.util.List;

/**
 * What the scores of a trial may be.
 *
 * @param lowerIsBetter whether less of it is better
 * @param shares whether they are shares of right answers (or of wrong ones), from 0 to 1
 */
record Scale(boolean lowerIsBetter, boolean shares) {

    /** Takes scores for shares if all lie within 0 and 1; errors only if they are counts. */
    static Scale of(Trial<?, ?> data, List<Contender> all) {
        boolean shares =
                all.stream()
                        .flatMap(contender -> contender.runs().stream())
                        .allMatch(run -> run.isShare() && (!data.lowerIsBetter() || run.isCount()));
        return new Scale(data.lowerIsBetter(), shares);
    }
}
