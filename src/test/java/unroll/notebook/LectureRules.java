package unroll.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.notebook.NotebookFile.Cell;

/** What holds for the numbered notebooks beside {@link NotebookRules}: head, rhythm, end. */
final class LectureRules {
    private static final int FEWEST_CELLS = 20;
    private static final int MOST_CELLS = 45;
    private static final List<String> HEAD =
            List.of("able to", "builds on", "lecture", "minutes", "seed");
    private static final List<String> END = List.of("what we saw", "try it", "questions");

    private LectureRules() {}

    /**
     * Returns the faults of a numbered notebook.
     *
     * @param next name of the next numbered notebook, empty for the last
     */
    static List<String> faults(NotebookFile notebook, String next) {
        List<String> faults = new ArrayList<>();
        int count = notebook.cells().size();
        if (count < FEWEST_CELLS || count > MOST_CELLS) {
            faults.add(
                    "has " + count + " cells; " + FEWEST_CELLS + " to " + MOST_CELLS + " are read");
        }
        checkHead(notebook, faults);
        checkRhythm(notebook, faults);
        checkEnd(notebook, next, faults);
        return faults;
    }

    private static void checkHead(NotebookFile notebook, List<String> faults) {
        Cell head = notebook.cells().get(0);
        if (!head.isMarkdown() || !head.source().startsWith("# ")) {
            faults.add("the first cell must be a title");
        }
        String text = head.source().toLowerCase(Locale.ROOT);
        for (String wanted : HEAD) {
            if (!text.contains(wanted)) {
                faults.add("the first cell must say \"" + wanted + "\"");
            }
        }
    }

    private static void checkRhythm(NotebookFile notebook, List<String> faults) {
        boolean afterCode = false;
        for (Cell cell : notebook.cells()) {
            if (cell.isCode() && afterCode) {
                faults.add(
                        "cell " + cell.position() + " follows a code cell without a word between");
            }
            afterCode = cell.isCode();
        }
    }

    private static void checkEnd(NotebookFile notebook, String next, List<String> faults) {
        List<String> markdown =
                notebook.cells().stream().filter(Cell::isMarkdown).map(Cell::source).toList();
        List<String> headings =
                markdown.stream()
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .toList();
        for (String wanted : END) {
            if (headings.stream().noneMatch(heading -> heading.contains(wanted))) {
                faults.add("it needs a heading \"" + wanted + "\"");
            }
        }
        if (markdown.stream().noneMatch(text -> text.contains("<details>"))) {
            faults.add("its questions need folded answers (<details>)");
        }
        String last = markdown.get(markdown.size() - 1);
        if (!next.isEmpty() && !last.contains("(" + next + ")")) {
            faults.add("the last words must link to " + next);
        }
    }
}
