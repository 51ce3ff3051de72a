package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.UnrollException;

/** How far a server may send a download on. */
class SetServerTest {
    @Test
    void aLineWithoutEncryptionIsNotTrustedAfterOneWith() {
        URI from = URI.create("https://example.org/a/b.zip");
        assertThat(SetServer.next(from, "../c.zip").toString())
                .isEqualTo("https://example.org/c.zip");
        for (String to :
                List.of(
                        "http://example.org/a/b.zip",
                        "https://example.org:444/b.zip",
                        "https://example.org@evil.example/b.zip",
                        "//evil.example/b.zip",
                        "file:///etc/passwd")) {
            assertThatThrownBy(() -> SetServer.next(from, to))
                    .isInstanceOf(UnrollException.class)
                    .hasMessageStartingWith("example.org sends on to ")
                    .hasMessageEndingWith("only https://example.org itself is trusted");
        }
        assertThatThrownBy(() -> SetServer.next(from, "http://["))
                .hasMessageContaining("no address");
    }
}
