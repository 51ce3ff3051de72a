package unroll.generate;

import unroll.text.Vocabulary;

/** A language of which every generated text is to be a word; {@code AbcGrammar} is one. */
public interface Grammar {

    /**
     * Begins a text.
     *
     * @param vocabulary the tokens that can be chosen
     * @param budget how many tokens the text may have in all, a given beginning included
     * @throws IllegalArgumentException if no text of the language fits the vocabulary and budget
     */
    Constraint start(Vocabulary vocabulary, int budget);
}
