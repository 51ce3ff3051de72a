package unroll.plot;

/**
 * A rectangle of the picture and the numbers along its sides.
 *
 * @param x over the pixels from left to right
 * @param y over the pixels from bottom to top
 */
record Frame(double left, double top, double right, double bottom, Scale x, Scale y) {
    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** Returns whether a place is in the data's range and not far outside the picture. */
    boolean sees(double px, double py) {
        return Double.isFinite(px)
                && Double.isFinite(py)
                && Math.abs(px) < 1e5
                && Math.abs(py) < 1e5;
    }
}
