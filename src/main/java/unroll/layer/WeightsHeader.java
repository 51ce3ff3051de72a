package unroll.layer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON part of a safetensors file: what lies where.
 *
 * @param entries the tensors in the order of their bytes
 * @param metadata texts about the whole file
 */
record WeightsHeader(List<Entry> entries, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final int MOST_AXES = 8;
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** One tensor: its bytes are [begin, end) of the payload. */
    @SuppressWarnings("ArrayRecordComponent") // lives only while a file is read
    record Entry(String name, NumberType type, long[] shape, long begin, long end) {}

    /** What is wrong with a header, without the name of the file. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    static byte[] format(Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart(METADATA);
            for (Map.Entry<String, String> text : metadata.entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            json.writeEndObject();
            long begin = 0;
            for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                long end = begin + 4L * tensor.getValue().values().length;
                json.writeObjectFieldStart(tensor.getKey());
                json.writeStringField("dtype", NumberType.F32.name());
                writeNumbers(json, "shape", tensor.getValue().shape());
                writeNumbers(json, "data_offsets", begin, end);
                json.writeEndObject();
                begin = end;
            }
            json.writeEndObject();
        }
        while (bytes.size() % 8 != 0) {
            bytes.write(' '); // so that the numbers start at a multiple of 8
        }
        return bytes.toByteArray();
    }

    private static void writeNumbers(JsonGenerator json, String name, long... numbers)
            throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers, 0, numbers.length);
    }

    /** Parses a header and checks every number of it against the bytes that follow. */
    static WeightsHeader parse(byte[] bytes, long payload) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            expect(json.nextToken(), JsonToken.START_OBJECT, "the header");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                expect(json.nextToken(), JsonToken.START_OBJECT, name);
                if (name.equals(METADATA)) {
                    parseMetadata(json, metadata);
                } else {
                    entries.add(parseEntry(json, name));
                }
            }
            if (json.nextToken() != null) {
                throw new Fault("the header goes on after its closing brace");
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        checkCoverage(entries, payload);
        return new WeightsHeader(entries, metadata);
    }

    private static void parseMetadata(JsonParser json, Map<String, String> metadata)
            throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            expect(json.nextToken(), JsonToken.VALUE_STRING, "metadata " + key);
            metadata.put(key, json.getText());
        }
    }

    private static Entry parseEntry(JsonParser json, String name) throws IOException {
        NumberType type = null;
        long[] shape = null;
        long[] offsets = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "dtype" -> type = NumberType.parse(json.getText(), name);
                case "shape" -> shape = parseNumbers(json, name, MOST_AXES);
                case "data_offsets" -> offsets = parseNumbers(json, name, 2);
                default ->
                        throw new Fault(
                                String.format(
                                        Locale.ROOT,
                                        "tensor %s has an unknown field %s",
                                        name,
                                        field));
            }
        }
        if (type == null || shape == null || offsets == null || offsets.length != 2) {
            throw new Fault(
                    String.format(
                            Locale.ROOT, "tensor %s lacks dtype, shape or two data_offsets", name));
        }
        Entry entry = new Entry(name, type, shape, offsets[0], offsets[1]);
        checkSize(entry);
        return entry;
    }

    private static long[] parseNumbers(JsonParser json, String name, int most) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY, name);
        long[] numbers = new long[most];
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, name);
            if (count == most) {
                throw new Fault(
                        String.format(
                                Locale.ROOT, "tensor %s lists more than %d numbers", name, most));
            }
            numbers[count] = json.getLongValue();
            if (numbers[count] < 0) {
                throw new Fault(
                        String.format(
                                Locale.ROOT, "tensor %s has the number %d", name, numbers[count]));
            }
            count++;
        }
        return Arrays.copyOf(numbers, count);
    }

    private static void checkSize(Entry entry) throws Fault {
        long bytes = entry.type().bytes();
        for (long axis : entry.shape()) {
            if (axis == 0 || bytes > Long.MAX_VALUE / axis) {
                throw new Fault(
                        String.format(
                                Locale.ROOT,
                                "tensor %s has the impossible shape %s",
                                entry.name(),
                                Arrays.toString(entry.shape())));
            }
            bytes *= axis;
        }
        if (bytes / entry.type().bytes() > Integer.MAX_VALUE - 8) {
            throw new Fault(
                    String.format(
                            Locale.ROOT, "tensor %s is larger than a Java array", entry.name()));
        }
        if (entry.end() - entry.begin() != bytes) {
            throw new Fault(
                    String.format(
                            Locale.ROOT,
                            "tensor %s of shape %s needs %d bytes, its offsets span %d",
                            entry.name(),
                            Arrays.toString(entry.shape()),
                            bytes,
                            entry.end() - entry.begin()));
        }
    }

    private static void checkCoverage(List<Entry> entries, long payload) throws Fault {
        long at = 0;
        for (Entry entry : entries) {
            if (entry.begin() != at) {
                throw new Fault(
                        String.format(
                                Locale.ROOT,
                                "tensor %s starts at byte %d, expected %d: a gap or an overlap",
                                entry.name(),
                                entry.begin(),
                                at));
            }
            at = entry.end();
        }
        if (at != payload) {
            throw new Fault(
                    String.format(
                            Locale.ROOT,
                            "%s: the header describes %d bytes of numbers, found %d",
                            at > payload ? "the file is cut" : "the file has trailing bytes",
                            at,
                            payload));
        }
    }

    private static void expect(JsonToken found, JsonToken expected, String where) throws Fault {
        if (found != expected) {
            throw new Fault(
                    String.format(
                            Locale.ROOT, "%s: expected %s, found %s", where, expected, found));
        }
    }
}
