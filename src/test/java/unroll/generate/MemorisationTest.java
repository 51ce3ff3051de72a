package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.data.Corpora;

class MemorisationTest {
    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    private static String random(Random random, int length, int letters) {
        return random.ints(length, 'a', 'a' + letters)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itFindsWhatTryingEveryPieceFinds(int seed) {
        var random = new Random(seed);
        int letters = 1 + seed % 5;
        String corpus = random(random, 1 + random.nextInt(300), letters);
        String text = random(random, random.nextInt(100), letters + seed % 2);
        var copied = Memorisation.of(corpus).longestCopy(text);
        String expected = longestByTrying(corpus, text);
        assertThat(copied.text()).isEqualTo(expected);
        assertThat(copied.length()).isEqualTo(expected.length());
        assertThat(copied.corpusOffset()).isEqualTo(corpus.indexOf(expected));
    }

    private static String longestByTrying(String corpus, String text) {
        String longest = "";
        for (int end = 1; end <= text.length(); end++) {
            for (int start = 0; start < end; start++) {
                String piece = text.substring(start, end);
                if (piece.length() > longest.length() && corpus.contains(piece)) {
                    longest = piece;
                }
            }
        }
        return longest;
    }

    @Test
    void aPlantedCopyIsFlaggedWithItsPlace() {
        var corpus = Corpora.tunes(100, 3);
        String tune = corpus.items().get(60);
        int planted = tune.length() / 2;
        String copy = random(new Random(1), 50, 26) + tune.substring(planted);
        var copied = Memorisation.of(corpus.text()).longestCopy(copy);
        assertThat(copied.flagged()).isTrue();
        assertThat(copied.text()).endsWith(tune.substring(planted));
        assertThat(corpus.text().substring(copied.corpusOffset())).startsWith(copied.text());
        assertThat(tune).contains("T:" + copied.item() + "\n");
        assertThat(corpus.text().lines().skip(copied.line() - 1L).findFirst().orElseThrow())
                .contains(copied.text().lines().findFirst().orElseThrow());
        assertThat(copied).asString().startsWith("copied: the longest run");
    }

    @Test
    void aNewTuneOfTheSameKindIsSeldomFlagged() {
        var memorisation = Memorisation.of(Corpora.tunes(200, 3).text());
        long flagged =
                Corpora.tunes(40, 4).items().stream()
                        .filter(tune -> memorisation.longestCopy(tune).flagged())
                        .count();
        assertThat(flagged).isLessThanOrEqualTo(6);
    }

    @Test
    void textsThatShareNothingHaveARunOfNoLength() {
        var copied = Memorisation.of("aaa\nbbb").longestCopy("xyz");
        assertThat(copied.length()).isZero();
        assertThat(copied.text()).isEmpty();
        assertThat(copied.flagged()).isFalse();
        assertThat(Memorisation.of("a").longestCopy("").length()).isZero();
    }

    @Test
    void theParagraphOfARunIsNamed() {
        var memorisation =
                Memorisation.of("first line\nmore\n\nX:1\nT:The Cat\nabc|\n\nlast one\nend");
        assertThat(memorisation.longestCopy("more").item()).isEqualTo("first line");
        assertThat(memorisation.longestCopy("abc|"))
                .extracting(Copied::item, Copied::line)
                .containsExactly("The Cat", 6);
        assertThat(memorisation.longestCopy("end").item()).isEqualTo("last one");
    }

    @Test
    void timeGrowsWithTheLengthOnly() {
        String corpus = "abcd".repeat(25_000) + random(new Random(5), 400_000, 20);
        assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    var memorisation = Memorisation.of(corpus);
                    assertThat(memorisation.longestCopy(corpus).length()).isEqualTo(500_000);
                });
    }

    @Test
    void anEmptyCorpusIsRefused() {
        assertThatThrownBy(() -> Memorisation.of(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "a corpus of 0 characters cannot be searched: it needs 1 to");
    }
}
