package unroll.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Comma-separated values cut into records and cells, as RFC 4180 says, each cell with its place.
 *
 * <p>Tablesaw's own reader forgets places, guesses types from a sample and takes an open quote for the
 * rest of the file; here each is refused where it stands. Empty lines are passed over, unless each of
 * them is to be a record of one empty cell.
 */
final class CsvRecords implements AutoCloseable {
    private static final int LONGEST_CELL = 1_000_000;
    private static final int MOST_CELLS = 10_000;

    /** What stands between two separators, and where it begins. */
    record Cell(String text, int line, int column) {}

    private final TextStream in;
    private final char separator;

    /** How many empty lines were read that are records still to be returned. */
    private int owed;

    CsvRecords(TextStream in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /**
     * Returns the next record, or null after the last.
     *
     * @param keepEmpty whether an empty line is a record, if another record follows
     */
    List<Cell> next(boolean keepEmpty) {
        if (owed == 0) {
            int empty = 0;
            for (; in.peek() == '\n'; in.next()) {
                empty++;
            }
            owed = keepEmpty && in.peek() >= 0 ? empty : 0;
        }
        if (owed > 0) {
            return List.of(new Cell("", in.line() - --owed, 1));
        }
        int c = in.next();
        if (c < 0) {
            return null;
        }
        List<Cell> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            if (cells.size() == MOST_CELLS) {
                throw in.here("more than 10,000 cells in one row; is the separator the right one?");
            }
            int line = in.line();
            int column = in.column() + (c < 0 ? 1 : 0);
            StringBuilder text = new StringBuilder();
            c = c == '"' ? quoted(text, line, column) : plain(c, text);
            cells.add(new Cell(text.toString(), line, column));
            more = c == separator;
            c = more ? in.next() : c;
        }
        return cells;
    }

    /** Reads a cell without quotes; returns what ended it. */
    private int plain(int first, StringBuilder text) {
        int c = first;
        while (c >= 0 && c != '\n' && c != separator) {
            if (c == '"') {
                throw in.here(
                        text.toString().isBlank()
                                ? "a quote after a space; remove the space before it"
                                : "a quote within a cell; put the cell in quotes and double this one");
            }
            append((char) c, text, in.line(), in.column());
            c = in.next();
        }
        return c;
    }

    /** Reads a cell after its opening quote; returns what follows the closing one. */
    private int quoted(StringBuilder text, int line, int column) {
        for (int c = in.next(); c >= 0; c = in.next()) {
            if (c != '"') {
                append((char) c, text, line, column);
            } else if (in.peek() == '"') {
                append((char) in.next(), text, line, column);
            } else {
                return afterQuote(line, column);
            }
        }
        throw in.fault(line, column, "the quote that opens here is never closed");
    }

    private int afterQuote(int line, int column) {
        int c = in.next();
        if (c >= 0 && c != '\n' && c != separator) {
            throw in.here(
                    String.format(
                            Locale.ROOT,
                            "'%s' after a closing quote (opened at line %d, column %d); expected '%s' or the end"
                                    + " of the line; a quote within a cell is doubled",
                            (char) c,
                            line,
                            column,
                            separator));
        }
        return c;
    }

    private void append(char c, StringBuilder text, int line, int column) {
        if (text.length() == LONGEST_CELL) {
            throw in.fault(
                    line,
                    column,
                    "a cell of more than 1,000,000 characters; is a quote left open here?");
        }
        text.append(c);
    }

    TextStream in() {
        return in;
    }

    @Override
    public void close() {
        in.close();
    }
}
