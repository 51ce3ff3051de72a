package unroll.data;

import java.util.Locale;

/**
 * What is known of a student before an examination, and how it went.
 *
 * @param hours hours of study in the last week, 0 to 20
 * @param lectures lectures attended, 0 to 12
 * @param sleep hours of sleep in the last night, 4 to 9
 * @param earlier mark in the last examination, 0 to 100
 * @param passed whether the student passed
 */
public record Student(double hours, int lectures, double sleep, int earlier, boolean passed) {

    public Student {
        require("hours", hours, 0, 20);
        require("lectures", lectures, 0, 12);
        require("sleep", sleep, 4, 9);
        require("earlier", earlier, 0, 100);
    }

    /** Returns the four numbers in the order of the record: hours, lectures, sleep, earlier mark. */
    public double[] features() {
        return new double[] {hours, lectures, sleep, earlier};
    }

    /**
     * Returns the probability with which such a student passes: one neuron with a sigmoid.
     *
     * <pre>
     *   p = 1 / (1 + exp(-z))
     *   z = 0.35 (hours - 10) + 0.4 (lectures - 6) + 0.5 (sleep - 6.5) + 0.05 (earlier - 50)
     * </pre>
     */
    public double probability() {
        double z =
                0.35 * (hours - 10)
                        + 0.4 * (lectures - 6)
                        + 0.5 * (sleep - 6.5)
                        + 0.05 * (earlier - 50);
        return 1 / (1 + StrictMath.exp(-z));
    }

    /** Returns a student whose examination goes as chance and the probability say. */
    static Student draw(Chance chance) {
        double hours = chance.between(0, 200) / 10.0;
        int lectures = chance.between(0, 12);
        double sleep = chance.between(40, 90) / 10.0;
        int earlier = chance.between(0, 100);
        Student student = new Student(hours, lectures, sleep, earlier, false);
        boolean passed = chance.uniform() < student.probability();
        return new Student(hours, lectures, sleep, earlier, passed);
    }

    private static void require(String name, double value, int least, int most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s of a student must be in %d .. %d, got %s",
                            name,
                            least,
                            most,
                            value));
        }
    }
}
