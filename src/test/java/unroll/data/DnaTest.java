package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DnaTest {
    private static final List<String> STOPS = List.of("TAA", "TAG", "TGA");

    /** Returns where a motif fits best, and how well. */
    private static int best(Motif motif, String bases) {
        int best = 0;
        for (int at = 0; at + motif.length() <= bases.length(); at++) {
            best = score(motif, bases, at) > score(motif, bases, best) ? at : best;
        }
        return best;
    }

    private static double score(Motif motif, String bases, int at) {
        return motif.score(bases.substring(at, at + motif.length()));
    }

    /** Returns the best sum of both boxes with 16 to 18 bases between them. */
    private static double promoter(String bases) {
        double best = Double.NEGATIVE_INFINITY;
        for (int gap = 16; gap <= 18; gap++) {
            for (int at = 0; at + 12 + gap <= bases.length(); at++) {
                double both =
                        score(Motif.MINUS_35, bases, at)
                                + score(Motif.MINUS_10, bases, at + 6 + gap);
                best = Math.max(best, both);
            }
        }
        return best;
    }

    /** The score of the law itself on the card {@code datasets/promoters.md}. */
    @Test
    void bothBoxesAtTheRightDistanceTellAPromoter() {
        List<LabelledText> stretches = Examples.promoters(4000, 7);
        assertThat(stretches).allMatch(e -> e.text().matches("[ACGT]{70}"));
        long promoters = stretches.stream().filter(e -> e.label().equals("promoter")).count();
        assertThat(promoters / 4000.0).isCloseTo(0.5, within(0.03));
        long right =
                stretches.stream()
                        .filter(e -> promoter(e.text()) > 10.3 == e.label().equals("promoter"))
                        .count();
        assertThat(right / 4000.0).isCloseTo(0.977, within(0.005));
    }

    @Test
    void oneBoxAloneSaysLittle() {
        List<LabelledText> stretches = Examples.promoters(4000, 7);
        long right =
                stretches.stream()
                        .filter(
                                e -> {
                                    int at = best(Motif.MINUS_10, e.text());
                                    boolean fits = score(Motif.MINUS_10, e.text(), at) > 5;
                                    return fits == e.label().equals("promoter");
                                })
                        .count();
        assertThat(right / 4000.0).isBetween(0.55, 0.62);
    }

    @Test
    void aGeneIsTheReadingFrameBehindTheBindingSite() {
        int withGene = 0;
        for (TaggedTokens stretch : Examples.genes(1000, 7)) {
            String bases = String.join("", stretch.tokens());
            int begin = stretch.tags().indexOf("coding");
            int end = stretch.tags().lastIndexOf("coding") + 1;
            assertThat(bases).matches("[ACGT]+");
            if (begin < 0) {
                continue;
            }
            withGene++;
            assertThat(stretch.tags().subList(begin, end)).allMatch("coding"::equals);
            String gene = bases.substring(begin, end);
            assertThat(gene).startsWith("ATG");
            assertThat(gene.length() % 3).isZero();
            List<String> codons =
                    IntStream.range(0, gene.length() / 3)
                            .mapToObj(i -> gene.substring(3 * i, 3 * i + 3))
                            .toList();
            assertThat(codons.indexOf("TAA")).isIn(-1, codons.size() - 1);
            assertThat(codons.stream().filter(STOPS::contains)).hasSize(1);
            assertThat(STOPS).contains(codons.get(codons.size() - 1));
            double site =
                    IntStream.rangeClosed(5, 8)
                            .mapToDouble(gap -> score(Motif.RIBOSOME, bases, begin - gap - 6))
                            .max()
                            .orElseThrow();
            assertThat(site).isGreaterThan(-15);
        }
        assertThat(withGene / 1000.0).isCloseTo(0.75, within(0.04));
    }

    @Test
    void theBasesOfAMotifAreDrawnByItsWeights() {
        Chance chance = new Chance(5);
        int[] usual = new int[6];
        for (int i = 0; i < 20_000; i++) {
            String drawn = Motif.MINUS_35.draw(chance);
            for (int at = 0; at < 6; at++) {
                usual[at] += drawn.charAt(at) == Motif.MINUS_35.consensus().charAt(at) ? 1 : 0;
            }
        }
        int[] percent = {82, 84, 79, 64, 54, 45};
        for (int at = 0; at < 6; at++) {
            assertThat(usual[at] / 200.0).isCloseTo(percent[at], within(1.5));
        }
        assertThat(Motif.MINUS_35.consensus()).isEqualTo("TTGACA");
        assertThat(Motif.MINUS_10.consensus()).isEqualTo("TATAAT");
        assertThat(Motif.RIBOSOME.consensus()).isEqualTo("AGGAGG");
    }

    @Test
    void aMotifScoresBitsAboveChance() {
        var even = List.of(0.25, 0.25, 0.25, 0.25);
        var motif = new Motif("m", List.of(even, List.of(0.5, 0.25, 0.125, 0.125)));
        assertThat(motif.score("TA")).isCloseTo(1, within(1e-12));
        assertThat(motif.score("TG")).isCloseTo(-1, within(1e-12));
        assertThatThrownBy(() -> motif.score("TAA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the m scores 2 letters of A, C, G, T, got \"TAA\"");
        assertThatThrownBy(() -> motif.score("NA")).hasMessageContaining("got \"NA\"");
    }

    @Test
    void weightsThatAreNoProbabilitiesAreRefused() {
        for (List<Double> row :
                List.of(
                        List.of(0.5, 0.5),
                        List.of(0.5, 0.5, 0.0, 0.0),
                        List.of(0.5, 0.2, 0.2, 0.2),
                        List.of(Double.NaN, 0.2, 0.2, 0.2))) {
            assertThatThrownBy(() -> new Motif("m", List.of(row)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("that sum to 1, got " + row);
        }
        assertThatThrownBy(() -> new Motif("m", List.of()))
                .hasMessageContaining("at least one position");
    }

    @Test
    void shorterListsAreTheBeginningOfLongerOnes() {
        assertThat(Examples.promoters(90, 3).subList(0, 9)).isEqualTo(Examples.promoters(9, 3));
        assertThat(Examples.genes(90, 3).subList(0, 9)).isEqualTo(Examples.genes(9, 3));
        assertThat(Examples.genes(9, 3)).isNotEqualTo(Examples.genes(9, 4));
        assertThatThrownBy(() -> Examples.genes(0, 1))
                .hasMessage("the number of stretches of DNA must be in 1 .. 100,000, got 0");
    }
}
