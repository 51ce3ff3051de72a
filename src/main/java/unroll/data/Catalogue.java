package unroll.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.UnrollException;

/**
 * Public data sets that can be fetched by name; nothing is downloaded before one is.
 *
 * <pre>
 *   Catalogue.shipped().table()
 *   Path file = Catalogue.shipped().set("irish-tunes").fetch();
 * </pre>
 *
 * @param sets the sets, each name once
 */
public record Catalogue(List<PublicSet> sets) {
    private static final String SHIPPED = "/unroll/data/catalogue.json";

    /**
     * Collects sets.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public Catalogue {
        sets = List.copyOf(sets);
        Set<String> names = new HashSet<>();
        for (PublicSet set : sets) {
            if (!names.add(set.name())) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT, "two sets are called %s; rename one", set.name()));
            }
        }
    }

    /** Returns the sets the library knows; the digest of each was computed from the file itself. */
    public static Catalogue shipped() {
        try (InputStream stream = Catalogue.class.getResourceAsStream(SHIPPED)) {
            if (stream == null) {
                throw new UnrollException(
                        SHIPPED
                                + " is not on the class path; build the library again with mvn package");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return CatalogueFile.parse("the library's own catalogue", text);
        } catch (IOException e) {
            throw new UnrollException("the library's own catalogue cannot be read", e);
        }
    }

    /**
     * Reads a catalogue of one's own, for example of a class: JSON as in
     *
     * <pre>
     *   {"sets": [{"name": "my-set", "description": "…", "address": "https://…/my.csv",
     *     "bytes": 1234, "sha256": "…", "licence": "CC0", "citation": "…"}]}
     * </pre>
     *
     * @throws UnrollException if it is no such file; the message says where
     */
    public static Catalogue read(Path file) {
        Objects.requireNonNull(file, "file is null: name one, for example Path.of(\"my.json\")");
        Corpus text = Corpus.read(file);
        return CatalogueFile.parse("the catalogue " + file.toAbsolutePath(), text.text());
    }

    /**
     * Returns the set of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PublicSet set(String name) {
        for (PublicSet set : sets) {
            if (set.name().equals(name)) {
                return set;
            }
        }
        String known = sets.stream().map(PublicSet::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "no set is called '%s'; there is: %s", name, known));
    }

    /** Returns name, description, size, licence, citation, address and SHA-256, a row per set. */
    public Table table() {
        Table table =
                Table.create(
                        "public sets",
                        StringColumn.create("name"),
                        StringColumn.create("description"),
                        LongColumn.create("bytes"),
                        StringColumn.create("licence"),
                        StringColumn.create("citation"),
                        StringColumn.create("address"),
                        StringColumn.create("SHA-256"));
        for (PublicSet set : sets) {
            table.stringColumn(0).append(set.name());
            table.stringColumn(1).append(set.description());
            table.longColumn(2).append(set.bytes());
            table.stringColumn(3).append(set.licence());
            table.stringColumn(4).append(set.citation());
            table.stringColumn(5).append(set.address().toString());
            table.stringColumn(6).append(set.sha256());
        }
        return table;
    }

    /** Returns the card of every set. */
    @Override
    public String toString() {
        return sets.stream().map(PublicSet::toString).collect(Collectors.joining("\n"));
    }
}
