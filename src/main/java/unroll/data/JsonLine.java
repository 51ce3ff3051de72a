package unroll.data;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One line that should be a JSON object; Jackson's faults in the reader's words. */
record JsonLine(TextStream in, String line) {
    /** Reads strictly: no key twice, nothing after the end. */
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Returns about how much memory a line takes while it is read: nodes, values and characters. */
    static long memory(String line) {
        return line.chars()
                .mapToLong(
                        c ->
                                switch (c) {
                                    case '{', '[', ':' -> 200;
                                    case ',' -> 80;
                                    default -> 8;
                                })
                .sum();
    }

    /** Returns the object. */
    ObjectNode parse() {
        char first = line.stripLeading().charAt(0);
        int start = line.indexOf(first);
        if (FileKind.isPage(line)) {
            throw fault(start, "this is a web page or XML, no JSON; download the file itself");
        }
        if (first == '[') {
            throw fault(
                    start,
                    "an array; write one object on each line, without brackets around and commas between");
        }
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw fault(start, "a single value; expected an object such as {\"text\": \"…\"}");
        } catch (JsonEOFException e) {
            throw fault(
                    line.length(),
                    "the line ends within an object; write each object on one line, whole");
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage();
            throw fault(at(e) - JsonFault.readOn(message), JsonFault.words(message));
        }
    }

    private int at(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? 0 : location.getColumnNr() - 1;
    }

    /** Returns the fault at a character of the line, counted from 0. */
    DataFileException fault(int at, String what) {
        int column = line.codePointCount(0, Math.max(0, Math.min(at, line.length()))) + 1;
        return in.fault(in.line(), column, what);
    }
}
