package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    /** Returns twins, one of each class, in groups of two; every tenth pair is of class "rare" too. */
    private static List<LabelledText> twins(int pairs) {
        List<LabelledText> twins = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            String other = i % 10 == 0 ? "rare" : "bad";
            twins.add(new LabelledText("text " + i, "good", "pair " + i));
            twins.add(new LabelledText("text " + i, other, "pair " + i));
        }
        return twins;
    }

    private static long count(List<LabelledText> part, String label) {
        return part.stream().filter(item -> item.label().equals(label)).count();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void groupsStayTogetherAndStrataKeepTheirShares(long seed) {
        var parts =
                Partition.of(twins(500))
                        .stratified(LabelledText::label)
                        .grouped(LabelledText::group)
                        .seed(seed)
                        .cut(0.8, 0.1);
        assertThat(parts.leaks(LabelledText::group)).isEmpty();
        assertThat(parts.toString())
                .isEqualTo("800 to learn from, 100 to validate on, 100 to test on");
        assertThat(count(parts.training(), "rare")).isEqualTo(40);
        assertThat(count(parts.validation(), "rare")).isBetween(4L, 6L);
        assertThat(count(parts.test(), "rare")).isBetween(4L, 6L);
    }

    @Test
    void withoutGroupsTwinsAreTornApartAndTheLeakIsNamed() {
        var parts = Partition.of(twins(500)).cut(0.8, 0.1);
        var leaks = parts.leaks(LabelledText::group);
        assertThat(leaks).hasSize(3);
        assertThat(leaks.get(0))
                .startsWith("the training and the validation part share ")
                .contains("\"pair ")
                .endsWith("cut with grouped(…)");
    }

    @Test
    void everyExampleComesIntoOnePartAndKeepsItsOrder() {
        List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
        var parts = Partition.of(numbers).seed(5).cut(0.7, 0.2);
        List<Integer> all = new ArrayList<>(parts.training());
        all.addAll(parts.validation());
        all.addAll(parts.test());
        assertThat(all).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(parts.training()).hasSize(700).isSorted();
        assertThat(parts.validation()).hasSize(200).isSorted();
        assertThat(parts).isEqualTo(Partition.of(numbers).seed(5).cut(0.7, 0.2));
        assertThat(parts).isNotEqualTo(Partition.of(numbers).seed(6).cut(0.7, 0.2));
    }

    @Test
    void timeIsCutInOrder() {
        List<Integer> days = IntStream.range(0, 100).boxed().toList();
        var parts = Partition.of(days).inOrder(true).cut(0.6, 0.2);
        assertThat(parts.training()).isEqualTo(days.subList(0, 60));
        assertThat(parts.validation()).isEqualTo(days.subList(60, 80));
        assertThat(parts.test()).isEqualTo(days.subList(80, 100));
    }

    @Test
    void aPartThatIsNotAskedForIsEmpty() {
        var parts = Partition.of(twins(50)).cut(0.9, 0.1);
        assertThat(parts.test()).isEmpty();
        assertThat(Partition.of(twins(50)).cut(1, 0).training()).hasSize(100);
    }

    /** One text of a rare class, or two, whatever its name and the number of the others. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "rare"})
    void theFirstExampleOfEveryClassIsLearntFrom(String rare) {
        for (int others = 38; others < 60; others++) {
            List<LabelledText> texts = new ArrayList<>();
            for (int i = 0; i < others; i++) {
                texts.add(LabelledText.of("text " + i, i % 3 == 0 ? "neg" : "pos"));
            }
            texts.add(LabelledText.of("alone", rare));
            for (long seed = 0; seed < 10; seed++) {
                var parts =
                        Partition.of(texts)
                                .stratified(LabelledText::label)
                                .seed(seed)
                                .cut(0.5, 0.25);
                assertThat(count(parts.training(), rare)).isEqualTo(1);
                assertThat(parts.notes())
                        .containsExactly(
                                "\"%s\" (1 example) is too rare, or in too few groups, for every part: none to validate on and none to test on"
                                        .formatted(rare));
                assertThat(parts.toString()).contains("; \"" + rare + "\" (1 example) is too rare");
            }
        }
    }

    @Test
    void ofManyRareClassesAFewAreNamed() {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        var parts = Partition.of(numbers).stratified(n -> n < 7 ? n : "many").cut(0.8, 0.1);
        assertThat(parts.training()).startsWith(0, 1, 2, 3, 4, 5, 6);
        assertThat(parts.notes()).hasSize(6).last().isEqualTo("and so are 2 more");
        assertThat(Partition.of(numbers).cut(0.8, 0.1).notes()).isEmpty();
        assertThat(Partition.of(numbers).inOrder(true).cut(0.8, 0.1).notes()).isEmpty();
    }

    @Test
    void groupsWithARareClassAreLearntFromWhole() {
        for (int pairs = 30; pairs < 50; pairs++) {
            List<LabelledText> texts = new ArrayList<>(twins(pairs));
            texts.removeIf(text -> text.label().equals("rare"));
            texts.add(new LabelledText("x", "good", "last"));
            texts.add(new LabelledText("y", "rare", "last"));
            for (long seed = 0; seed < 10; seed++) {
                var parts =
                        Partition.of(texts)
                                .stratified(LabelledText::label)
                                .grouped(LabelledText::group)
                                .seed(seed)
                                .cut(0.6, 0.2);
                assertThat(count(parts.training(), "rare")).isEqualTo(1);
                assertThat(parts.leaks(LabelledText::group)).isEmpty();
            }
        }
    }

    @Test
    void impossibleCutsAreRefused() {
        assertThatThrownBy(() -> Partition.of(twins(5)).cut(0.9, 0.2))
                .hasMessageContaining("cut(0.8, 0.1), got cut(0.9, 0.2)");
        assertThatThrownBy(() -> Partition.of(List.of(1, 2)).cut(0.8, 0.1))
                .hasMessageContaining("2 examples are too few")
                .hasMessageEndingWith("for parts of 0.800, 0.100 and 0.100: one would be empty");
        assertThatThrownBy(() -> Partition.of(List.of(1, 2)).cut(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
