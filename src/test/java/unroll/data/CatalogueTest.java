package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.UnrollException;

/** The list of public sets: what it says of each, and what it refuses to list. */
class CatalogueTest {
    private static final String ENTRY =
            """
            {"name": "my-set", "description": "mine", "address": "https://example.org/my.csv",
             "bytes": 12, "sha256": "%s", "licence": "CC0", "citation": "me"}\
            """
                    .formatted("0".repeat(64));

    @TempDir Path folder;

    private Catalogue read(String text) throws IOException {
        return Catalogue.read(Files.writeString(folder.resolve("sets.json"), text));
    }

    @Test
    void theShippedSetsAreDescribed() {
        Catalogue shipped = Catalogue.shipped();
        assertThat(shipped.set("irish-tunes").toString())
                .isEqualTo(
                        "irish-tunes: 804 Irish folk tunes (jigs, reels, hornpipes and others) in"
                                + " ABC notation\n"
                                + "  0.2 MB, licence MIT, from"
                                + " https://raw.githubusercontent.com/MITDeepLearning/introtodeeplearning/fd8023c7804bd352fc7212ac3aa587bd90912653/mitdeeplearning/data/irish.abc\n"
                                + "  cite: MIT 6.S191 Introduction to Deep Learning, Lab 1; repository"
                                + " MITDeepLearning/introtodeeplearning, mitdeeplearning/data/irish.abc,"
                                + " commit fd8023c7804bd352fc7212ac3aa587bd90912653");
        assertThat(shipped.table().columnNames())
                .containsExactly(
                        "name",
                        "description",
                        "bytes",
                        "licence",
                        "citation",
                        "address",
                        "SHA-256");
        assertThat(shipped.table().rowCount()).isEqualTo(shipped.sets().size());
        assertThatThrownBy(() -> shipped.set("tunes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no set is called 'tunes'; there is: irish-tunes");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "UNROLL_IRISH_ABC", matches = ".+")
    void theIrishTunesAreTheFileThatTheDigestWasComputedFrom() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(System.getenv("UNROLL_IRISH_ABC")));
        PublicSet tunes = Catalogue.shipped().set("irish-tunes");
        assertThat(tunes.bytes()).isEqualTo(bytes.length);
        assertThat(tunes.sha256()).isEqualTo(Fetching.sha256(bytes));

        Path place = Files.createDirectories(folder.resolve("irish-tunes")).resolve("irish.abc");
        Files.write(place, bytes);
        assertThat(Fetching.offlineStore(folder).fetch(tunes)).isEqualTo(place);
    }

    @Test
    void aCatalogueOfOnesOwnIsRead() throws IOException {
        List<PublicSet> sets = read("{\"sets\": [" + ENTRY + "]}").sets();
        assertThat(sets).hasSize(1);
        assertThat(sets.get(0).fileName()).isEqualTo("my.csv");
        assertThat(sets.get(0).bytes()).isEqualTo(12);
        assertThat(read("{\"sets\": []}").sets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sets\": [} | sets.json, line 1, column 11: this is not JSON (",
                "{\"sets\": 5} | sets.json has no list \"sets\"; write {\"sets\": [ … ]}",
                "[] | sets.json has no list \"sets\"",
                "{\"sets\": [], \"sets\": []} | Duplicate field 'sets'",
                "{\"sets\": []} {} | this is not JSON (",
                "{\"sets\": [5]} | set 1: \"name\" is missing or no text; a set has name, desc",
                "{\"sets\": [{\"nme\": \"x\"}]} | set 1: \"nme\" is not known; a set has name,",
                "{\"sets\": [E, E]} | two sets are called my-set; rename one",
            })
    void whatIsNoCatalogueIsRefused(String text, String says) {
        assertThatThrownBy(() -> read(text.replace("E", ENTRY)))
                .isInstanceOf(UnrollException.class)
                .hasMessageStartingWith("the catalogue " + folder)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my-set | My Set | the name 'My Set' is no name of a set",
                "my-set | ../up | the name '../up' is no name of a set",
                "mine | '' | description is missing",
                "https:// | http:// | where anybody in between can change it; give an https",
                "https:// | ftp:// | where anybody in between can change it",
                "https:// | https://me:pw@ | does not name a server",
                "https://example.org/my.csv | file:///etc/passwd | does not name a server",
                "https://example.org/my.csv | https:my.csv | does not name a server",
                "org/my.csv | org:0/my.csv | has the port 0; ports are 1 to 65535",
                "org/my.csv | org:99999/my.csv | has the port 99999; ports are 1 to 65535",
                "https://example.org/my.csv | https://a b/c | is none (Illegal character",
                "/my.csv | '' | ends in '', which is no name for a file",
                "/my.csv | /.lock | ends in '.lock', which is no name for a file",
                "/my.csv | /%2e%2e | ends in '..', which is no name for a file",
                "/my.csv | /x.part | ends in 'x.part', which is no name for a file",
                "12 | 0 | is said to have 0 bytes; give the size",
                "12 | -5 | is said to have -5 bytes",
                "12 | 1.5 | \"bytes\" is missing or no whole number",
                "12 | 99999999999999999999 | \"bytes\" is missing or no whole number",
                "0000000000000000 | xyz | give the 64 hexadecimal digits that sha256sum",
                "CC0 | '' | licence is missing",
                "\"me\" | null | \"citation\" is missing or no text",
            })
    void anEntryThatCannotBeTrustedIsRefused(String from, String to, String says) {
        String text = "{\"sets\": [" + ENTRY.replace(from, to) + "]}";
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("sets.json, set 1: ")
                .hasMessageContaining(says);
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        for (String host : List.of("localhost", "127.0.0.1", "127.9.9.9", "[::1]", "LocalHost")) {
            assertThat(Fetching.set("http://" + host + ":80/f", new byte[1]).fileName())
                    .isEqualTo("f");
        }
        for (String host : List.of("localhost.example", "128.0.0.1", "127.0.0.1.example.org")) {
            assertThatThrownBy(() -> Fetching.set("http://" + host + "/f", new byte[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("give an https address (http only on this machine)");
        }
    }
}
