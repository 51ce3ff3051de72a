package unroll.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes stretches of DNA, most of which hold a gene, and says which bases are coding.
 *
 * <pre>
 *   bases   30 to 60 by chance | ribosome binding site | 5 to 8 | ATG, codons, stop | 30 to 60 by chance
 *   tags    other ................................................ coding ........... other ...........
 * </pre>
 *
 * <p>Of the 15 to 40 codons between ATG and the first stop in step with it, two of three have the form
 * RNY (A or G, any, C or T; Shepherd 1981). A quarter of the stretches hold the binding site without a
 * gene.
 */
final class Genes {
    static final String CODING = "coding";
    static final String OTHER = "other";

    private static final List<String> STOPS = List.of("TAA", "TAG", "TGA");

    private final Chance chance;

    Genes(long seed) {
        chance = new Chance(seed);
    }

    TaggedTokens next() {
        StringBuilder bases = new StringBuilder(bases(chance, chance.between(30, 60)));
        bases.append(Motif.RIBOSOME.draw(chance));
        bases.append(bases(chance, chance.between(5, 8)));
        int begin = bases.length();
        int codons = chance.between(15, 40);
        if (chance.percent(25)) {
            bases.append(bases(chance, 3 * codons + 6));
            begin = Integer.MAX_VALUE;
        } else {
            bases.append("ATG");
            for (int i = 0; i < codons; i++) {
                bases.append(codon());
            }
            bases.append(chance.pick(STOPS));
        }
        int end = bases.length();
        bases.append(bases(chance, chance.between(30, 60)));
        return tagged(bases.toString(), begin, end);
    }

    private static TaggedTokens tagged(String bases, int begin, int end) {
        List<String> tags = new ArrayList<>(Collections.nCopies(bases.length(), OTHER));
        for (int i = begin; i < end; i++) {
            tags.set(i, CODING);
        }
        return TaggedTokens.of(List.of(bases.split("")), tags);
    }

    private String codon() {
        String codon;
        do {
            codon =
                    chance.between(0, 2) == 0
                            ? bases(chance, 3)
                            : "" + of("AG") + of(Motif.BASES) + of("CT");
        } while (STOPS.contains(codon));
        return codon;
    }

    private char of(String bases) {
        return bases.charAt(chance.between(0, bases.length() - 1));
    }

    /** Returns bases, each as likely as the others. */
    static String bases(Chance chance, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Motif.BASES.charAt(chance.between(0, 3)));
        }
        return text.toString();
    }
}
