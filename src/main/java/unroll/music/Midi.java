package unroll.music;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import unroll.UnrollException;

/**
 * A tune as a Standard MIDI File of format 0, 480 ticks to the quarter note.
 *
 * @param tune the tune
 * @param program instrument of General MIDI, from 0: 24 guitar, 40 violin, 73 flute, 105 banjo
 */
public record Midi(Tune tune, int program) {
    private static final int TICKS = 480;
    private static final int FLUTE = 73;
    private static final int VELOCITY = 90;
    private static final int DRUMS = 9;
    private static final int TITLE = 0x03;
    private static final int TEMPO = 0x51;

    /** Throws {@link IllegalArgumentException} for a program outside 0 to 127. */
    public Midi {
        if (tune == null) {
            throw new IllegalArgumentException("the tune is null");
        }
        if (program < 0 || program > 127) {
            throw new IllegalArgumentException("program must be 0 to 127, got " + program);
        }
    }

    /** The tune on a flute. */
    public static Midi of(Tune tune) {
        return new Midi(tune, FLUTE);
    }

    /** The same on another instrument. */
    public Midi program(int program) {
        return new Midi(tune, program);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        try {
            Sequence sequence = new Sequence(Sequence.PPQ, TICKS);
            Track track = sequence.createTrack();
            List<MidiEvent> events = events();
            events.sort(Comparator.comparingLong(MidiEvent::getTick).thenComparing(Midi::rank));
            events.forEach(track::add);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            MidiSystem.write(sequence, 0, file);
            return file.toByteArray();
        } catch (InvalidMidiDataException | IOException e) {
            throw new UnrollException("cannot make MIDI of " + tune + ": " + e, e);
        }
    }

    /** Writes the MIDI file. */
    public void save(Path file) {
        SavedFile.write("the MIDI file", file, bytes());
    }

    /** At one tick notes end before others begin, and what concerns all notes stands first. */
    private static int rank(MidiEvent event) {
        int status = event.getMessage().getStatus() & 0xF0;
        return status == ShortMessage.NOTE_ON ? 2 : status == ShortMessage.NOTE_OFF ? 1 : 0;
    }

    private List<MidiEvent> events() throws InvalidMidiDataException {
        List<MidiEvent> events = new ArrayList<>();
        byte[] title = tune.title().getBytes(StandardCharsets.UTF_8);
        events.add(at(0, new MetaMessage(TITLE, title, title.length)));
        for (var change : tune.tempos().changes().entrySet()) {
            int micros = (int) Math.round(60e6 / change.getValue());
            byte[] data = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
            events.add(at(change.getKey(), new MetaMessage(TEMPO, data, data.length)));
        }
        int voices = tune.notes().stream().mapToInt(Note::voice).max().orElse(1);
        for (int voice = 1; voice <= Math.min(voices, 15); voice++) {
            events.add(at(0, message(ShortMessage.PROGRAM_CHANGE, voice, program, 0)));
        }
        for (Note note : tune.notes()) {
            double end = note.startBeats() + note.beats();
            events.add(
                    at(
                            note.startBeats(),
                            message(ShortMessage.NOTE_ON, note.voice(), note.midi(), VELOCITY)));
            events.add(at(end, message(ShortMessage.NOTE_OFF, note.voice(), note.midi(), 0)));
        }
        return events;
    }

    /** Voices go to the 15 channels that are not drums. */
    private static ShortMessage message(int command, int voice, int first, int second)
            throws InvalidMidiDataException {
        int channel = (voice - 1) % 15;
        return new ShortMessage(command, channel < DRUMS ? channel : channel + 1, first, second);
    }

    private static MidiEvent at(double beats, MidiMessage message) {
        return new MidiEvent(message, Math.round(beats * TICKS));
    }
}
