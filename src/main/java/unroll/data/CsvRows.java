package unroll.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import unroll.data.CsvRecords.Cell;

/** The rows of a CSV file below a header that names every column once; all are as wide as it. */
final class CsvRows implements AutoCloseable {
    private final CsvRecords records;
    private final char separator;
    private final List<Cell> header;
    private final List<String> names;

    /** Takes the header off the stream. */
    CsvRows(TextStream in, char separator) {
        this.records = new CsvRecords(in, separator);
        this.separator = separator;
        if (in.peek() == '{' || in.peek() == '[') {
            throw in.fault(
                    1, 1, "this is JSON, no CSV; read lines of JSON with JsonLines.of(path)");
        }
        this.header = records.next(false);
        if (header == null) {
            throw new DataFileException(in.file(), "holds no header and no rows");
        }
        requireTable(header.get(0));
        if (header.size() == 1) {
            requireSeparator(header.get(0));
        }
        this.names = header.stream().map(Cell::text).toList();
        for (int i = 0; i < header.size(); i++) {
            requireName(i);
        }
    }

    private void requireTable(Cell first) {
        String begin = first.text().strip();
        if (FileKind.isPage(begin)) {
            throw fault(first, "this is a web page or XML, no CSV; download the file itself");
        }
        if (begin.startsWith("sep=")) {
            throw fault(
                    first,
                    String.format(
                            Locale.ROOT,
                            "this line is for Excel only; delete it, and read with separator('%s')",
                            begin.length() > 4 ? begin.charAt(4) : separator));
        }
        if (begin.startsWith("|") || begin.startsWith("+-")) {
            throw fault(first, "this is a table drawn with bars, no CSV; export it as CSV");
        }
        if (begin.startsWith(">")) {
            throw fault(first, "this is FASTA, no CSV; read it with Fasta.of(path)");
        }
    }

    /** Refuses a single column whose name looks like several. */
    private void requireSeparator(Cell only) {
        for (char other : new char[] {';', '\t', ',', '|'}) {
            if (other != separator && only.text().indexOf(other) > 0) {
                String written = other == '\t' ? "\\t" : String.valueOf(other);
                throw fault(
                        only,
                        String.format(
                                Locale.ROOT,
                                "there is one column only, \"%s\"; read with separator('%s'), or rename it",
                                Labels.shown(only.text()),
                                written));
            }
        }
    }

    private void requireName(int i) {
        Cell cell = header.get(i);
        if (cell.text().isBlank()) {
            throw fault(
                    cell,
                    String.format(
                            Locale.ROOT,
                            "column %d of the header has no name; every column needs one",
                            i + 1));
        }
        if (!cell.text().equals(cell.text().strip())) {
            throw fault(
                    cell,
                    String.format(
                            Locale.ROOT,
                            "the name \"%s\" begins or ends with white space; remove it",
                            Labels.shown(cell.text())));
        }
        int first = names.indexOf(cell.text());
        if (first < i) {
            throw fault(
                    cell,
                    String.format(
                            Locale.ROOT,
                            "columns %d and %d are both called \"%s\"; rename one",
                            first + 1,
                            i + 1,
                            Labels.shown(cell.text())));
        }
    }

    /** Refuses names that differ in case only, which are one and the same to a table. */
    void requireTableNames() {
        Map<String, Integer> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < names.size(); i++) {
            Integer before = seen.putIfAbsent(names.get(i), i);
            if (before != null) {
                throw fault(
                        header.get(i),
                        String.format(
                                Locale.ROOT,
                                "columns %d and %d, \"%s\" and \"%s\", differ in case only, which a table does"
                                        + " not tell apart; rename one",
                                before + 1,
                                i + 1,
                                Labels.shown(names.get(before)),
                                Labels.shown(names.get(i))));
            }
        }
    }

    List<String> names() {
        return names;
    }

    /** Returns where a column stands, from 0. */
    int column(String name) {
        int column = names.indexOf(Given.value("the name of a column", name));
        if (column < 0) {
            String there =
                    names.stream()
                            .limit(20)
                            .map(Labels::shown)
                            .collect(Collectors.joining("\", \"", "\"", "\""));
            throw records.in()
                    .fault(
                            1,
                            1,
                            String.format(
                                    Locale.ROOT,
                                    "there is no column \"%s\", only %s%s",
                                    Labels.shown(name),
                                    there,
                                    hint(name)));
        }
        return column;
    }

    private String hint(String wanted) {
        if (names.stream().allMatch(Numbers::isNumber)) {
            return "; the first line must name the columns";
        }
        return names.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
    }

    /** Returns the next row, or null after the last. */
    List<Cell> next() {
        List<Cell> row = records.next(names.size() == 1);
        if (row != null && row.size() != names.size()) {
            boolean tooMany = row.size() > names.size();
            Cell place = row.get(tooMany ? names.size() : row.size() - 1);
            throw fault(
                    place,
                    String.format(
                            Locale.ROOT,
                            "cell %d of a row that should have %d; %s",
                            tooMany ? names.size() + 1 : row.size(),
                            names.size(),
                            tooMany ? tooMany(row) : "those after it are missing"));
        }
        return row;
    }

    private String tooMany(List<Cell> row) {
        return row.size() == names.size() + 1 && row.get(names.size()).text().isEmpty()
                ? String.format(Locale.ROOT, "remove the '%s' at the end of the row", separator)
                : String.format(Locale.ROOT, "a cell that holds '%s' needs quotes", separator);
    }

    /** As {@link TextStream#keep}. */
    void keep(long more) {
        records.in().keep(more);
    }

    DataFileException fault(Cell cell, String what) {
        return records.in().fault(cell.line(), cell.column(), what);
    }

    @Override
    public void close() {
        records.close();
    }
}
