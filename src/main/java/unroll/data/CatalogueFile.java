package unroll.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import unroll.UnrollException;

/** Reads a catalogue written in JSON, strictly: what it does not know it refuses. */
final class CatalogueFile {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final List<String> FIELDS =
            List.of("name", "description", "address", "bytes", "sha256", "licence", "citation");

    private final String where;

    private CatalogueFile(String where) {
        this.where = where;
    }

    /** Parses the text; {@code where} names it in messages. */
    static Catalogue parse(String where, String text) {
        return new CatalogueFile(where).parse(text);
    }

    private Catalogue parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw fault(
                    String.format(
                            Locale.ROOT,
                            "has %,d characters, at most %,d are read; it is no catalogue",
                            text.length(),
                            MOST_CHARACTERS));
        }
        JsonNode sets = tree(text).path("sets");
        if (!sets.isArray()) {
            throw fault("has no list \"sets\"; write {\"sets\": [ … ]}");
        }
        List<PublicSet> read = new ArrayList<>();
        for (JsonNode entry : sets) {
            read.add(set(read.size() + 1, entry));
        }
        try {
            return new Catalogue(read);
        } catch (IllegalArgumentException e) {
            throw new UnrollException(
                    String.format(Locale.ROOT, "%s: %s", where, e.getMessage()), e);
        }
    }

    private JsonNode tree(String text) {
        try {
            return JsonLine.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", line %d, column %d",
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr());
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s%s: this is not JSON (%s); mend it there",
                            where,
                            place,
                            firstLine(e.getOriginalMessage())),
                    e);
        }
    }

    private PublicSet set(int number, JsonNode entry) {
        String which = String.format(Locale.ROOT, "%s, set %d", where, number);
        requireFields(which, entry);
        try {
            return PublicSet.of(
                    text(which, entry, "name"),
                    text(which, entry, "description"),
                    text(which, entry, "address"),
                    bytes(which, entry),
                    text(which, entry, "sha256"),
                    text(which, entry, "licence"),
                    text(which, entry, "citation"));
        } catch (IllegalArgumentException e) {
            throw new UnrollException(
                    String.format(Locale.ROOT, "%s: %s", which, e.getMessage()), e);
        }
    }

    private static void requireFields(String which, JsonNode entry) {
        Iterator<String> names = entry.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new UnrollException(
                        String.format(
                                Locale.ROOT,
                                "%s: \"%s\" is not known; a set has %s",
                                which,
                                firstLine(name),
                                String.join(", ", FIELDS)));
            }
        }
    }

    private static String text(String which, JsonNode entry, String field) {
        JsonNode value = entry.path(field);
        if (!value.isTextual()) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s: \"%s\" is missing or no text; a set has %s",
                            which,
                            field,
                            String.join(", ", FIELDS)));
        }
        return value.textValue();
    }

    private static long bytes(String which, JsonNode entry) {
        JsonNode value = entry.path("bytes");
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s: \"bytes\" is missing or no whole number; give the size of the file",
                            which));
        }
        return value.longValue();
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }

    private UnrollException fault(String what) {
        return new UnrollException(String.format(Locale.ROOT, "%s %s", where, what));
    }
}
