package unroll.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.UnrollException;

/**
 * The tokens a model knows, each with a number: the bridge between a text and a network.
 *
 * <pre>
 *   var vocabulary = Vocabulary.ofCharacters("hello");   // e h l o  have the ids  0 1 2 3
 *   vocabulary.encode("hole")                            // {1, 3, 2, 0}
 *   vocabulary.decode(new int[] {1, 3, 2, 0})            // "hole"
 * </pre>
 *
 * <p>Special tokens come first, in the order given; the others are sorted (characters by code point,
 * words by their characters), so that the same text always gives the same ids. A vocabulary never
 * changes; the derivers return new ones.
 */
public final class Vocabulary {

    /** What one token is. */
    public enum Kind {
        /** Every Unicode character (code point) is a token; nothing is lost. */
        CHARACTERS,
        /** Words and punctuation marks are tokens; white space only separates them. */
        WORDS
    }

    private final Kind kind;
    private final List<Special> specials;
    private final Map<String, Integer> counts;
    private final List<String> tokens;
    private final Map<String, Integer> ids;

    Vocabulary(Kind kind, List<Special> specials, Map<String, Integer> counts) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.specials = List.copyOf(specials);
        this.counts = new TreeMap<>(Tokens.ORDER);
        this.counts.putAll(counts);
        List<String> all = new ArrayList<>();
        specials.forEach(special -> all.add(special.text()));
        all.addAll(this.counts.keySet());
        this.tokens = List.copyOf(all);
        this.ids = new HashMap<>();
        tokens.forEach(token -> ids.put(token, ids.size()));
        if (ids.size() < tokens.size()) {
            throw new IllegalArgumentException("a special token is named twice: " + specials);
        }
    }

    /**
     * Lists every character of the text.
     *
     * @throws IllegalArgumentException if the text is empty or holds half of a surrogate pair
     */
    public static Vocabulary ofCharacters(String text) {
        return new Vocabulary(Kind.CHARACTERS, List.of(), Tokens.counts(Kind.CHARACTERS, text));
    }

    /**
     * Lists every word and every punctuation mark of the text; upper and lower case stay different.
     *
     * @throws IllegalArgumentException if the text holds neither
     */
    public static Vocabulary ofWords(String text) {
        return new Vocabulary(Kind.WORDS, List.of(), Tokens.counts(Kind.WORDS, text));
    }

    /**
     * Returns this vocabulary with exactly these special tokens, numbered from 0 in the order given.
     *
     * @throws IllegalArgumentException if one is named twice
     */
    public Vocabulary specials(Special... specials) {
        return new Vocabulary(kind, Tokens.all(specials), counts);
    }

    /**
     * Returns this vocabulary without the tokens that its text held fewer than {@code count} times.
     *
     * @throws IllegalArgumentException if no token would be left
     */
    public Vocabulary minimumCount(int count) {
        Map<String, Integer> kept = new HashMap<>(counts);
        kept.values().removeIf(n -> n < count);
        if (kept.isEmpty()) {
            int most = counts.values().stream().max(Integer::compare).get();
            throw new IllegalArgumentException(
                    "no token occurs "
                            + count
                            + " times; the most frequent occurs "
                            + most
                            + " times");
        }
        return new Vocabulary(kind, specials, kept);
    }

    /**
     * Returns this vocabulary with at most {@code size} tokens besides the special ones: the most
     * frequent, of equals the first in order.
     *
     * @throws IllegalArgumentException if {@code size} is below 1
     */
    public Vocabulary limit(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, got " + size);
        }
        Map<String, Integer> kept =
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(size)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Vocabulary(kind, specials, kept);
    }

    /** Returns whether tokens are characters or words. */
    public Kind kind() {
        return kind;
    }

    /** Returns how many tokens there are, special ones included. */
    public int size() {
        return tokens.size();
    }

    /** Returns the tokens in the order of their ids. */
    public List<String> tokens() {
        return tokens;
    }

    /** Returns the special tokens in the order of their ids. */
    public List<Special> specials() {
        return specials;
    }

    /** Returns whether the token is listed. */
    public boolean contains(String token) {
        return ids.containsKey(token);
    }

    /** Returns whether the special token is part of this vocabulary. */
    public boolean contains(Special special) {
        return specials.contains(Tokens.given(special));
    }

    /**
     * Returns the number of a token; a token not listed has the number of {@link Special#UNKNOWN}.
     *
     * @throws IllegalArgumentException if the token is not listed and there is no {@code UNKNOWN}
     */
    public int id(String token) {
        Integer id = find(Tokens.given("token", token));
        if (id == null) {
            throw Tokens.unknown(this, token, "");
        }
        return id;
    }

    /**
     * Returns the number of a special token.
     *
     * @throws IllegalArgumentException if this vocabulary was built without it
     */
    public int id(Special special) {
        int id = specials.indexOf(Tokens.given(special));
        if (id < 0) {
            String mend = "; add it with specials(Special." + special + ")";
            throw new IllegalArgumentException("this vocabulary has no " + special.text() + mend);
        }
        return id;
    }

    /**
     * Returns the token with this number.
     *
     * @throws IllegalArgumentException if the number is not in 0 .. size-1
     */
    public String token(int id) {
        if (id < 0 || id >= tokens.size()) {
            String there = tokens.size() + " entries (0.." + (tokens.size() - 1) + ")";
            throw new IllegalArgumentException("token id " + id + "; the vocabulary has " + there);
        }
        return tokens.get(id);
    }

    /**
     * Turns a text into token numbers; an unlisted token becomes {@link Special#UNKNOWN} if that is
     * part of this vocabulary.
     *
     * @throws IllegalArgumentException if a token is not listed; the message names it and its place
     */
    public int[] encode(String text) {
        IntStream.Builder encoded = IntStream.builder();
        Tokens.each(
                kind,
                text,
                (token, offset) -> {
                    Integer id = find(token);
                    if (id == null) {
                        throw Tokens.unknown(this, token, Tokens.place(text, offset));
                    }
                    encoded.add(id);
                });
        return encoded.build().toArray();
    }

    /**
     * Turns token numbers into text: characters side by side, words with spaces between them.
     *
     * @throws IllegalArgumentException if a number is not in 0 .. size-1
     */
    public String decode(int... encoded) {
        List<String> found = new ArrayList<>(Tokens.given("ids", encoded).length);
        for (int id : encoded) {
            found.add(token(id));
        }
        return kind == Kind.CHARACTERS ? String.join("", found) : Tokens.joinWords(found);
    }

    private Integer find(String token) {
        Integer id = ids.get(token);
        return id == null && contains(Special.UNKNOWN) ? Integer.valueOf(id(Special.UNKNOWN)) : id;
    }

    /** Returns what its tokens are, in the plural. */
    String units() {
        return kind == Kind.CHARACTERS ? "characters" : "words";
    }

    /**
     * Writes the vocabulary to a JSON file; an older file is replaced only when the new one is
     * complete.
     *
     * @throws UnrollException if the file cannot be written
     */
    public void save(Path file) {
        VocabularyJson.save(this, Tokens.given("file", file));
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws UnrollException if the file cannot be read or is not a vocabulary
     */
    public static Vocabulary load(Path file) {
        return VocabularyJson.load(Tokens.given("file", file));
    }

    /** Returns the vocabulary as one line of JSON, as it stands inside a file of weights. */
    public String toJson() {
        return VocabularyJson.write(this);
    }

    /**
     * Reads what {@link #toJson} returned.
     *
     * @throws UnrollException if it is not a vocabulary
     */
    public static Vocabulary ofJson(String json) {
        return VocabularyJson.read(Tokens.given("json", json));
    }

    /** Returns how often the text held each listed token, in the order of the ids, specials apart. */
    public Map<String, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Compares kind, tokens and their order; how often each occurred does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that
                && kind == that.kind
                && specials.equals(that.specials)
                && tokens.equals(that.tokens);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, specials, tokens);
    }

    /** Returns one line such as {@code 83 characters: "\n" " " "!" … "z"}. */
    @Override
    public String toString() {
        String all = tokens.stream().map(Tokens::quoted).collect(Collectors.joining(" "));
        String shown = all.length() <= 300 ? all : all.substring(0, 299) + "…";
        return size() + " " + units() + ": " + shown;
    }
}
