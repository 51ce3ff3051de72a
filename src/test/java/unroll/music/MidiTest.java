package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.UnrollException;

class MidiTest {
    private static List<MidiEvent> events(Midi midi) throws Exception {
        Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(midi.bytes()));
        assertThat(sequence.getResolution()).isEqualTo(480);
        assertThat(sequence.getTracks()).hasSize(1);
        Track track = sequence.getTracks()[0];
        List<MidiEvent> events = new ArrayList<>();
        for (int at = 0; at < track.size(); at++) {
            events.add(track.get(at));
        }
        return events;
    }

    /** Tick, kind, pitch of all note events. */
    private static List<String> notes(Midi midi) throws Exception {
        List<String> notes = new ArrayList<>();
        for (MidiEvent event : events(midi)) {
            if (event.getMessage() instanceof ShortMessage message
                    && message.getCommand() != ShortMessage.PROGRAM_CHANGE) {
                boolean on = message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
                notes.add(event.getTick() + (on ? " on " : " off ") + message.getData1());
            }
        }
        return notes;
    }

    @Test
    void theBytesAreThoseOfTheStandard() {
        byte[] bytes = Midi.of(Music.of("A2")).program(24).bytes();

        String expected =
                "4d546864 00000006 0000 0001 01e0" // format 0, one track, 480 ticks to the quarter
                        + "4d54726b 0000001f"
                        + "00 ff0304 54657374" // title "Test"
                        + "00 ff5103 07a120" // 500,000 microseconds to the quarter
                        + "00 c018" // instrument 24
                        + "00 90455a"
                        + "8360 804500" // 480 ticks later
                        + "00 ff2f00";
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected.replace(" ", ""));
    }

    @Test
    void notesEndBeforeOthersBegin() throws Exception {
        assertThat(notes(Midi.of(Music.of("A2A2 (3BBB"))))
                .containsExactly(
                        "0 on 69",
                        "480 off 69",
                        "480 on 69",
                        "960 off 69",
                        "960 on 71",
                        "1120 off 71",
                        "1120 on 71",
                        "1280 off 71",
                        "1280 on 71",
                        "1440 off 71");
    }

    @Test
    void temposStandWhereTheyChange() throws Exception {
        List<Long> ticks = new ArrayList<>();
        for (MidiEvent event : events(Midi.of(Music.of("A8|[Q:1/4=60]B8")))) {
            if (event.getMessage() instanceof MetaMessage message && message.getType() == 0x51) {
                ticks.add(event.getTick());
            }
        }
        assertThat(ticks).containsExactly(0L, 1920L);
    }

    @Test
    void voicesHaveChannelsOfTheirOwnButNotTheDrums() throws Exception {
        StringBuilder music = new StringBuilder();
        for (int voice = 1; voice <= 16; voice++) {
            music.append("[V:").append(voice).append("]A8|");
        }
        List<Integer> channels = new ArrayList<>();
        for (MidiEvent event : events(Midi.of(Music.of(music.toString())))) {
            MidiMessage message = event.getMessage();
            if (message instanceof ShortMessage note && note.getCommand() == ShortMessage.NOTE_ON) {
                channels.add(note.getChannel());
            }
        }
        assertThat(channels).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 0);
    }

    @Test
    void titlesAreUtf8() {
        Tune tune = Abc.parse("X:1\nT:Ruaig an Bhróin\nK:C\nA");

        assertThat(new String(Midi.of(tune).bytes(), StandardCharsets.UTF_8))
                .contains("Ruaig an Bhróin");
    }

    @Test
    void onlyTheProgramsOfGeneralMidiExist() {
        Midi midi = Midi.of(Music.of("A"));
        assertThatThrownBy(() -> midi.program(128)).hasMessage("program must be 0 to 127, got 128");
        assertThatThrownBy(() -> midi.program(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Midi.of(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsSavedToAFile(@TempDir Path folder) throws Exception {
        Midi midi = Midi.of(Music.of("A"));
        midi.save(folder.resolve("a.mid"));

        assertThat(Files.readAllBytes(folder.resolve("a.mid"))).isEqualTo(midi.bytes());
        assertThatThrownBy(() -> midi.save(folder.resolve("no/a.mid")))
                .isInstanceOf(UnrollException.class);
    }
}
