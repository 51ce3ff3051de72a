package unroll.generate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import unroll.UnrollException;
import unroll.generate.Generated.Choice;
import unroll.generate.Generated.Stopped;
import unroll.model.LanguageModel;
import unroll.model.Stepper;
import unroll.text.Special;
import unroll.text.Vocabulary;

/**
 * Lets a model write: it chooses a token, reads it back and chooses the next.
 *
 * <pre>
 *   var generation = Generation.of(model).temperature(0.8).seed(1);
 *   generation.continueText("X:1\n", 400)          // the beginning and at most 400 tokens more
 * </pre>
 *
 * <p>Immutable: each deriver returns a new value. The same model, settings and beginning give the same
 * text. Tokens are chosen with the weights that the model has when a text is begun; padding, start and
 * unknown are never chosen. When the cell is stopped, what is written so far is returned.
 */
public final class Generation {
    private final Supplier<Stepper> stepper;
    private final Vocabulary vocabulary;
    private final Sampler sampler;
    private final long seed;
    private final Optional<Grammar> grammar;

    private Generation(
            Supplier<Stepper> stepper,
            Vocabulary vocabulary,
            Sampler sampler,
            long seed,
            Optional<Grammar> grammar) {
        this.stepper = stepper;
        this.vocabulary = vocabulary;
        this.sampler = sampler;
        this.seed = seed;
        this.grammar = grammar;
    }

    /** Lets the model write at temperature 1, with seed 1 and no filter. */
    public static Generation of(LanguageModel model) {
        Objects.requireNonNull(model, "model is null: a cell above was re-run; run it again");
        return of(model::stepper, model.vocabulary());
    }

    static Generation of(Supplier<Stepper> stepper, Vocabulary vocabulary) {
        return new Generation(
                stepper, vocabulary, new Sampler(1, Integer.MAX_VALUE, 1), 1, Optional.empty());
    }

    /**
     * Divides the logits by {@code temperature}: below 1 the probable gets more probable, above 1 all
     * tokens get more alike, at 0 the most probable is always chosen.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Generation temperature(double temperature) {
        return with(new Sampler(temperature, sampler.topK(), sampler.nucleus()));
    }

    /**
     * Chooses among the {@code k} most probable tokens only.
     *
     * @throws IllegalArgumentException if {@code k} is below 1
     */
    public Generation topK(int k) {
        return with(new Sampler(sampler.temperature(), k, sampler.nucleus()));
    }

    /**
     * Chooses among the fewest most probable tokens that together have the given probability.
     *
     * @throws IllegalArgumentException if it is not in (0, 1]
     */
    public Generation nucleus(double probability) {
        return with(new Sampler(sampler.temperature(), sampler.topK(), probability));
    }

    private Generation with(Sampler changed) {
        return new Generation(stepper, vocabulary, changed, seed, grammar);
    }

    /** Draws other choices: another seed, another text. */
    public Generation seed(long seed) {
        return new Generation(stepper, vocabulary, sampler, seed, grammar);
    }

    /** Allows only tokens after which the text can still become one of the grammar's. */
    public Generation only(Grammar grammar) {
        Objects.requireNonNull(grammar, "grammar is null: name one, such as AbcGrammar.tune()");
        return new Generation(stepper, vocabulary, sampler, seed, Optional.of(grammar));
    }

    /**
     * Writes a text of at most {@code most} tokens. It begins as after a start token or, where the
     * vocabulary has none, after a blank line.
     *
     * @throws IllegalArgumentException if {@code most} is below 1, or there is neither start nor line
     *     break
     */
    public String text(int most) {
        return run("", most).text();
    }

    /**
     * Returns the beginning and at most {@code most} tokens after it.
     *
     * @throws IllegalArgumentException if {@code most} is below 1, the beginning holds a token that is
     *     not in the vocabulary, or the grammar has no text that begins so
     */
    public String continueText(String prefix, int most) {
        return run(prefix, most).text();
    }

    /**
     * As {@link #continueText}, and tells how each token was chosen.
     *
     * @throws UnrollException if the model's answer is not a number
     */
    public Generated run(String prefix, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "the number of tokens to write must be 1 or more, got " + most);
        }
        int[] given = vocabulary.encode(prefix);
        int budget = (int) Math.min(Integer.MAX_VALUE, (long) given.length + most);
        Optional<Constraint> constraint =
                grammar.map(language -> language.start(vocabulary, budget));
        constraint.ifPresent(rules -> accept(rules, given));
        return new Writing(stepper.get(), constraint).write(given, most);
    }

    private static void accept(Constraint rules, int[] tokens) {
        for (int token : tokens) {
            rules.accept(token);
        }
    }

    /** One text while it is being written. */
    private final class Writing {
        private final Stepper model;
        private final Stepper.State memory;
        private final Optional<Constraint> constraint;
        private final BitSet ordinary = ordinaryTokens();
        private final List<Integer> tokens = new ArrayList<>();
        private final List<Choice> choices = new ArrayList<>();

        Writing(Stepper model, Optional<Constraint> constraint) {
            this.model = model;
            this.memory = model.start();
            this.constraint = constraint;
        }

        Generated write(int[] given, int most) {
            float[] logits = read(given);
            var random = new SplittableRandom(seed);
            while (!finished()) {
                if (choices.size() == most) {
                    return generated(Stopped.LENGTH);
                }
                if (Thread.interrupted()) {
                    return generated(Stopped.INTERRUPTED);
                }
                requireNumbers(logits);
                BitSet allowed = allowed();
                int token = sampler.choose(logits, allowed, random);
                if (isEnd(token)) {
                    break;
                }
                note(token, logits, allowed);
                logits = model.step(memory, token);
            }
            return generated(Stopped.FINISHED);
        }

        private float[] read(int[] given) {
            for (int token : given) {
                tokens.add(token);
            }
            float[] logits = {};
            for (int token : given.length > 0 ? given : beforeAText()) {
                logits = model.step(memory, token);
            }
            return logits;
        }

        private boolean finished() {
            return constraint.map(Constraint::finished).orElse(false);
        }

        private BitSet allowed() {
            if (constraint.isEmpty()) {
                return ordinary;
            }
            BitSet allowed = (BitSet) constraint.get().allowed().clone();
            allowed.and(ordinary);
            return allowed;
        }

        private void note(int token, float[] logits, BitSet allowed) {
            double[] probabilities = Sampler.softmax(logits);
            double kept = allowed.stream().mapToDouble(id -> probabilities[id]).sum();
            double removed = constraint.isPresent() ? Math.max(0, 1 - kept) : 0;
            choices.add(new Choice(vocabulary.token(token), probabilities[token], removed));
            tokens.add(token);
            constraint.ifPresent(rules -> rules.accept(token));
        }

        private void requireNumbers(float[] logits) {
            for (float logit : logits) {
                if (Float.isNaN(logit) || logit == Float.POSITIVE_INFINITY) {
                    throw new UnrollException(
                            String.format(
                                    Locale.ROOT,
                                    "after %d tokens the model answers %s, so its weights are no longer"
                                            + " numbers; train it again from model.reset() with a"
                                            + " lower learning rate, or load a saved model",
                                    tokens.size(),
                                    logit));
                }
            }
        }

        private Generated generated(Stopped stopped) {
            int[] all = tokens.stream().mapToInt(Integer::intValue).toArray();
            return new Generated(vocabulary.decode(all), choices, stopped);
        }
    }

    private BitSet ordinaryTokens() {
        BitSet tokens = new BitSet();
        tokens.set(0, vocabulary.size());
        for (Special special : vocabulary.specials()) {
            tokens.set(vocabulary.id(special), special == Special.END);
        }
        return tokens;
    }

    private boolean isEnd(int token) {
        return vocabulary.contains(Special.END) && token == vocabulary.id(Special.END);
    }

    private int[] beforeAText() {
        if (vocabulary.contains(Special.START)) {
            return new int[] {vocabulary.id(Special.START)};
        }
        if (vocabulary.contains("\n")) {
            return vocabulary.encode("\n\n");
        }
        throw new IllegalArgumentException(
                "this vocabulary has neither a start token nor a line break to begin a text with;"
                        + " give a beginning: continueText(\"…\", tokens)");
    }

    /** Returns the settings, for example {@code temperature 0.8, top 5, seed 1}. */
    @Override
    public String toString() {
        return sampler + ", seed " + seed + (grammar.isPresent() ? ", only " + grammar.get() : "");
    }
}
