package unroll.data;

/**
 * Writes stretches of DNA with a promoter, or with something like it.
 *
 * <pre>
 *   promoter       ... -35 box, 16 to 18 bases, -10 box ...
 *   other, 1 of 3  bases by chance
 *   other, 1 of 3  the boxes with 6 to 10 or 24 to 28 bases between them
 *   other, 1 of 3  the boxes in the other order, 16 to 18 bases between them
 * </pre>
 */
final class Promoters {
    private static final int LENGTH = 70;

    /** A box that fits worse does not bind; the best possible ones have 8 to 9 bits. */
    private static final double LEAST_BITS = 5;

    private final Chance chance;

    Promoters(long seed) {
        chance = new Chance(seed);
    }

    LabelledText next() {
        if (chance.percent(50)) {
            return placed(Motif.MINUS_35, chance.between(16, 18), Motif.MINUS_10, "promoter");
        }
        return switch (chance.between(0, 2)) {
            case 0 -> LabelledText.of(bases(LENGTH), "other");
            case 1 -> {
                int gap = chance.between(6, 10) + (chance.percent(50) ? 18 : 0);
                yield placed(Motif.MINUS_35, gap, Motif.MINUS_10, "other");
            }
            default -> placed(Motif.MINUS_10, chance.between(16, 18), Motif.MINUS_35, "other");
        };
    }

    private LabelledText placed(Motif first, int gap, Motif second, String label) {
        String core = binding(first) + bases(gap) + binding(second);
        int before = chance.between(0, LENGTH - core.length());
        int after = LENGTH - core.length() - before;
        return LabelledText.of(bases(before) + core + bases(after), label);
    }

    private String binding(Motif box) {
        String drawn = box.draw(chance);
        while (box.score(drawn) < LEAST_BITS) {
            drawn = box.draw(chance);
        }
        return drawn;
    }

    private String bases(int count) {
        return Genes.bases(chance, count);
    }
}
