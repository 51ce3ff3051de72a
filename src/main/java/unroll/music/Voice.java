package unroll.music;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One voice while it is read: where it is in the bar, and what still waits for its next note. */
final class Voice {
    /** How far a written accidental reaches within its bar. */
    enum Accidentals {
        NOT,
        OCTAVE,
        PITCH
    }

    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction TWO = Fraction.of(2, 1);

    final List<Piece> pieces = new ArrayList<>();
    KeySignature key;
    Metre metre;
    Fraction unit;
    int shift;
    Accidentals accidentals;

    private final List<AbcWarning> warnings;
    private final Map<Integer, Integer> inBar = new HashMap<>();
    private final Map<Integer, Integer> tied = new HashMap<>();
    private final List<Sound.Tone> graces = new ArrayList<>();
    private Piece piece = new Piece();
    private Fraction offset = Fraction.ZERO;
    private Sound last;
    private boolean lastInBar;
    private Fraction broken;
    private Fraction tuplet = Fraction.ONE;
    private int tupletLeft;
    private int slurs;

    Voice(Opening opening, int shift, Accidentals accidentals, List<AbcWarning> warnings) {
        this.key = opening.key();
        this.metre = opening.metre();
        this.unit = opening.unit();
        this.shift = shift;
        this.accidentals = accidentals;
        this.warnings = warnings;
        piece.opens = true;
    }

    /** The tone a written pitch means here: accidental, tie, bar, key and transposition in turn. */
    Sound.Tone tone(Pitch pitch, Cursor cursor) {
        int midi = pitch.natural() + alteration(pitch) + shift;
        if (midi < 0 || midi > 127) {
            throw cursor.failAt(
                    pitch.column() - 1,
                    "this note is beyond MIDI's range: its number would be " + midi);
        }
        return new Sound.Tone(pitch.step(), midi, pitch.column());
    }

    private int alteration(Pitch pitch) {
        int place = accidentals == Accidentals.PITCH ? pitch.letter() : pitch.step();
        if (pitch.accidental() != null) {
            if (accidentals != Accidentals.NOT) {
                inBar.put(place, pitch.accidental());
            }
            return pitch.accidental();
        }
        Integer carried = tied.get(pitch.step());
        if (carried != null) {
            return carried;
        }
        return inBar.getOrDefault(place, key.alteration(pitch.letter()));
    }

    void grace(Sound.Tone tone) {
        graces.add(tone);
    }

    /** Adds a note, chord or (without tones) rest of the given multiple of the unit length. */
    void sound(List<Sound.Tone> tones, Fraction length, Cursor cursor, int start) {
        begin(cursor, start);
        Fraction duration = unit.times(length).times(tuplet);
        if (broken != null) {
            duration = duration.times(broken);
            broken = null;
        }
        if (tupletLeft > 0 && --tupletLeft == 0) {
            tuplet = Fraction.ONE;
        }
        checkTies(tones, cursor, start);
        List<Sound.Tone> before = tones.isEmpty() ? List.of() : List.copyOf(graces);
        last = new Sound(offset, duration, tones, before, cursor.line());
        lastInBar = true;
        graces.clear();
        piece.sounds.add(last);
        offset = offset.plus(duration);
    }

    private void begin(Cursor cursor, int start) {
        if (piece.multiRest) {
            throw cursor.failAt(start, "a bar line belongs after a rest of whole bars");
        }
        if (piece.isEmpty()) {
            piece.metre = metre;
            piece.line = cursor.line();
            piece.column = start + 1;
        }
    }

    private void checkTies(List<Sound.Tone> tones, Cursor cursor, int start) {
        if (!tied.isEmpty() && tones.stream().noneMatch(tone -> tied.containsKey(tone.step))) {
            warn("a tie reaches no note of the same pitch", cursor.line(), start + 1);
        }
        tied.clear();
    }

    /** Rests for whole bars. */
    void bars(int count, Cursor cursor, int start) {
        if (metre.isFree() || !piece.isEmpty()) {
            throw cursor.failAt(start, "a rest of whole bars needs a metre and a bar of its own");
        }
        begin(cursor, start);
        offset = metre.length().times(Fraction.of(count, 1));
        piece.multiRest = true;
        lastInBar = false;
    }

    /** Ties every tone of the last sound to the next one; fails where there is none. */
    void tie(Cursor cursor, int start) {
        if (last == null || last.tones.isEmpty()) {
            throw cursor.failAt(start, "a tie '-' needs a note right before it");
        }
        last.tones.forEach(tone -> tone.tied = true);
        for (Sound.Tone tone : last.tones) {
            carry(tone);
        }
    }

    /** Remembers a tied tone, so that the note it reaches sounds the same. */
    void carry(Sound.Tone tone) {
        int natural = new Pitch(tone.step, null, tone.column).natural();
        tied.put(tone.step, tone.midi - shift - natural);
    }

    /** A broken rhythm of {@code marks} signs between the last and the next note. */
    void broken(boolean longFirst, int marks, Cursor cursor, int start) {
        if (!lastInBar || broken != null) {
            throw cursor.failAt(
                    start, "a broken rhythm needs a note right before it in the same bar");
        }
        Fraction less = Fraction.ONE;
        for (int mark = 0; mark < marks; mark++) {
            less = less.times(HALF);
        }
        Fraction more = TWO.minus(less);
        Fraction old = last.duration;
        last.duration = old.times(longFirst ? more : less);
        offset = offset.plus(last.duration.minus(old));
        broken = longFirst ? less : more;
    }

    /** Begins a tuplet with the next note. */
    void tuplet(Tuplet next, Cursor cursor, int start) {
        if (tupletLeft > 0) {
            throw cursor.failAt(start, "a tuplet inside a tuplet is not supported");
        }
        tuplet = next.factor();
        tupletLeft = next.count();
    }

    /** Slurs are only counted: they change neither pitch nor onset. */
    void slur(boolean begins, Cursor cursor, int start) {
        slurs += begins ? 1 : -1;
        if (slurs < 0) {
            slurs = 0;
            warn("a slur ends here that never began", cursor.line(), start + 1);
        }
    }

    void mark(Tempo tempo, String chord, Cursor cursor, int start) {
        piece.marks.add(new Piece.Mark(offset, tempo, chord, cursor.line(), start + 1));
    }

    /** Begins another layer of the same bar. */
    void overlay(Cursor cursor, int start) {
        settle(cursor, start);
        piece.reach(offset);
        offset = Fraction.ZERO;
        lastInBar = false;
    }

    /** Ends the bar; whatever waits for a note must have found it. */
    void bar(BarLine bar, Cursor cursor, int start) {
        settle(cursor, start);
        inBar.clear();
        lastInBar = false;
        if (!piece.isEmpty()) {
            piece.reach(offset);
            pieces.add(piece);
            piece = new Piece();
            piece.opens = !bar.isPlain();
        } else if (bar.repeats() > 0 && pieces.isEmpty()) {
            warn("nothing to repeat before this bar line", cursor.line(), start + 1);
        }
        offset = Fraction.ZERO;
        piece.opens |= !bar.isPlain();
        piece.repeatStart |= bar.start();
        if (!pieces.isEmpty()) {
            Piece before = pieces.get(pieces.size() - 1);
            before.closes |= !bar.isPlain();
            before.repeats = Math.max(before.repeats, bar.repeats());
            before.doubleBarAfter |= bar.strong();
        }
    }

    private void settle(Cursor cursor, int start) {
        if (broken != null) {
            throw cursor.failAt(start, "a broken rhythm needs a note after it in the same bar");
        }
        if (tupletLeft > 0) {
            throw cursor.failAt(
                    start,
                    "the tuplet lacks " + tupletLeft + " of its notes at the end of the bar");
        }
    }

    /** Begins an ending here, inside a bar or after its line. */
    void ending(Cursor cursor, int start) {
        if (!piece.isEmpty()) {
            bar(BarLine.NONE, cursor, start);
        }
        piece.opens = true;
        if (!pieces.isEmpty()) {
            pieces.get(pieces.size() - 1).closes = true;
        }
        piece.ending.clear();
        BarLine.readEnding(cursor, piece.ending);
    }

    /** Ends the voice. */
    void finish(Cursor cursor) {
        int start = cursor.index();
        bar(BarLine.NONE, cursor, start);
        if (!pieces.isEmpty()) {
            pieces.get(pieces.size() - 1).closes = true;
        }
        if (slurs > 0) {
            warn("a slur that began never ends", cursor.line(), start + 1);
        }
        if (!graces.isEmpty()) {
            warn("grace notes with no note after them are left out", cursor.line(), start + 1);
        }
        if (!tied.isEmpty()) {
            warn("a tie reaches no note of the same pitch", cursor.line(), start + 1);
        }
    }

    private void warn(String message, int line, int column) {
        warnings.add(new AbcWarning(message, line, column));
    }
}
