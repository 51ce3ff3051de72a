package unroll.evaluate;

/** How far the mean of a few numbers may stray (Student 1908). */
final class StudentT {
    private static final int HALVINGS = 80;

    private StudentT() {}

    /**
     * Returns t that leaves a share outside -t .. t, half of it at each end.
     *
     * @param freedom one less than the number of numbers; 1 or more
     */
    static double quantile(double outside, int freedom) {
        double low = 0; // as angles, tan(angle) = t / sqrt(freedom)
        double high = Math.PI / 2;
        for (int i = 0; i < HALVINGS; i++) {
            double angle = (low + high) / 2;
            if (inside(angle, freedom) < 1 - outside) {
                low = angle;
            } else {
                high = angle;
            }
        }
        return Math.tan(low) * Math.sqrt(freedom);
    }

    /** Returns the share within -t .. t, a finite sum of powers of the cosine of the angle. */
    private static double inside(double angle, int freedom) {
        double cosine = Math.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int k = odd ? 3 : 2; k <= freedom; k += 2) {
            sum += term;
            term *= cosine * cosine * (k - 1) / k;
        }
        return odd ? (angle + Math.sin(angle) * sum) * 2 / Math.PI : Math.sin(angle) * sum;
    }
}
