package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.UnrollException;

/** The cache: shared between programs, moved and switched off by variables, stopped at any time. */
class SetStoreTest extends ServedSet {
    private static final byte[] FILE = Fetching.bytes(2_000_000);

    SetStoreTest() {
        super(FILE);
    }

    private Process program(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fetching.class.getName(),
                        set.address().toString(),
                        Long.toString(set.bytes()),
                        set.sha256(),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(name).toFile())
                .start();
    }

    @Test
    void ofEightProgramsOneDownloads() throws IOException, InterruptedException {
        server.answers(
                exchange -> {
                    exchange.promise(FILE, 0).body(FILE, 0, 500_000).pause(700);
                    exchange.body(FILE, 500_000);
                });
        List<Process> programs = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            programs.add(program("out" + number));
        }
        for (int number = 0; number < 8; number++) {
            assertThat(programs.get(number).waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(root.resolve("out" + number)).strip())
                    .isEqualTo("ready " + file());
        }
        assertThat(server.requests()).hasSize(1);
        assertThat(Files.readAllBytes(file())).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 700_000, 1_999_999})
    void afterAKillTheFileIsAbsentAndTheNextProgramGoesOn(int sent)
            throws IOException, InterruptedException {
        server.answers(exchange -> exchange.promise(FILE, 0).body(FILE, 0, sent).pause(20_000));
        Process program = program("killed");
        for (int wait = 0; wait < 600 && !(part().toFile().length() == sent); wait++) {
            Thread.sleep(50);
        }
        program.destroyForcibly().waitFor();
        assertThat(file()).doesNotExist();
        assertThat(part()).hasSize(sent);

        server.answers(exchange -> exchange.serve(FILE));
        assertThat(Fetching.store(root).fetch(set)).hasBinaryContent(FILE);
        assertThat(server.requests().get(server.requests().size() - 1))
                .contains("Range: bytes=%d-\n".formatted(sent));
    }

    @Test
    void ofEightThreadsOneDownloads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            threads.add(new Thread(() -> Fetching.store(root).fetch(set)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(file()).hasBinaryContent(FILE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anInterruptStopsItAndKeepsWhatCame() throws InterruptedException {
        server.answers(exchange -> exchange.promise(FILE, 0).body(FILE, 0, 600_000).pause(20_000));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> Fetching.store(root).fetch(set));
        thread.setUncaughtExceptionHandler((where, fault) -> thrown.set(fault));
        thread.start();
        for (int wait = 0; wait < 600 && part().toFile().length() < 600_000; wait++) {
            Thread.sleep(20);
        }
        thread.interrupt();
        thread.join(5_000);
        assertThat(thrown.get())
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        "the download of test-set was stopped; run it again to go on where it"
                                + " stopped");
        assertThat(part()).hasSize(600_000);

        server.answers(exchange -> exchange.serve(FILE));
        assertThat(Fetching.store(root).fetch(set)).hasBinaryContent(FILE);
        assertThat(server.requests().get(1)).contains("Range: bytes=600000-\n");
    }

    @Test
    void aFaultOfTheListenerLeavesNoLock() {
        SetStore store =
                new SetStore(
                        Map.of(),
                        root,
                        Fetching.IMPATIENT,
                        told -> {
                            throw new IllegalStateException("the listener's own");
                        });
        assertThatThrownBy(() -> store.fetch(set)).hasMessage("the listener's own");
        assertThat(Fetching.store(root).fetch(set)).hasBinaryContent(FILE);
    }

    @Test
    void offlineSaysWhichFileToPutWhere() throws IOException {
        assertThatThrownBy(() -> Fetching.offlineStore(root).fetch(set))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        ("the set test-set cannot be had: it is not in the cache and UNROLL_OFFLINE"
                                        + " is set: unset it where there is a network; to do it by"
                                        + " hand, save %s as %s (2,000,000 bytes, SHA-256 %s)")
                                .formatted(set.address(), file(), set.sha256()));
        assertThat(root).isEmptyDirectory();

        Files.createDirectories(file().getParent());
        Files.writeString(file(), "wrong");
        assertThatThrownBy(() -> Fetching.offlineStore(root).fetch(set))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining(
                        "the file in the cache is not it (5 bytes, SHA-256 8810ad581");
        assertThat(file()).as("what a reader put there is not deleted").hasContent("wrong");

        Files.write(file(), FILE);
        assertThat(Fetching.offlineStore(root).fetch(set)).isEqualTo(file());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Path blocked = Files.writeString(root.resolve("file"), "no folder");
        assertThatThrownBy(() -> Fetching.store(blocked).fetch(set))
                .isInstanceOf(UnrollException.class)
                .hasMessageStartingWith("the set test-set cannot be kept in " + blocked)
                .hasMessageEndingWith("or set UNROLL_CACHE to another folder");
    }

    @Test
    void variablesMoveTheCacheAndSwitchTheNetworkOff() {
        Path home = Path.of(System.getProperty("user.home"));
        assertThat(CacheFolder.find(Map.of("UNROLL_CACHE", "/x/y"), "Linux"))
                .isEqualTo(Path.of("/x/y"));
        assertThat(CacheFolder.find(Map.of("XDG_CACHE_HOME", "/c"), "Linux"))
                .isEqualTo(Path.of("/c/unroll"));
        assertThat(CacheFolder.find(Map.of("UNROLL_CACHE", " "), "Linux"))
                .isEqualTo(home.resolve(".cache/unroll"));
        assertThat(CacheFolder.find(Map.of(), "Mac OS X"))
                .isEqualTo(home.resolve("Library/Caches/unroll"));
        assertThat(CacheFolder.find(Map.of("LOCALAPPDATA", "/l"), "Windows 11"))
                .isEqualTo(Path.of("/l/unroll"));
        assertThatThrownBy(() -> CacheFolder.find(Map.of("UNROLL_CACHE", "\0"), "Linux"))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("UNROLL_CACHE is '");
        assertThat(List.of("1", "true", "yes"))
                .allMatch(value -> CacheFolder.isOffline(Map.of("UNROLL_OFFLINE", value)));
        assertThat(List.of("", "0", "no", "False "))
                .noneMatch(value -> CacheFolder.isOffline(Map.of("UNROLL_OFFLINE", value)));
    }

    @Test
    void theProxyOfTheEnvironmentIsAskedAndThisMachineNever() throws IOException {
        try (FaultyServer proxy = new FaultyServer(exchange -> exchange.head(407))) {
            PublicSet far = Fetching.set("https://example.invalid/file.bin", FILE);
            String variable = "http://me:secret@127.0.0.1:" + proxy.port();
            SetStore store =
                    new SetStore(
                            Map.of("HTTPS_PROXY", variable),
                            root,
                            Fetching.IMPATIENT,
                            told -> assertThat(told.toString()).doesNotContain("secret"));
            assertThatThrownBy(() -> store.fetch(far))
                    .isInstanceOf(UnrollException.class)
                    .hasMessageContaining(
                            "the proxy does not let it through to example.invalid: it answers 407, wants a")
                    .hasMessageContaining(
                            "to do it by hand, save https://example.invalid/file.bin as ")
                    .hasMessageNotContaining("secret");
            assertThat(proxy.requests().get(0)).startsWith("CONNECT example.invalid:443 ");
            assertThat(store.fetch(set)).hasBinaryContent(FILE);
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void noProxyExceptsServersAndAllBelowThem() {
        String list = "localhost, .example.org,other.net:443";
        Map<String, String> environment = Map.of("https_proxy", "p:3128", "no_proxy", list);
        EnvironmentProxies proxies = new EnvironmentProxies(ProxySelector.of(null), environment);
        assertThat(List.of("example.org", "a.example.org", "other.net"))
                .allSatisfy(
                        host ->
                                assertThat(proxies.describe(URI.create("https://" + host)))
                                        .startsWith("no proxy"));
        assertThat(proxies.describe(URI.create("https://notexample.org")))
                .startsWith("through the proxy p")
                .endsWith(":3128");
        for (String bad : List.of("socks5://p:1", "https://p:1", "http://me:se cret@p", "::")) {
            EnvironmentProxies wrong =
                    new EnvironmentProxies(ProxySelector.of(null), Map.of("ALL_PROXY", bad));
            assertThatThrownBy(() -> wrong.select(URI.create("https://example.org")))
                    .isInstanceOf(UnrollException.class)
                    .hasNoCause()
                    .hasMessage(
                            "the variable ALL_PROXY names no proxy that can be used; write it as"
                                    + " http://name:port");
        }
    }
}
