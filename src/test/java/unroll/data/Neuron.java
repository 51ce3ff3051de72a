package unroll.data;

import java.util.List;

/** One neuron that reads a student's four numbers: the simplest model that can learn who passes. */
public final class Neuron {
    private static final int STEPS = 300;

    /** Four weights and a bias. */
    private final double[] weights = new double[5];

    private Neuron() {}

    /** Learns by gradient descent on the cross-entropy of standardised numbers. */
    public static Neuron learnt(List<Student> students) {
        Neuron neuron = new Neuron();
        for (int step = 0; step < STEPS; step++) {
            neuron.descend(students);
        }
        return neuron;
    }

    private void descend(List<Student> students) {
        double[] gradient = new double[weights.length];
        for (Student student : students) {
            double error = 1 / (1 + Math.exp(-sum(student))) - (student.passed() ? 1 : 0);
            double[] x = standard(student);
            for (int i = 0; i < x.length; i++) {
                gradient[i] += error * x[i] / students.size();
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            weights[i] -= gradient[i];
        }
    }

    /** Returns whether it expects a student to pass. */
    public boolean passes(Student student) {
        return sum(student) > 0;
    }

    private double sum(Student student) {
        double[] x = standard(student);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }

    private static double[] standard(Student student) {
        double[] x = student.features();
        return new double[] {
            (x[0] - 10) / 6, (x[1] - 6) / 4, (x[2] - 6.5) / 1.5, (x[3] - 50) / 30, 1
        };
    }
}
