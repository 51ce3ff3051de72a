package unroll.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.UnrollException;

class VocabularyTest {
    @TempDir private Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    private static String randomText(int seed) {
        int[] alphabet = "ab \n|:é漢\uD83C\uDFB5\uD83C\uDFBC".codePoints().toArray();
        var random = new Random(seed);
        return IntStream.range(0, 1 + random.nextInt(200))
                .map(i -> alphabet[random.nextInt(alphabet.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decodingCharactersGivesTheTextBack(int seed) {
        String text = randomText(seed);
        var vocabulary = Vocabulary.ofCharacters(text).specials(Special.PAD, Special.UNKNOWN);
        assertThat(vocabulary.decode(vocabulary.encode(text))).isEqualTo(text);
        assertThat(Vocabulary.ofJson(vocabulary.toJson())).isEqualTo(vocabulary);
        assertThat(Vocabulary.ofJson(vocabulary.toJson()).counts()).isEqualTo(vocabulary.counts());
    }

    @Test
    void charactersAreSortedByCodePointSoThatIdsAreAlwaysTheSame() {
        var vocabulary = Vocabulary.ofCharacters("b\uD83C\uDFB5a\uFFFDb\n");
        assertThat(vocabulary.tokens()).containsExactly("\n", "a", "b", "\uFFFD", "\uD83C\uDFB5");
        assertThat(vocabulary.encode("ba")).containsExactly(2, 1);
        assertThat(vocabulary.kind()).isEqualTo(Vocabulary.Kind.CHARACTERS);
    }

    @Test
    void specialTokensComeFirstInTheOrderGiven() {
        var vocabulary = Vocabulary.ofCharacters("ab").specials(Special.END, Special.PAD);
        assertThat(vocabulary.tokens()).containsExactly("<end>", "<pad>", "a", "b");
        assertThat(vocabulary.id(Special.PAD)).isEqualTo(1);
        assertThat(vocabulary.contains(Special.START)).isFalse();
        assertThatThrownBy(() -> vocabulary.id(Special.START))
                .hasMessage("this vocabulary has no <start>; add it with specials(Special.START)");
        assertThatThrownBy(() -> vocabulary.specials(Special.PAD, Special.PAD))
                .hasMessage("a special token is named twice: [PAD, PAD]");
    }

    @Test
    void wordsAndPunctuationAreTokensAndComeBackWithSpaces() {
        String text = "This morning, I took my cat (don't laugh) for a walk.";
        var vocabulary = Vocabulary.ofWords(text);
        assertThat(vocabulary.tokens()).contains("don't", ",", "(", "cat").doesNotContain(" ");
        assertThat(vocabulary.decode(vocabulary.encode(text))).isEqualTo(text);
    }

    @Test
    void anUnknownCharacterIsNamedWithItsPlace() {
        var vocabulary = Vocabulary.ofCharacters("abc\n");
        assertThatThrownBy(() -> vocabulary.encode("abc\nabéa"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the character \"é\" (U+00E9) at line 2, column 3 is not in the vocabulary of"
                                + " 4 characters; build the vocabulary from a text that holds it,"
                                + " leave it out, or let it become unknown with"
                                + " specials(Special.UNKNOWN)");
        assertThatThrownBy(() -> Vocabulary.ofWords("one two").encode("one three"))
                .hasMessageStartingWith("the word \"three\" at line 1, column 5 is not in");
        assertThatThrownBy(() -> vocabulary.id("x"))
                .hasMessageStartingWith("the character \"x\" (U+0078) is not in");
    }

    @Test
    void anUnknownCharacterBecomesUnknownWhereThatIsListed() {
        var vocabulary = Vocabulary.ofCharacters("ab").specials(Special.UNKNOWN);
        assertThat(vocabulary.encode("axb")).containsExactly(1, 0, 2);
        assertThat(vocabulary.decode(1, 0, 2)).isEqualTo("a<unknown>b");
    }

    @Test
    void rareTokensCanBeLeftOut() {
        var vocabulary = Vocabulary.ofWords("a a a b b c d").specials(Special.UNKNOWN);
        assertThat(vocabulary.minimumCount(2).tokens()).containsExactly("<unknown>", "a", "b");
        assertThat(vocabulary.limit(3).tokens()).containsExactly("<unknown>", "a", "b", "c");
        assertThatThrownBy(() -> vocabulary.minimumCount(4))
                .hasMessage("no token occurs 4 times; the most frequent occurs 3 times");
        assertThatThrownBy(() -> vocabulary.limit(0)).hasMessage("limit must be 1 or more, got 0");
    }

    @Test
    void aTextWithoutTokensIsRefused() {
        assertThatThrownBy(() -> Vocabulary.ofCharacters(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a vocabulary needs a text with at least one token, got an empty text");
        assertThatThrownBy(() -> Vocabulary.ofWords(" \n"))
                .hasMessage(
                        "a vocabulary needs a text with at least one token, got only white space");
        assertThatThrownBy(() -> Vocabulary.ofCharacters(null))
                .hasMessage("text is null: a cell above was re-run; run it again");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> Vocabulary.ofCharacters("ab\uD83C"))
                .hasMessage(
                        "half of a surrogate pair (U+D83C) at line 1, column 3: the text was cut"
                                + " inside a character");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aNumberWithoutATokenIsRefused(int id) {
        assertThatThrownBy(() -> Vocabulary.ofCharacters("ab").decode(0, id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token id " + id + "; the vocabulary has 2 entries (0..1)");
    }

    @Test
    void itIsSavedAndLoaded() throws IOException {
        var vocabulary = Vocabulary.ofWords("né \" \\ 漢").specials(Special.PAD);
        Path file = folder.resolve("vocabulary.json");
        vocabulary.save(file);
        vocabulary.save(file);
        assertThat(Vocabulary.load(file)).isEqualTo(vocabulary).hasSameHashCodeAs(vocabulary);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{\"kind\":\"LETTERS\",\"specials\":[],\"counts\":{\"a\":1}}",
                "{\"kind\":\"WORDS\",\"specials\":[\"PAD\"],\"counts\":{}}",
                "{\"kind\":\"WORDS\",\"specials\":[\"PAD\",\"PAD\"],\"counts\":{\"a\":1}}",
                "{\"kind\":\"WORDS\",\"specials\":[],\"counts\":{\"a\":\"x\"}}"
            })
    void aFileThatIsNoVocabularyIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), content);
        assertThatThrownBy(() -> Vocabulary.load(file))
                .isInstanceOf(UnrollException.class)
                .hasMessageStartingWith(file + " is not a vocabulary: expected JSON with");
    }

    @Test
    void aMissingFileOrFolderIsNamed() {
        Path missing = folder.resolve("none/vocabulary.json");
        assertThatThrownBy(() -> Vocabulary.load(missing))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("check its name");
        assertThatThrownBy(() -> Vocabulary.ofCharacters("a").save(missing))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("check that the folder exists");
    }

    @Test
    void itPrintsItsTokens() {
        assertThat(Vocabulary.ofCharacters("b\na\""))
                .hasToString("4 characters: \"\\n\" \"\\\"\" \"a\" \"b\"");
        assertThat(Vocabulary.ofWords("x ".repeat(3) + String.join(" ", names())).toString())
                .endsWith("…")
                .hasSizeLessThan(330);
    }

    private static List<String> names() {
        return IntStream.range(0, 200).mapToObj(i -> "word" + i).toList();
    }

    @Test
    void nothingAtAllIsRefusedWithAdvice() {
        var vocabulary = Vocabulary.ofCharacters("ab");
        assertThatThrownBy(() -> vocabulary.specials((Special[]) null))
                .hasMessage("specials is null: a cell above was re-run; run it again");
        assertThatThrownBy(() -> vocabulary.specials((Special) null))
                .hasMessage("a special token is null: name one, such as Special.UNKNOWN");
        assertThatThrownBy(() -> vocabulary.decode((int[]) null))
                .hasMessage("ids is null: a cell above was re-run; run it again");
        assertThatThrownBy(() -> vocabulary.id((String) null))
                .hasMessage("token is null: a cell above was re-run; run it again");
        assertThatThrownBy(() -> vocabulary.id((Special) null)).hasMessageContaining("name one");
        assertThatThrownBy(() -> vocabulary.save(null)).hasMessageStartingWith("file is null");
        assertThatThrownBy(() -> Vocabulary.load(null)).hasMessageStartingWith("file is null");
        assertThatThrownBy(() -> Vocabulary.ofJson(null)).hasMessageStartingWith("json is null");
    }

    @Test
    void aTokenThatNoTextHoldsIsRefused() {
        String characters = Vocabulary.ofCharacters("ab").toJson();
        assertThatThrownBy(() -> Vocabulary.ofJson(characters.replace("\"a\"", "\"ac\"")))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        "not a vocabulary: each token of kind CHARACTERS should be a single one, found"
                                + " \"ac\"; take another copy of the file");
        String words = Vocabulary.ofWords("one don't \uD83C\uDFB5 e\u0301t 3.14").toJson();
        assertThat(Vocabulary.ofJson(words).toJson()).isEqualTo(words);
        assertThatThrownBy(() -> Vocabulary.ofJson(words.replace("one", "o ne")))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("found \"o ne\"");
    }
}
