package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.UnrollException;

class WeightsFileTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("model.safetensors");
    }

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        float[] many = new float[300_000]; // more than one chunk
        Random random = new Random(1);
        for (int i = 0; i < many.length; i++) {
            many[i] = (float) random.nextGaussian();
        }
        tensors.put("body.weight_ih_l0", new Tensor(many, new long[] {300, 1000}));
        float[] odd = {Float.NaN, Float.NEGATIVE_INFINITY, -0f};
        tensors.put("head.bias", new Tensor(odd, new long[] {3}));
        tensors.put("optimizer.step", new Tensor(new float[] {7}, new long[0]));
        return tensors;
    }

    @Test
    void whatIsWrittenIsReadBackInItsOrder() {
        Map<String, String> metadata =
                Map.of("vocabulary", "\"a\n\u00e9\ud83c\udfb5", "step", "40");
        WeightsFile.write(file, tensors(), metadata);
        WeightsFile read = WeightsFile.read(file);
        assertThat(read.tensors()).isEqualTo(tensors());
        assertThat(read.tensors().keySet()).containsExactlyElementsOf(tensors().keySet());
        assertThat(read.metadata()).isEqualTo(metadata);
    }

    @Test
    void theHeaderIsWhatOtherReadersExpect() throws IOException {
        Map<String, Tensor> one =
                Map.of("w", new Tensor(new float[] {1, 2, 3, 4, 5, 6}, new long[] {2, 3}));
        WeightsFile.write(file, one, Map.of("step", "1"));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.getLong();
        assertThat(length % 8).isZero();
        byte[] header = new byte[(int) length];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).strip())
                .startsWith(
                        "{\"__metadata__\":{\"step\":\"1\",\"writer\":\"unroll 1\",\"sha256\":\"")
                .endsWith("\"},\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}");
        assertThat(bytes.remaining()).isEqualTo(24);
        assertThat(bytes.getFloat()).isEqualTo(1);
    }

    @Test
    void aFileWithoutOurChecksumAndWithOtherNumberTypesIsRead() throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        payload.putDouble(0.5).putDouble(-2);
        payload.putShort((short) 0x3c00).putShort((short) 0xc000).putShort((short) 0x7c00);
        payload.putShort((short) 0x0001).putShort((short) 0x3555);
        payload.putShort((short) 0x3f80).putShort((short) 0xc040).putShort((short) 0).putFloat(9);
        write(
                "{'d':{'dtype':'F64','shape':[2],'data_offsets':[0,16]},"
                        + "'h':{'dtype':'F16','shape':[5],'data_offsets':[16,26]},"
                        + "'b':{'dtype':'BF16','shape':[3,1],'data_offsets':[26,32]},"
                        + "'s':{'dtype':'F32','shape':[],'data_offsets':[32,36]}}",
                payload.array());
        Map<String, Tensor> read = WeightsFile.read(file).tensors();
        assertThat(read.get("d").values()).containsExactly(0.5f, -2);
        assertThat(read.get("h").values())
                .containsExactly(1, -2, Float.POSITIVE_INFINITY, 0x1p-24f, 0.33325195f);
        assertThat(read.get("b").values()).containsExactly(1, -3, 0);
        assertThat(read.get("s").values()).containsExactly(9);
    }

    private void write(String header, byte[] payload) throws IOException {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + payload.length);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).put(payload);
        Files.write(file, bytes.array());
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> WeightsFile.read(file))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}|tensor w of shape [2] needs 8 bytes, its offsets span 4
                    {'w':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}}|the file is cut: the header describes 12 bytes of numbers, found 8
                    {'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}|the file has trailing bytes
                    {'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|tensor w starts at byte 4, expected 0: a gap or an overlap
                    {'w':{'dtype':'I64','shape':[1],'data_offsets':[0,8]}}|tensor w holds I64; F32, F64, F16 and BF16 can be read
                    {'w':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}}|tensor w has the impossible shape [0]
                    {'w':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}|tensor w has the number -2
                    {'w':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,8]}}|impossible shape
                    {'w':{'dtype':'F32','shape':[99999999999],'data_offsets':[0,399999999996]}}|larger than a Java array
                    {'w':{'dtype':'F32','shape':[2147483647],'data_offsets':[0,8589934588]}}|larger than a Java array
                    {'w':{'dtype':'F32','shape':[500000000],'data_offsets':[0,2000000000]}}|the file is cut
                    {'w':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}}|lists more than 8 numbers
                    {'w':{'dtype':'F32','shape':[2.5],'data_offsets':[0,8]}}|expected VALUE_NUMBER_INT
                    {'w':{'dtype':'F32','shape':[2]}}|lacks dtype, shape or two data_offsets
                    {'w':{'dtype':'F32','shape':[2],'code':1,'data_offsets':[0,8]}}|unknown field code
                    {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'w':{}}|Duplicate field 'w'
                    {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}}|cannot read weights
                    {'__metadata__':{'a':1}}|metadata a: expected VALUE_STRING
                    []|the header: expected START_OBJECT
                    """)
    void aHeaderThatDoesNotFitItsBytes(String header, String reason) throws IOException {
        write(header, new byte[8]);
        refused(reason);
    }

    @Test
    void filesOfOtherKinds() throws IOException {
        refused("no weights file at " + file.toAbsolutePath());
        Files.createDirectory(file);
        refused("no weights file");
        Files.delete(file);
        Files.writeString(file, "");
        refused("expected a safetensors file of at least 10 bytes, found 0");
        Files.writeString(file, "PK\u0003\u0004 a zip file, for example");
        refused("no safetensors file, or cut: its first 8 bytes announce a header of");
        write("{}", new byte[0]);
        assertThat(WeightsFile.read(file).tensors()).isEmpty();
    }

    @Test
    void aFileOfALaterFormat() throws IOException {
        write("{'__metadata__':{'writer':'unroll 2'}}", new byte[0]);
        refused("written in format 'unroll 2', this library reads 'unroll 1'; update it");
    }

    @Test
    void everyChangedByteAndEveryCutIsFound() throws IOException {
        mutate(new Random(5), 2000);
    }

    @Tag("long")
    @Test
    void inAHundredThousandTriesToo() throws IOException {
        mutate(new Random(6), 100_000);
    }

    private void mutate(Random random, int tries) throws IOException {
        float[] numbers = {1, 2, 3, 4, 5, 6};
        Map<String, Tensor> small = new LinkedHashMap<>();
        small.put("body.weight", new Tensor(numbers, new long[] {2, 3}));
        small.put("body.bias", new Tensor(new float[] {1, 2}, new long[] {2}));
        WeightsFile.write(file, small, Map.of("vocabulary", "abc"));
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < tries; i++) {
            byte[] bad = good.clone();
            switch (random.nextInt(4)) {
                case 0 -> bad = Arrays.copyOf(bad, random.nextInt(good.length + 20));
                case 1 -> bad[random.nextInt(8)] = (byte) random.nextInt(256);
                default -> bad[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            if (!Arrays.equals(bad, good)) {
                assertThatThrownBy(() -> WeightsFile.read(file))
                        .isInstanceOf(UnrollException.class);
            }
        }
    }

    @Test
    void writingReplacesTheOldFileAndLeavesNothingElse() throws IOException {
        Path leftover = Files.writeString(folder.resolve(file.getFileName() + ".tmp-1-x"), "half");
        Files.setLastModifiedTime(
                leftover, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        WeightsFile.write(file, tensors(), Map.of("step", "1"));
        WeightsFile.write(file, tensors(), Map.of("step", "2"));
        assertThat(WeightsFile.read(file).metadata()).containsEntry("step", "2");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeWrittenSaysSo() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> WeightsFile.write(file, tensors(), Map.of()))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        "cannot write weights to %s: it is a folder; an older file is unchanged"
                                .formatted(file));
    }

    @Test
    void aTensorHoldsAsManyNumbersAsItsShape() {
        assertThatThrownBy(() -> new Tensor(new float[3], new long[] {2, 2}))
                .hasMessage("shape [2, 2] holds 4 values, got 3");
    }

    @Test
    void aChecksumThatIsNoneIsRefused() throws IOException {
        write(
                "{\"__metadata__\":{\"writer\":\"unroll 1\",\"sha256\":\"\",\"sha256.header\":\"\"}}",
                new byte[0]);
        refused("its checksum is none: the header was changed");
    }

    @Test
    void aFileLargerThanTheMemoryIsRefusedBeforeItIsRead() throws IOException {
        long numbers = Runtime.getRuntime().maxMemory() / 4 + 1;
        String header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                        .formatted(numbers, 4 * numbers);
        write(header, new byte[0]);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(8 + header.length() + 4 * numbers);
        }
        refused("MB of Java's memory");
    }

    @Test
    void anInterruptedThreadLosesNothing() {
        WeightsFile.write(file, tensors(), Map.of());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> WeightsFile.read(file))
                .hasMessageContaining("the file is as it was, read it again");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThatThrownBy(() -> WeightsFile.write(file, Map.of(), Map.of()))
                .hasMessageContaining("an older file is unchanged, save again");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(WeightsFile.read(file).tensors()).isEqualTo(tensors());
    }
}
