package unroll.data;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with one set on a server of their own and a cache that begins empty. */
abstract class ServedSet {
    @TempDir Path root;
    FaultyServer server;
    PublicSet set;
    private final byte[] content;

    ServedSet(byte[] content) {
        this.content = content;
    }

    @BeforeEach
    void start() throws IOException {
        server = new FaultyServer(exchange -> exchange.serve(content));
        set = Fetching.set(server.address("/data/file.bin"), content);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Path file() {
        return root.resolve("test-set").resolve("file.bin");
    }

    Path part() {
        return root.resolve("test-set").resolve("file.bin.part");
    }
}
