package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.UnrollException;
import unroll.data.FaultyServer.Answer;

/** Downloads from a server with faults: the file is right or absent, and the message helps. */
class DownloadTest extends ServedSet {
    private static final byte[] FILE = Fetching.bytes(50_000);

    DownloadTest() {
        super(FILE);
    }

    private void begun(byte[] bytes) throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), bytes);
    }

    private void fetchIsRight() throws IOException {
        assertThat(Fetching.store(root).fetch(set)).isEqualTo(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(FILE);
        assertThat(part()).doesNotExist();
    }

    /** The file is absent, and the message names the fault and the way by hand. */
    private void fetchIsRefused(Answer answer, String... says) {
        server.answers(answer);
        assertThatThrownBy(() -> Fetching.store(root).fetch(set))
                .isInstanceOf(UnrollException.class)
                .hasMessageStartingWith("the set test-set cannot be had: ")
                .hasMessageContaining(
                        "; to do it by hand, save %s as %s (50,000 bytes, SHA-256 %s)"
                                .formatted(set.address(), file(), set.sha256()))
                .satisfies(e -> assertThat(e.getMessage()).contains(says));
        assertThat(file()).doesNotExist();
    }

    @Test
    void theFileIsFetchedOnceAndProgressIsTold() throws IOException {
        List<Download> told = Fetching.told();
        SetStore store = new SetStore(Map.of(), root, Fetching.IMPATIENT, told::add);

        store.fetch(set);
        store.fetch(set);

        assertThat(Files.readAllBytes(file())).isEqualTo(FILE);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0))
                .startsWith("GET /data/file.bin HTTP/1.1")
                .contains("Accept-Encoding: identity");
        assertThat(told)
                .extracting(Download::toString)
                .startsWith("test-set: 0 bytes of 50,000 bytes, downloading from " + set.address())
                .endsWith("test-set: 50,000 bytes of 50,000 bytes, verified, saved as " + file());
    }

    @Test
    void aFileThatWasChangedInTheCacheIsFetchedAgain() throws IOException {
        fetchIsRight();
        Files.writeString(file(), "something else");
        fetchIsRight();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aFileThatIsGoneIsNamed() {
        fetchIsRefused(
                exchange -> exchange.head(404, "Content-Length: 0"),
                "127.0.0.1 has the file no more (404)");
        assertThat(server.requests()).as("tried once").hasSize(1);
    }

    @Test
    void aServersOwnFaultIsTriedThreeTimes() throws IOException {
        fetchIsRefused(
                exchange -> exchange.head(500, "Content-Length: 0"),
                "127.0.0.1 answers 500, a fault of its own, after 3 tries");
        assertThat(server.requests()).hasSize(3);
        server.answers(
                exchange -> {
                    if (exchange.number() < 6) {
                        exchange.head(503, "Content-Length: 0");
                    } else {
                        exchange.serve(FILE);
                    }
                });
        fetchIsRight();
    }

    @Test
    void aResetConnectionGoesOnWhereItBroke() throws IOException {
        server.answers(
                exchange -> {
                    if (exchange.number() < 3) {
                        int from = exchange.range();
                        exchange.promise(FILE, from).body(FILE, from, from + 10_000).pause(300);
                        exchange.reset();
                    } else {
                        exchange.serve(FILE);
                    }
                });
        fetchIsRight();
        assertThat(server.requests().get(0)).doesNotContain("Range:");
        assertThat(server.requests().get(1)).contains("Range: bytes=10000-\n");
        assertThat(server.requests().get(2)).contains("Range: bytes=20000-\n");
    }

    @Test
    void aConnectionThatAlwaysBreaksKeepsWhatCame() throws IOException {
        fetchIsRefused(
                exchange -> {
                    int from = exchange.range();
                    exchange.promise(FILE, from).body(FILE, from, from + 5_000).pause(300);
                    exchange.reset();
                },
                "the connection to 127.0.0.1 broke off at byte 15,000 of 50,000",
                "after 3 tries; 15,000 bytes are kept: run it again to go on from there");
        server.answers(exchange -> exchange.serve(FILE));
        fetchIsRight();
        assertThat(server.requests().get(3)).contains("Range: bytes=15000-\n");
    }

    @Test
    void aServerThatFallsSilentIsLeft() {
        fetchIsRefused(
                exchange -> exchange.promise(FILE, 0).body(FILE, 0, 10).pause(5_000),
                "127.0.0.1 is too slow: fewer than 1,000 bytes came in 1 seconds");
    }

    @Test
    void aServerThatDripsIsLeft() {
        fetchIsRefused(
                exchange -> {
                    int from = exchange.range();
                    exchange.promise(FILE, from);
                    for (int at = from; at < FILE.length; at++) {
                        exchange.body(FILE, at, at + 1).pause(50);
                    }
                },
                "127.0.0.1 is too slow");
    }

    @Test
    void aServerThatNeverAnswersIsLeft() {
        fetchIsRefused(
                exchange -> exchange.pause(5_000),
                "127.0.0.1 does not answer (HttpTimeout: request timed out",
                "set HTTPS_PROXY");
    }

    @Test
    void noServerAtAllIsNamed() {
        server.close();
        fetchIsRefused(exchange -> {}, "127.0.0.1 does not answer (", "after 3 tries");
    }

    @Test
    void otherBytesOfTheSameLengthAreRefused() {
        byte[] other = FILE.clone();
        other[25_000]++;
        fetchIsRefused(
                exchange -> exchange.serve(other),
                "what 127.0.0.1 sends has the SHA-256 " + Fetching.sha256(other),
                "expected was " + set.sha256(),
                "something in between answers in its place");
        assertThat(part()).doesNotExist();
    }

    @Test
    void anotherLengthIsRefusedBeforeAnythingIsRead() {
        fetchIsRefused(
                exchange -> exchange.head(200, "Content-Length: 999999999"),
                "127.0.0.1 has a file of 999,999,999 bytes, expected were 50,000");
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        fetchIsRefused(
                exchange -> {
                    exchange.head(200);
                    while (true) {
                        exchange.body(FILE, 0);
                    }
                },
                "127.0.0.1 sends more than the 50,000 bytes expected");
        assertThat(part()).doesNotExist();
    }

    @Test
    void anAnswerThatEndsEarlyIsRefused() {
        fetchIsRefused(
                exchange -> exchange.head(200).body(FILE, 0, 40_000),
                "broke off at byte 40,000 of 50,000: the answer ended early");
    }

    @Test
    void anAnswerThatIsNoneIsRefused() {
        fetchIsRefused(
                exchange -> exchange.head(200, "Content-Length: many").body(FILE, 0),
                "127.0.0.1 answers in a way that is no HTTP (");
        fetchIsRefused(
                exchange -> exchange.head(206, FaultyServer.contentRange(0, 50_000)).body(FILE, 0),
                "127.0.0.1 sends a part of the file (206), though all of it was asked for; ");
    }

    @Test
    void anAnswerInAnotherCodingIsRefused() {
        fetchIsRefused(
                exchange ->
                        exchange.head(200, "Content-Encoding: gzip", "Content-Length: 50000")
                                .body(FILE, 0),
                "sends the file in a coding that was not asked for: gzip");
    }

    @Test
    void theServerMaySendOnToItselfOnly() throws IOException {
        Answer answer =
                exchange -> {
                    if (exchange.request().contains("/data/")) {
                        exchange.head(302, "Location: /moved/file.bin", "Content-Length: 0");
                    } else {
                        exchange.serve(FILE);
                    }
                };
        fetchIsRefused(
                exchange -> exchange.head(302, "Location: http://localhost/x", "Content-Length: 0"),
                "127.0.0.1 sends on to http://localhost, only http://127.0.0.1:%d itself is trusted"
                        .formatted(server.port()));
        fetchIsRefused(
                exchange -> exchange.head(301, "Location: /data/file.bin", "Content-Length: 0"),
                "127.0.0.1 sends on and on");
        server.answers(answer);
        fetchIsRight();
    }

    @Test
    void whereTheRangeIsIgnoredTheFileComesWhole() throws IOException {
        begun(Arrays.copyOf(FILE, 20_000));
        server.answers(exchange -> exchange.promise(FILE, 0).body(FILE, 0));
        fetchIsRight();
        assertThat(server.requests().get(0)).contains("Range: bytes=20000-\n");
    }

    @Test
    void anotherRangeThanAskedForIsRefused() throws IOException {
        begun(Arrays.copyOf(FILE, 20_000));
        fetchIsRefused(
                exchange ->
                        exchange.head(206, FaultyServer.contentRange(10_000, 50_000))
                                .body(FILE, 10_000),
                "sends the range 'bytes 10000-49999/50000', expected was 'bytes 20000-49999/50000'");
        fetchIsRefused(
                exchange -> exchange.head(416, "Content-Length: 0"), "has a shorter file (416)");
    }

    @Test
    void aBeginningOfAnotherFileIsFetchedAnew() throws IOException {
        begun(Fetching.bytes(20_000));
        fetchIsRight();
        begun(Fetching.bytes(60_000)); // more than the file has
        Files.delete(file());
        fetchIsRight();
    }
}
