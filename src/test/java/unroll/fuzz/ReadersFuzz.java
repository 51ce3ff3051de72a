package unroll.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * What Jazzer tries on the readers, five minutes each: {@code environment/test --long} runs every
 * method in a process of its own with {@code JAZZER_FUZZ=1}. What it finds it puts beside the saved
 * inputs as {@code crash-…}, which git ignores: keep it under another name. {@link SavedInputsTest}
 * reads them all in every test, without Jazzer.
 */
class ReadersFuzz {
    private static final String DURATION = "5m";

    @FuzzTest(maxDuration = DURATION)
    void text(byte[] input) {
        Target.TEXT.readOrRefuse(input);
    }

    @FuzzTest(maxDuration = DURATION)
    void abc(byte[] input) {
        Target.ABC.readOrRefuse(input);
    }

    @FuzzTest(maxDuration = DURATION)
    void abcCollection(byte[] input) {
        Target.ABC_COLLECTION.readOrRefuse(input);
    }

    @FuzzTest(maxDuration = DURATION)
    void csv(byte[] input) {
        Target.CSV.readOrRefuse(input);
    }

    @FuzzTest(maxDuration = DURATION)
    void fasta(byte[] input) {
        Target.FASTA.readOrRefuse(input);
    }

    @FuzzTest(maxDuration = DURATION)
    void jsonLines(byte[] input) {
        Target.JSON_LINES.readOrRefuse(input);
    }

    @FuzzTest(maxDuration = DURATION)
    void catalogue(byte[] input) {
        Target.CATALOGUE.readOrRefuse(input);
    }
}
