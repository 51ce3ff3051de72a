package unroll.music;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The music between two bar lines of one voice, with what the lines on its sides say. */
final class Piece {
    /** Something at a moment of the piece: a change of tempo or a chord symbol, the other null. */
    record Mark(Fraction onset, Tempo tempo, String chord, int line, int column) {}

    final List<Sound> sounds = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();

    /** Numbers of the ending that begins here, empty if none does. */
    final SortedSet<Integer> ending = new TreeSet<>();

    Fraction duration = Fraction.ZERO;
    Metre metre;
    boolean multiRest;
    int line;
    int column;

    /** True if the piece begins a section: no plain bar line stands before it. */
    boolean opens;

    /** True if no plain bar line stands after it. */
    boolean closes;

    boolean repeatStart;
    boolean doubleBarAfter;

    /** How many times more the section ending here is played. */
    int repeats;

    boolean isEmpty() {
        return metre == null;
    }

    /** Tones and rests to play, graces included. */
    int size() {
        int size = sounds.size();
        for (Sound sound : sounds) {
            size += sound.tones.size() + sound.graces.size();
        }
        return size;
    }

    boolean isShort() {
        return !multiRest && !metre.isFree() && duration.compareTo(metre.length()) < 0;
    }

    /** Makes the piece at least this long, in whole notes. */
    void reach(Fraction end) {
        if (end.compareTo(duration) > 0) {
            duration = end;
        }
    }
}
