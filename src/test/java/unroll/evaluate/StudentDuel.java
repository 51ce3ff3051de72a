package unroll.evaluate;

import java.util.List;
import java.util.Map;
import unroll.data.Examples;
import unroll.data.LabelledText;
import unroll.data.Neuron;
import unroll.data.Partition;
import unroll.data.Parts;
import unroll.data.Student;
import unroll.model.Rnn;

/**
 * Who passes: besides what is simple for any text, one neuron on the four numbers.
 *
 * @param words students as four words, one for each number, so that a network reads them like a text
 */
record StudentDuel(Parts<Student> students, TextDuel words) implements Duel {

    static StudentDuel of(int count, int seed) {
        Parts<Student> students =
                Partition.of(Examples.students(count, seed))
                        .stratified(Student::passed)
                        .cut(0.8, 0.0);
        var words =
                new Parts<>(described(students.training()), List.of(), described(students.test()));
        String data = "students(%d; %d)".formatted(count, seed);
        return new StudentDuel(students, new TextDuel(data, words, Rnn.of(8), 8, List.of(1)));
    }

    private static List<LabelledText> described(List<Student> students) {
        return students.stream().map(StudentDuel::described).toList();
    }

    private static LabelledText described(Student student) {
        String text =
                "h%.0f l%d s%.0f e%d"
                        .formatted(
                                student.hours(),
                                student.lectures(),
                                student.sleep(),
                                student.earlier() / 5);
        return LabelledText.of(text, student.passed() ? "passed" : "failed");
    }

    @Override
    public String data() {
        return words.data();
    }

    @Override
    public String network() {
        return words.network();
    }

    @Override
    public Scored measure() {
        return words.measure();
    }

    @Override
    public Map<String, ItemScores> baselines() {
        Map<String, ItemScores> scores = words.baselines();
        var neuron = Neuron.learnt(students.training());
        scores.put(
                "one neuron",
                ItemScores.of(
                        students.test().stream()
                                .mapToDouble(s -> neuron.passes(s) == s.passed() ? 1 : 0)
                                .toArray()));
        return scores;
    }

    @Override
    public ItemScores score(int seed) {
        return words.score(seed);
    }
}
