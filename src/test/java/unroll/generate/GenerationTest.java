package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.UnrollException;
import unroll.generate.Generated.Stopped;
import unroll.model.Stepper;
import unroll.text.Special;
import unroll.text.Vocabulary;

class GenerationTest {
    private static final Vocabulary ABC = Vocabulary.ofCharacters("abc\n");

    /** A model whose answer depends on the last token only; it remembers what it read. */
    private static final class Bigram implements Stepper {
        private final IntFunction<float[]> answer;
        private final List<Integer> read = new ArrayList<>();

        Bigram(IntFunction<float[]> answer) {
            this.answer = answer;
        }

        @Override
        public State start() {
            return new State() {
                @Override
                public State copy() {
                    return this;
                }
            };
        }

        @Override
        public float[] step(State state, int token) {
            read.add(token);
            return answer.apply(token);
        }
    }

    /** Answers that every token is as likely as every other. */
    private static Bigram even(int size) {
        return new Bigram(token -> new float[size]);
    }

    private static Generation generation(Vocabulary vocabulary) {
        return Generation.of(() -> even(vocabulary.size()), vocabulary);
    }

    /** Allows a and b in turn, ends after the budget is used up. */
    private static final class InTurn implements Constraint {
        private int left;
        private int next;

        InTurn(int budget) {
            left = budget;
        }

        @Override
        public BitSet allowed() {
            BitSet allowed = new BitSet();
            allowed.set(1 + next);
            return allowed;
        }

        @Override
        public void accept(int id) {
            if (id != 1 + next) {
                throw new IllegalArgumentException("a and b come in turn");
            }
            next = 1 - next;
            left--;
        }

        @Override
        public boolean finished() {
            return left == 0;
        }
    }

    @Test
    void theSameSeedWritesTheSameTextAndAnotherSeedAnother() {
        var generation = generation(ABC);
        assertThat(generation.text(50)).isEqualTo(generation.text(50)).hasSize(50);
        Set<String> texts = new HashSet<>();
        IntStream.range(0, 50).forEach(seed -> texts.add(generation.seed(seed).text(20)));
        assertThat(texts).hasSize(50);
        Set<Character> firsts = new HashSet<>();
        texts.forEach(text -> firsts.add(text.charAt(0)));
        assertThat(firsts).as("neighbouring seeds differ from the first token on").hasSize(4);
    }

    @Test
    void aDeriverLeavesTheOriginalAlone() {
        var generation = generation(ABC);
        String before = generation.text(30);
        generation
                .temperature(0)
                .topK(1)
                .nucleus(0.1)
                .seed(9)
                .only((v, budget) -> new InTurn(budget));
        assertThat(generation.text(30)).isEqualTo(before);
        assertThat(generation.temperature(0.5).topK(3).nucleus(0.9).seed(7))
                .hasToString("temperature 0.5, top 3, nucleus 0.9, seed 7");
    }

    @Test
    void theBeginningIsReadAndKept() {
        var model = even(ABC.size());
        String text = Generation.of(() -> model, ABC).continueText("cab", 10);
        assertThat(text).startsWith("cab").hasSize(13);
        assertThat(model.read.subList(0, 3)).containsExactly(3, 1, 2);
    }

    @Test
    void aTextBeginsAfterABlankLineOrAStartToken() {
        var model = even(ABC.size());
        assertThat(Generation.of(() -> model, ABC).text(5)).hasSize(5);
        assertThat(model.read.subList(0, 2)).containsExactly(0, 0);
        var withStart = ABC.specials(Special.START);
        var other = even(withStart.size());
        Generation.of(() -> other, withStart).text(5);
        assertThat(other.read.get(0)).isZero();
        assertThatThrownBy(() -> generation(Vocabulary.ofCharacters("ab")).text(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "this vocabulary has neither a start token nor a line break to begin a text"
                                + " with; give a beginning: continueText(\"…\", tokens)");
    }

    @Test
    void theModelsAnswerIsFollowed() {
        var model = new Bigram(token -> favour(ABC.size(), token == 3 ? 0 : token + 1));
        assertThat(Generation.of(() -> model, ABC).temperature(0).continueText("a", 6))
                .isEqualTo("abc\nabc");
    }

    private static float[] favour(int size, int id) {
        float[] logits = new float[size];
        logits[id] = 9;
        return logits;
    }

    @Test
    void everyChoiceCarriesWhatTheModelGaveIt() {
        var model = new Bigram(token -> new float[] {0, 0, (float) Math.log(2), 0});
        var result = Generation.of(() -> model, ABC).temperature(0).run("a", 2);
        assertThat(result.text()).isEqualTo("abb");
        assertThat(result.probabilities()).hasSize(2);
        assertThat(result.probabilities()[0]).isCloseTo(0.4, within(1e-6));
        assertThat(result.removedMass()).containsExactly(0, 0);
        assertThat(result.stopped()).isEqualTo(Stopped.LENGTH);
    }

    @Test
    void paddingStartAndUnknownAreNeverWrittenAndTheEndEnds() {
        var vocabulary = Vocabulary.ofCharacters("a\n").specials(Special.values());
        int unknown = vocabulary.id(Special.UNKNOWN);
        var wild = new Bigram(token -> favour(vocabulary.size(), unknown));
        assertThat(Generation.of(() -> wild, vocabulary).run("a", 300).text()).matches("[a\n]+");
        var ending = new Bigram(token -> favour(vocabulary.size(), vocabulary.id(Special.END)));
        var result = Generation.of(() -> ending, vocabulary).temperature(0).run("a", 9);
        assertThat(result.text()).isEqualTo("a");
        assertThat(result.stopped()).isEqualTo(Stopped.FINISHED);
    }

    @Test
    void aGrammarForbidsWhatItDoesNotAllow() {
        var result = generation(ABC).only((v, budget) -> new InTurn(budget)).run("ab", 4);
        assertThat(result.text()).isEqualTo("ababab");
        assertThat(result.stopped()).isEqualTo(Stopped.FINISHED);
        assertThat(result.removedMass()).containsOnly(0.75);
        assertThat(result)
                .hasToString(
                        "ababab%n(4 tokens, finished; the grammar removed 75.00 %% of the probability)"
                                .formatted());
    }

    @Test
    void aBeginningThatTheGrammarForbidsIsRefused() {
        var generation = generation(ABC).only((v, budget) -> new InTurn(budget));
        assertThatThrownBy(() -> generation.continueText("ba", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a and b come in turn");
    }

    @Test
    void anInterruptReturnsWhatIsWritten() {
        var calls = new int[1];
        var model =
                new Bigram(
                        token -> {
                            if (++calls[0] == 10) {
                                Thread.currentThread().interrupt();
                            }
                            return new float[ABC.size()];
                        });
        var result = Generation.of(() -> model, ABC).run("a", 1000);
        assertThat(result.stopped()).isEqualTo(Stopped.INTERRUPTED);
        assertThat(result.text()).hasSize(10);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anAnswerThatIsNoNumberIsReported() {
        float[] broken = {1, Float.NaN, 0, 0};
        var model = new Bigram(token -> broken);
        assertThatThrownBy(() -> Generation.of(() -> model, ABC).text(5))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        "after 0 tokens the model answers NaN, so its weights are no longer numbers;"
                                + " train it again from model.reset() with a lower learning rate, or"
                                + " load a saved model");
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> generation(ABC).text(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of tokens to write must be 1 or more, got 0");
        assertThatThrownBy(() -> generation(ABC).continueText("xyz", 9))
                .hasMessageStartingWith(
                        "the character \"x\" (U+0078) at line 1, column 1 is not in");
        assertThatThrownBy(() -> generation(ABC).temperature(-0.1))
                .hasMessageStartingWith("temperature must be 0 or more");
    }

    @Test
    void wordsAreWrittenWithSpaces() {
        var words = Vocabulary.ofWords("the cat sat.");
        var model = new Bigram(token -> favour(words.size(), token % 3 + 1));
        assertThat(Generation.of(() -> model, words).temperature(0).continueText("sat", 3))
                .isEqualTo("sat the cat sat");
    }

    @Test
    void anyNumberOfTokensMayBeAskedForWithAGrammar() {
        int[] budget = {0};
        var generation =
                generation(ABC)
                        .only(
                                (vocabulary, most) -> {
                                    budget[0] = most;
                                    return new InTurn(4);
                                });
        assertThat(generation.continueText("ab", Integer.MAX_VALUE)).isEqualTo("abab");
        assertThat(budget).containsExactly(Integer.MAX_VALUE);
        assertThatThrownBy(() -> generation.only(null))
                .hasMessage("grammar is null: name one, such as AbcGrammar.tune()");
    }
}
