package unroll.engine;

import unroll.UnrollException;

/** Prepares the engine in a process of its own and prints the report, or the message. */
final class EngineProbe {

    private EngineProbe() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(Engines.prepare());
        } catch (UnrollException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
