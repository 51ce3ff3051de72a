package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.UnrollException;

class CacheSpaceTest {
    private static final List<String> MOUNTS =
            List.of(
                    "/dev/sda / ext4 rw,relatime 0 0",
                    "tmpfs /home tmpfs rw,nosuid,noexec 0 0",
                    "tmpfs /home/a\\040b tmpfs rw 0 0");

    @TempDir Path folder;

    @Test
    void theInnermostMountDecidesWhetherCodeCanBeLoaded() {
        assertThat(CacheSpace.isNoexec(Path.of("/opt/x"), MOUNTS)).isFalse();
        assertThat(CacheSpace.isNoexec(Path.of("/home/x"), MOUNTS)).isTrue();
        assertThat(CacheSpace.isNoexec(Path.of("/home/a b/x"), MOUNTS)).isFalse();
        assertThat(CacheSpace.isNoexec(Path.of("/homes"), MOUNTS)).isFalse();
    }

    @Test
    void saysHowMuchRoomIsMissing() {
        Path cache = folder.resolve("not/yet/there");
        assertThatThrownBy(() -> CacheSpace.requireRoom(cache, Long.MAX_VALUE))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining(cache.toString())
                .hasMessageContaining("MB are free")
                .hasMessageContaining("DJL_CACHE_DIR");
    }

    @Test
    void saysThatAFileStandsInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path cache = file.resolve("x/pytorch");
        assertThatThrownBy(() -> CacheSpace.requireRoom(cache, 1))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        ("the engine's libraries cannot be unpacked into %s: %s is no folder; set"
                                        + " DJL_CACHE_DIR to a folder on another disk or free this one")
                                .formatted(cache, file));
    }
}
