package unroll.music;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.music.AbcLines.Line;

/** Reads the lines of one tune: header fields, then music by voice. */
final class TuneReader implements MusicLine.Fields {
    /** Letters of fields that may begin a line between lines of music. */
    private static final String BODY_FIELDS = "HIKLMmNOPQRrSsTUVWwZ+";

    /** Those of them that are a decoration or a rest as well. */
    private static final String MUSIC_TOO = "HLMOPSTZ";

    private final List<AbcField> fields = new ArrayList<>();
    private final List<AbcWarning> warnings = new ArrayList<>();
    private final Map<String, Voice> voices = new LinkedHashMap<>();
    private final Map<String, Integer> shifts = new LinkedHashMap<>();
    private final Decorations decorations = new Decorations();
    private Voice.Accidentals accidentals = Voice.Accidentals.PITCH;
    private Metre metre = Metre.FREE;
    private Fraction unit;
    private Cursor tempo;
    private String rhythm = "";
    private int shift;
    private Opening opening;
    private Voice voice;

    /** Begins with the fields that hold for the whole collection; a key belongs to its tune alone. */
    TuneReader(List<Line> fileHeader) {
        for (Line line : fileHeader) {
            if (!line.isBlank() && !line.text().startsWith("K:")) {
                headerLine(line);
            }
        }
    }

    /** Reads the tune in these lines; {@code source} is kept with it. */
    Tune read(List<Line> lines, String source) {
        int place = 0;
        while (opening == null) {
            if (place == lines.size() || lines.get(place).isBlank()) {
                Line at = lines.get(Math.min(place, lines.size() - 1));
                throw at.cursor()
                        .fail("the header has no key: expected K: before the music, as in K:G");
            }
            headerLine(lines.get(place++));
        }
        Cursor end = lines.get(place - 1).cursor();
        place = passOverBlanks(lines, place);
        for (; place < lines.size() && !lines.get(place).isBlank(); place++) {
            end = bodyLine(lines.get(place));
        }
        checkRest(lines.subList(place, lines.size()));
        return finish(end, source);
    }

    /** Some files part header and music by a blank line, which by the standard ends the tune. */
    private int passOverBlanks(List<Line> lines, int place) {
        int after = place;
        while (after < lines.size() && lines.get(after).isBlank()) {
            after++;
        }
        if (after == lines.size()) {
            return place;
        }
        if (after > place) {
            warn(lines.get(place).cursor(), "a blank line between header and music is passed over");
        }
        return after;
    }

    private void checkRest(List<Line> lines) {
        for (Line line : lines) {
            if (!line.isBlank() && !line.isRemark()) {
                warn(line.cursor(), "a blank line ended the tune; what follows is left out");
                return;
            }
        }
    }

    private Tune finish(Cursor end, String source) {
        if (fields.stream().noneMatch(field -> field.name().equals("T"))) {
            warn(end, "the tune has no title: T: is missing in its header");
        }
        voices.values().forEach(each -> each.finish(end));
        if (voices.values().stream().allMatch(each -> each.pieces.isEmpty())) {
            throw end.fail("the tune has no music: expected notes or rests after the key (K:)");
        }
        List<List<Piece>> pieces = voices.values().stream().map(each -> each.pieces).toList();
        return Tune.of(source, fields, opening, pieces, warnings);
    }

    private void headerLine(Line line) {
        Cursor cursor = content(line);
        if (line.isRemark()) {
            directive(line);
        } else if (line.isField()) {
            char name = cursor.next();
            cursor.next();
            Cursor value = cursor.trimmed();
            keep(name, value);
            headerField(name, value);
        } else if (!continuesHistory()) {
            throw cursor.fail(
                    "expected a header field such as T: or K:, as the music begins after K:");
        }
    }

    /** Old files carry a history on over lines without a letter. */
    private boolean continuesHistory() {
        return !fields.isEmpty() && fields.get(fields.size() - 1).name().equals("H");
    }

    private void headerField(char name, Cursor value) {
        switch (name) {
            case 'M' -> metre = Metre.read(value);
            case 'L' -> unit = unit(value);
            case 'Q' -> tempo = value;
            case 'R' -> rhythm = value.remaining();
            case 'V' -> voiceShift(value);
            case 'K' -> open(value);
            case 'I' -> instruction(value.remaining());
            case 'U' -> decorations.define(value);
            default -> {}
        }
    }

    private void open(Cursor value) {
        KeySignature key = KeySignature.read(value, KeySignature.NONE);
        shift = Clef.shift(value, true, 0);
        Fraction length = unit == null ? metre.defaultUnit() : unit;
        Tempo usual = Tempo.of(rhythm, metre);
        Tempo first = tempo == null ? usual : Tempo.read(tempo, length, usual);
        opening = new Opening(key, metre, length, first);
    }

    private static Fraction unit(Cursor value) {
        int start = value.index();
        int count = value.atDigit() ? value.number() : 0;
        int part = value.take('/') ? (value.atDigit() ? value.number() : 0) : 1;
        if (count == 0 || part == 0 || !value.done()) {
            throw value.failAt(start, "not a unit note length: expected one such as 1/8 after L:");
        }
        return Fraction.of(count, part);
    }

    private Cursor bodyLine(Line line) {
        Cursor cursor = content(line);
        if (line.isRemark()) {
            directive(line);
        } else if (isBodyField(line)) {
            char name = cursor.next();
            cursor.next();
            Cursor value = cursor.trimmed();
            keep(name, value);
            bodyField(name, value);
        } else if (!cursor.done()) {
            new MusicLine(cursor, voice(), decorations, warnings, this).read();
        }
        return cursor;
    }

    /** A field, unless it can only be music, such as {@code A:|} or {@code Z:|}. */
    private static boolean isBodyField(Line line) {
        String text = line.text();
        return line.isField()
                && BODY_FIELDS.indexOf(text.charAt(0)) >= 0
                && !(text.startsWith("|", 2) && MUSIC_TOO.indexOf(text.charAt(0)) >= 0);
    }

    @Override
    public Voice inline(char name, Cursor value) {
        bodyField(name, value);
        return voice();
    }

    private void bodyField(char name, Cursor value) {
        switch (name) {
            case 'K' -> {
                Voice current = voice();
                current.key = KeySignature.read(value, current.key);
                current.shift = Clef.shift(value, true, current.shift);
            }
            case 'M' -> voice().metre = Metre.read(value);
            case 'L' -> voice().unit = unit(value);
            case 'Q' -> {
                Tempo changed = Tempo.read(value, voice().unit, opening.tempo());
                voice().mark(changed, null, value, value.index());
            }
            case 'V' -> voice = voice(voiceShift(value));
            case 'I' -> instruction(value.remaining());
            case 'U' -> decorations.define(value);
            default -> {}
        }
    }

    /** The voice that music goes to; the first one if none was named. */
    private Voice voice() {
        if (voice == null) {
            voice = voice(shifts.isEmpty() ? "1" : shifts.keySet().iterator().next());
        }
        return voice;
    }

    private Voice voice(String name) {
        return voices.computeIfAbsent(
                name,
                key ->
                        new Voice(
                                opening,
                                shift + shifts.getOrDefault(key, 0),
                                accidentals,
                                warnings));
    }

    /** Reads a V: field, keeps its transposition, and answers the voice's name. */
    private String voiceShift(Cursor value) {
        String name = value.word();
        if (name.isEmpty()) {
            throw value.fail("V: needs the voice's name, as in V:1");
        }
        int own = Clef.shift(value, false, 0);
        shifts.merge(name, own, (old, now) -> now == 0 ? old : now);
        return name;
    }

    private void directive(Line line) {
        if (line.text().startsWith("%%")) {
            String text = line.text().substring(2).strip();
            fields.add(new AbcField("%%", text, line.number()));
            instruction(text);
        }
    }

    private void instruction(String text) {
        String name = "propagate-accidentals";
        if (!text.startsWith(name)) {
            return;
        }
        accidentals =
                switch (text.substring(name.length()).strip()) {
                    case "not" -> Voice.Accidentals.NOT;
                    case "octave" -> Voice.Accidentals.OCTAVE;
                    default -> Voice.Accidentals.PITCH;
                };
        voices.values().forEach(each -> each.accidentals = accidentals);
    }

    private void keep(char name, Cursor value) {
        String text = value.remaining();
        if (name == '+' && !fields.isEmpty()) {
            AbcField last = fields.remove(fields.size() - 1);
            fields.add(new AbcField(last.name(), last.value() + " " + text, last.line()));
        } else {
            fields.add(new AbcField(String.valueOf(name), text, value.line()));
        }
    }

    /** The line without its comment; fails on characters that no text file holds. */
    private static Cursor content(Line line) {
        String text = line.text();
        Cursor cursor = line.cursor();
        for (int place = 0; place < text.length(); place++) {
            char c = text.charAt(place);
            if (c < ' ' && c != '\t') {
                throw cursor.failAt(
                        place, "control character " + (int) c + ": is this a text file?");
            }
            if (c == '%' && (place == 0 || text.charAt(place - 1) != '\\')) {
                return cursor.part(0, place);
            }
        }
        return cursor;
    }

    private void warn(Cursor cursor, String message) {
        warnings.add(new AbcWarning(message, cursor.line(), cursor.column()));
    }
}
