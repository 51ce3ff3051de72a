package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times beside a series: later and later, by even steps, or refused with the line. */
class TimesTest {
    @TempDir Path folder;

    private Csv csv(String... times) throws IOException {
        String rows =
                IntStream.range(0, times.length)
                        .mapToObj(i -> times[i] + "," + i + "\n")
                        .collect(Collectors.joining());
        Path file = folder.resolve("my.csv");
        Files.writeString(file, "date,value\n" + rows);
        return Csv.of(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-27 2024-02-28 2024-02-29 2024-03-01 2024-03-02",
                "2023-11 2023-12 2024-01 2024-02",
                "2023-11-15 2023-12-15 2024-01-15 2024-02-15",
                "2023-11-30 2023-12-31 2024-01-31 2024-02-29",
                "2020-01-01 2021-01-01 2022-01-01 2023-01-01",
                "2024-01-01T22:00 2024-01-01T23:00 2024-01-02T00:00",
                "2024-01-01T22:00:00.25 2024-01-01T22:00:00.5 2024-01-01T22:00:00.75",
                "2024-01-01T23:00Z 2024-01-02T01:00+01:00 2024-01-02T01:00Z",
                "0.1 0.2 0.3 0.4",
                "2001 2002 2003",
                "7 9",
                "1"
            })
    void evenTimesAreRead(String times) throws IOException {
        String[] each = times.split(" ", -1);
        assertThat(csv(each).series("date", "value").values()).hasSize(each.length);
    }

    @Test
    void aDayAndItsTimeMayBePartedByASpace() throws IOException {
        assertThat(
                        csv("2024-01-01 22:00:00", "2024-01-01 23:00:00")
                                .series("date", "value")
                                .values())
                .containsExactly(0, 1);
    }

    @Test
    void theNewestFirstIsRefused() throws IOException {
        Csv csv = csv("2024-01-31", "2024-01-30", "2024-01-29");
        assertThat(csv.series("value").values()).hasSize(3);
        assertThatThrownBy(() -> csv.series("date", "value"))
                .isInstanceOf(DataFileException.class)
                .hasMessageEndingWith(
                        "my.csv, line 3, column 1: the time \"2024-01-30\" follows \"2024-01-31\"; sort"
                                + " the rows, the oldest first, one for each time");
        assertThatThrownBy(() -> csv("1", "2", "2").series("date", "value"))
                .hasMessageContaining("line 4, column 1: the time \"2\" follows \"2\"");
    }

    @Test
    void gapsAreSaidWithTheirLines() throws IOException {
        Csv csv = csv("2024-01-01", "2024-01-02", "2024-01-05", "2024-01-06", "2024-01-08");
        assertThatThrownBy(() -> csv.series("date", "value"))
                .hasMessageEndingWith(
                        "my.csv, line 4, column 1: the time since the row before is 3.00 times the"
                                + " usual step (2 uneven rows: line 4, 6); add the missing rows, with NA and carryForward(true); where times are missing by rule, as"
                                + " weekends are, read series(\"value\")");
        assertThatThrownBy(
                        () -> csv("2023-11-15", "2023-12-15", "2024-02-15").series("date", "value"))
                .hasMessageContaining("line 4, column 1: the time since the row before is 2.00");
    }

    @Test
    void whatIsNoTimeIsRefused() throws IOException {
        assertThatThrownBy(() -> csv("2024-01-01", "01/02/2024").series("date", "value"))
                .hasMessageEndingWith(
                        "line 3, column 1: \"01/02/2024\" is no time; write 2024-01-31, 2024-01-31"
                                + " 18:30, 2024-01 or a number");
        assertThatThrownBy(() -> csv("2023-02-29").series("date", "value"))
                .hasMessageContaining("\"2023-02-29\" is no time");
        assertThatThrownBy(() -> csv("2024-01", "7").series("date", "value"))
                .hasMessageContaining(
                        "the time \"7\" is written otherwise than \"2024-01\" in line 2");
        assertThatThrownBy(() -> csv("1").series("day", "value"))
                .hasMessageContaining("there is no column \"day\"");
    }
}
