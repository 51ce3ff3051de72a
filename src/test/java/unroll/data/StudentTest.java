package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {
    private static final List<Student> STUDENTS = Examples.students(1000, 7);

    /** The scores on the card {@code datasets/students.md}: the last fifth, learned from the rest. */
    @Test
    void oneNeuronComesCloseToTheBestPossible() {
        List<Student> test = STUDENTS.subList(800, 1000);
        double majority = accuracy(test, s -> true);
        double hours = accuracy(test, s -> s.hours() > 10);
        var neuron = Neuron.learnt(STUDENTS.subList(0, 800));
        double learned = accuracy(test, neuron::passes);
        double best = accuracy(test, s -> s.probability() > 0.5);
        assertThat(majority).isCloseTo(0.490, within(0.005));
        assertThat(hours).isCloseTo(0.705, within(0.005));
        assertThat(learned).isCloseTo(0.845, within(0.005));
        assertThat(best).isCloseTo(0.835, within(0.005));
    }

    @Test
    void asManyPassAsTheirProbabilitiesSay() {
        List<Student> many = Examples.students(20_000, 1);
        double expected = many.stream().mapToDouble(Student::probability).average().orElseThrow();
        assertThat(accuracy(many, s -> true)).isCloseTo(expected, within(0.01));
        assertThat(many.subList(0, 100)).isEqualTo(Examples.students(100, 1));
        assertThat(many.get(0).features()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 3, 7, 50, hours of a student must be in 0 .. 20",
        "NaN, 3, 7, 50, hours of a student must be in 0 .. 20",
        "5, 13, 7, 50, lectures of a student must be in 0 .. 12",
        "5, 3, 10, 50, sleep of a student must be in 4 .. 9",
        "5, 3, 7, 101, earlier of a student must be in 0 .. 100"
    })
    void impossibleStudentsAreRefused(
            double hours, int lectures, double sleep, int earlier, String message) {
        assertThatThrownBy(() -> new Student(hours, lectures, sleep, earlier, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static double accuracy(List<Student> students, Predicate<Student> passes) {
        return students.stream().filter(s -> passes.test(s) == s.passed()).count()
                / (double) students.size();
    }
}
