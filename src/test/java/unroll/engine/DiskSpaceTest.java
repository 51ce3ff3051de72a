package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    @TempDir Path folder;

    @Test
    void aFolderHasAsMuchAsItsDisk() {
        assertThat(DiskSpace.free(folder).getAsLong()).isPositive();
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertThat(Files.exists(folder.resolve("missing"))).isFalse();
        assertThat(DiskSpace.free(folder.resolve("missing"))).isEmpty();
    }
}
