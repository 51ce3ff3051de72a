package unroll;

/**
 * Something outside the program went wrong: a file, a set of weights, an engine or a download.
 *
 * <p>Its message says what happened, where, what was expected, what was found and what to do. Wrong
 * arguments are reported by {@link IllegalArgumentException} instead.
 */
public class UnrollException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnrollException(String message) {
        super(message);
    }

    public UnrollException(String message, Throwable cause) {
        super(message, cause);
    }
}
