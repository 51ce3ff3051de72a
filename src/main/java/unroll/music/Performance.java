package unroll.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A tune as it sounds: what is left when repeats, ties, graces and tempo are worked out. */
record Performance(
        List<Note> notes, List<ChordSymbol> chords, TempoMap tempos, double beats, double seconds) {
    private static final double LONGEST_SECONDS = 3600;

    /** A grace note lasts a 32nd note, unless together they would take half of their main note. */
    private static final double GRACE_BEATS = 0.125;

    /** So many notes at once, on average, are no tune, and would take hours to turn into sound. */
    private static final int MOST_AT_ONCE = 20;

    /** Onsets closer than this are one moment; far below any written length, in quarter notes. */
    private static final double SAME = 1e-6;

    /** A note with its place in the text but before the tempo is known. */
    private static final class Played {
        final Sound.Tone tone;
        final double start;
        double end;
        final boolean grace;
        final int voice;
        final int bar;
        final int line;

        Played(Sound.Tone tone, double start, double end, boolean grace, Place place, int line) {
            this.tone = tone;
            this.start = start;
            this.end = end;
            this.grace = grace;
            this.voice = place.voice;
            this.bar = place.bar;
            this.line = line;
        }
    }

    private record Place(int voice, int bar) {}

    private record Chord(Piece.Mark mark, double beat) {}

    /** Works out all voices together. */
    static Performance of(Tempo tempo, List<List<Piece>> voices, List<List<Integer>> orders) {
        Player player = new Player();
        int bars = 0;
        for (int voice = 0; voice < voices.size(); voice++) {
            player.voice(voices.get(voice), orders.get(voice), voice + 1, bars);
            bars += voices.get(voice).size();
        }
        Piece first = voices.stream().flatMap(List::stream).findFirst().orElseThrow();
        return player.finish(tempo, first);
    }

    /** Plays voice after voice from the tune's beginning. */
    private static final class Player {
        private final List<Played> notes = new ArrayList<>();
        private final List<Chord> chords = new ArrayList<>();
        private final TreeMap<Double, Double> tempos = new TreeMap<>();
        private final Map<Integer, Played> tied = new HashMap<>();
        private double longest;

        void voice(List<Piece> pieces, List<Integer> order, int voice, int barsBefore) {
            double beat = 0;
            tied.clear();
            for (int which : order) {
                Piece piece = pieces.get(which);
                Place place = new Place(voice, barsBefore + which + 1);
                for (Piece.Mark mark : piece.marks) {
                    mark(mark, beat + beats(mark.onset()));
                }
                for (Sound sound : piece.sounds) {
                    sound(sound, beat + beats(sound.onset), place);
                }
                beat += beats(piece.duration);
            }
            longest = Math.max(longest, beat);
        }

        private void mark(Piece.Mark mark, double beat) {
            if (mark.tempo() == null) {
                chords.add(new Chord(mark, beat));
            } else {
                tempos.put(beat, mark.tempo().quartersPerMinute());
            }
        }

        private void sound(Sound sound, double start, Place place) {
            double end = start + beats(sound.duration);
            int count = sound.graces.size();
            double each = count == 0 ? 0 : Math.min(GRACE_BEATS, (end - start) / 2 / count);
            for (Sound.Tone grace : sound.graces) {
                notes.add(new Played(grace, start, start + each, true, place, sound.line));
                start += each;
            }
            for (Sound.Tone tone : sound.tones) {
                tone(tone, start, end, place, sound.line);
            }
        }

        /** Lengthens the tied note that this one goes on, or begins a new one. */
        private void tone(Sound.Tone tone, double start, double end, Place place, int line) {
            Played before = tied.remove(tone.midi);
            Played played = before;
            if (before == null || Math.abs(before.end - start) > SAME) {
                played = new Played(tone, start, end, false, place, line);
                notes.add(played);
            }
            played.end = end;
            if (tone.tied) {
                tied.put(tone.midi, played);
            }
        }

        Performance finish(Tempo tempo, Piece first) {
            TempoMap map = new TempoMap(tempo.quartersPerMinute(), tempos);
            double seconds = map.seconds(longest);
            check(seconds, first);
            Comparator<Note> byTime = Comparator.comparingDouble(Note::startBeats);
            return new Performance(
                    notes.stream()
                            .map(note -> note(note, map))
                            .sorted(byTime.thenComparingInt(Note::midi))
                            .toList(),
                    chords.stream()
                            .sorted(Comparator.comparingDouble(Chord::beat))
                            .map(chord -> chord(chord, map))
                            .toList(),
                    map,
                    longest,
                    seconds);
        }

        private void check(double seconds, Piece first) {
            double sounding = notes.stream().mapToDouble(note -> note.end - note.start).sum();
            if (seconds > LONGEST_SECONDS) {
                throw tooMuch(first, "lasts %.0f minutes; at most 60 are played", seconds / 60);
            } else if (sounding > longest * MOST_AT_ONCE) {
                throw tooMuch(
                        first, "has %.0f notes at once; at most 20 are played", sounding / longest);
            }
        }

        private static AbcException tooMuch(Piece first, String fault, double number) {
            return new AbcException(
                    "with its repeats the tune " + String.format(Locale.ROOT, fault, number),
                    first.line,
                    first.column,
                    "");
        }

        private static Note note(Played played, TempoMap map) {
            double start = map.seconds(played.start);
            return new Note(
                    played.tone.midi,
                    start,
                    map.seconds(played.end) - start,
                    played.start,
                    played.end - played.start,
                    played.grace,
                    played.voice,
                    played.bar,
                    played.line,
                    played.tone.column);
        }

        private static ChordSymbol chord(Chord chord, TempoMap map) {
            Piece.Mark mark = chord.mark;
            return new ChordSymbol(
                    mark.chord(), map.seconds(chord.beat), chord.beat, mark.line(), mark.column());
        }

        private static double beats(Fraction whole) {
            return whole.toDouble() * 4;
        }
    }
}
