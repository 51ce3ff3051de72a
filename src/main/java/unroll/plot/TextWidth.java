package unroll.plot;

/**
 * How wide text is drawn, without asking any font: a picture has the same bytes on every machine.
 *
 * <p>The widths are those of DejaVu Sans, wider than most, so that text set in another font fits.
 */
final class TextWidth {
    private static final int[] THOUSANDTHS = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318,
                337, // space to /
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, // 0 to ?
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, // @ to O
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, // P to _
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838 // p to ~
    };

    private TextWidth() {}

    /** Returns the width in pixels of the text at a font size in pixels. */
    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * size;
    }

    /** Returns the text, cut with an ellipsis where it would be wider than {@code limit} pixels. */
    static String fit(String text, double size, double limit) {
        if (of(text, size) <= limit) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        double left = limit - size; // the ellipsis is one em wide
        for (int c : text.codePoints().toArray()) {
            left -= em(c) * size;
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.toString().stripTrailing() + "…";
    }

    /**
     * Returns the text without its middle where it would be wider than {@code limit} pixels: names
     * of a kind often differ only at their end.
     */
    static String shorten(String text, double size, double limit) {
        if (of(text, size) <= limit) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        double left = limit - size; // the ellipsis is one em wide
        int head = 0;
        int tail = letters.length;
        while (head < tail) {
            boolean front = head <= letters.length - tail;
            left -= em(letters[front ? head : tail - 1]) * size;
            if (left < 0) {
                break;
            }
            head += front ? 1 : 0;
            tail -= front ? 0 : 1;
        }
        return new String(letters, 0, head).stripTrailing()
                + "…"
                + new String(letters, tail, letters.length - tail).stripLeading();
    }

    private static double em(int c) {
        if (c >= ' ' && c <= '~') {
            return THOUSANDTHS[c - ' '] / 1000.0;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return c < 0x1100
                ? 0.7
                : c >= 0x1F000 ? 1.4 : 1.05; // Latin and kin; emoji; East Asian, symbols
    }
}
