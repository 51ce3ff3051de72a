package unroll.music;

import java.util.ArrayList;
import java.util.List;

/** The lines of a collection, cut into tunes where a line begins with {@code X:}. */
final class AbcLines {
    /** One line without its end, its number, and where it begins in the whole text. */
    record Line(String text, int number, int start) {
        boolean isBlank() {
            return text.isBlank();
        }

        boolean isNumber() {
            return text.startsWith("X:");
        }

        /** True for a field before the key, and for a comment. */
        boolean isBefore() {
            return isRemark() || (isField() && !isKey());
        }

        boolean isKey() {
            return text.startsWith("K:");
        }

        /** True for a letter and a colon. */
        boolean isField() {
            return text.length() > 1
                    && text.charAt(1) == ':'
                    && (Cursor.isLetter(text.charAt(0)) || text.charAt(0) == '+');
        }

        /** True for a comment or a directive. */
        boolean isRemark() {
            return text.startsWith("%");
        }

        /** True for what may stand before a tune and is not free text. */
        boolean isHeader() {
            return isBlank() || isField() || isRemark();
        }

        Cursor cursor() {
            return new Cursor(text, number);
        }
    }

    private static final int LONGEST_HEADER = 1024;

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final int headerSize;

    AbcLines(String text) {
        this.text = text;
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        for (int number = 1; start < text.length(); number++) {
            int end = endOfLine(start);
            Line line = new Line(text.substring(start, end), number, start);
            if (line.isNumber()) {
                starts.add(lines.size());
            }
            lines.add(line);
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        headerSize = headerSize();
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** How many lines before the first tune hold for all: short, and nothing but fields. */
    private int headerSize() {
        int first = starts.isEmpty() ? 0 : starts.get(0);
        boolean few = first < lines.size() && lines.get(first).start() <= LONGEST_HEADER;
        return few && lines.subList(0, first).stream().allMatch(Line::isHeader) ? first : 0;
    }

    /** Places of the lines that begin a tune. */
    List<Integer> tuneStarts() {
        return starts;
    }

    /**
     * Places from {@code from} to before {@code to} where a tune without its number begins: after a blank
     * line, with fields of which one is the key.
     */
    List<Integer> numberless(int from, int to) {
        List<Integer> places = new ArrayList<>();
        for (int place = from; place < to; place++) {
            boolean first = place == 0 || lines.get(place - 1).isBlank();
            if (first && lines.get(place).isField() && !lines.get(place).isNumber()) {
                int end = place;
                while (end < to && lines.get(end).isBefore()) {
                    end++;
                }
                if (end < to && lines.get(end).isKey()) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    /** The fields before the first tune, which hold for all tunes. */
    List<Line> fileHeader() {
        return lines.subList(0, headerSize);
    }

    /** Lines from {@code from} to before {@code to}. */
    List<Line> between(int from, int to) {
        return lines.subList(from, to);
    }

    int size() {
        return lines.size();
    }

    /** The text of the lines from {@code from} to before {@code to}, as given. */
    String source(int from, int to) {
        return text.substring(start(from), start(to));
    }

    private int start(int place) {
        return place < lines.size() ? lines.get(place).start() : text.length();
    }
}
