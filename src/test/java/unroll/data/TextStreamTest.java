package unroll.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places and characters do not depend on where the blocks of a file end. */
class TextStreamTest {
    private static final int BLOCK = 1 << 16;

    @TempDir private Path folder;

    private TextFile file(byte... bytes) throws IOException {
        Path file = Files.write(folder.resolve("long.txt"), bytes);
        return new TextFile(file, UTF_8, "charset(\"%s\")");
    }

    private static String rest(TextStream in) {
        StringBuilder text = new StringBuilder();
        for (int c = in.next(); c >= 0; c = in.next()) {
            text.append((char) c);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, -3, -2, -1, 0, 1})
    void charactersOfSeveralBytesMayLieAcrossBlocks(int shift) throws IOException {
        String text = "a".repeat(BLOCK + shift) + "\uD83C\uDFB5é\r\nb\r\n";
        try (TextStream in = file(text.getBytes(UTF_8)).open()) {
            assertThat(rest(in)).isEqualTo(text.replace("\r\n", "\n"));
            assertThat(in.line()).isEqualTo(2);
            assertThat(in.column()).isEqualTo(2);
            assertThat(in.notes())
                    .containsExactly("line ends were changed from \\r\\n or \\r to \\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1})
    void aBadByteIsNamedAtItsPlaceAfterAllBeforeItWasGiven(int shift) throws IOException {
        byte[] bytes = "x".repeat(BLOCK + shift).getBytes(UTF_8);
        bytes[9] = '\n';
        bytes[BLOCK + shift - 1] = (byte) 0xE9;
        try (TextStream in = file(bytes).open()) {
            assertThatThrownBy(() -> rest(in))
                    .isInstanceOf(DataFileException.class)
                    .hasMessageContaining(
                            "long.txt, line 2, column %d: byte 0xE9 at offset %d is not UTF-8; ",
                            BLOCK + shift - 10, BLOCK + shift - 1);
        }
    }

    @Test
    void peekingChangesNothing() throws IOException {
        try (TextStream in = file("\uFEFFa\r\nb".getBytes(UTF_8)).open()) {
            assertThat(in.peek()).isEqualTo('a');
            assertThat(in.nextLine()).isEqualTo("a");
            assertThat(in.peek()).isEqualTo('b');
            assertThat(in.line()).isEqualTo(1);
            assertThat(in.nextLine()).isEqualTo("b");
            assertThat(in.peek()).isEqualTo(-1);
            assertThat(in.nextLine()).isNull();
        }
    }

    @Test
    void aStopEndsReadingWithinABlock() throws IOException {
        try (TextStream in = file("a".repeat(3 * BLOCK).getBytes(UTF_8)).open()) {
            in.next();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> rest(in))
                    .hasMessageEndingWith(
                            "line 1, column %d: reading was stopped here; run the cell again",
                            BLOCK);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void damagedTextIsReadAndNoted() throws IOException {
        try (TextStream in = file("ab\uFFFDc\n\uFFFD".getBytes(UTF_8)).open()) {
            assertThat(rest(in)).hasSize(6);
            assertThat(in.notes())
                    .containsExactly(
                            "line 1, column 3 holds U+FFFD, which stands for characters that an"
                                    + " earlier program could not read; look for the original");
        }
    }
}
