package unroll.music;

/** Reads one line of a tune character by character and knows its place. */
final class Cursor {
    private static final int EXCERPT = 48;
    private static final int DIGITS = 4;

    private final String text;
    private final int line;
    private final int end;
    private int index;

    Cursor(String text, int line) {
        this(text, line, 0, text.length());
    }

    private Cursor(String text, int line, int start, int end) {
        this.text = text;
        this.line = line;
        this.index = start;
        this.end = end;
    }

    /** The same line from {@code start} to before {@code stop}, columns unchanged. */
    Cursor part(int start, int stop) {
        return new Cursor(text, line, start, stop);
    }

    int line() {
        return line;
    }

    int column() {
        return index + 1;
    }

    int index() {
        return index;
    }

    boolean done() {
        return index >= end;
    }

    /** The character {@code ahead} places on, or 0 beyond the end. */
    char peek(int ahead) {
        return index + ahead < end ? text.charAt(index + ahead) : 0;
    }

    char peek() {
        return peek(0);
    }

    char next() {
        return text.charAt(index++);
    }

    boolean take(char wanted) {
        if (done() || peek() != wanted) {
            return false;
        }
        index++;
        return true;
    }

    /** Takes every {@code wanted} that follows, and says how many there were. */
    int takeAll(char wanted) {
        int start = index;
        while (take(wanted)) {}
        return index - start;
    }

    void skipBlanks() {
        while (isBlank(peek())) {
            index++;
        }
    }

    boolean atDigit() {
        return isDigit(peek());
    }

    /** A whole number of at most four digits; the caller has seen a digit. */
    int number() {
        int start = index;
        while (atDigit()) {
            index++;
        }
        if (index - start > DIGITS) {
            throw failAt(start, "this number has more than " + DIGITS + " digits");
        }
        return Integer.parseInt(text.substring(start, index));
    }

    /**
     * What follows up to {@code stop}, taken as well; where it is missing, {@code opened} is at
     * fault.
     */
    String until(char stop, int opened, String what) {
        int start = index;
        int found = text.indexOf(stop, start);
        if (found < 0 || found >= end) {
            throw failAt(
                    opened, what + " is not closed: expected '" + stop + "' before the line's end");
        }
        index = found + 1;
        return text.substring(start, found);
    }

    /** The next run of characters that are not blank, empty at the end. */
    String word() {
        skipBlanks();
        int start = index;
        while (!done() && !isBlank(peek())) {
            index++;
        }
        return text.substring(start, index);
    }

    /** What is left of the line; the place stays. */
    String remaining() {
        return text.substring(Math.min(index, end), end);
    }

    /** What is left of the line without its outer blanks. */
    Cursor trimmed() {
        int start = index;
        int stop = end;
        while (start < stop && isBlank(text.charAt(start))) {
            start++;
        }
        while (stop > start && isBlank(text.charAt(stop - 1))) {
            stop--;
        }
        return part(start, stop);
    }

    /** Goes back to a place read before. */
    void back(int place) {
        index = place;
    }

    AbcException fail(String fault) {
        return failAt(index, fault);
    }

    AbcException failAt(int place, String fault) {
        return new AbcException(fault, line, place + 1, excerpt(place));
    }

    private String excerpt(int place) {
        if (text.isBlank()) {
            return "";
        }
        int from = Math.max(0, Math.min(place, text.length()) - EXCERPT / 2);
        int to = Math.min(text.length(), from + EXCERPT);
        String shown = text.substring(from, to).replace('\t', ' ');
        return "\n  " + shown + "\n  " + " ".repeat(Math.max(0, place - from)) + "^";
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** True for the 52 letters that ABC gives a meaning. */
    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
