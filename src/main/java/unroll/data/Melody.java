package unroll.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Fills rhythms with notes: the first of a beat group belongs to the chord and lies near the note
 * before, the others follow a figure (run, turn, broken chord, pedal).
 *
 * <p>Notes are counted in scale steps from middle C: C is 0, c is 7, b is 13; the key signature does
 * the rest.
 */
final class Melody {
    private static final int OCTAVE = 7;
    private static final int NEAR = 4;
    private static final int FIGURES = 7;

    private final Random random;
    private final Dance dance;
    private final Mode mode;
    private final int tonic;
    private int low;
    private int high;
    private int previous;

    Melody(Random random, Dance dance, Mode mode, int tonic) {
        this.random = random;
        this.dance = dance;
        this.mode = mode;
        this.tonic = tonic;
        previous = tonic;
    }

    /** Keeps what follows between two notes; called before any is asked for. */
    void range(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /** A few notes before the first bar. */
    String pickup(String rhythm) {
        return group(rhythm, mode.dominant());
    }

    /** A bar over one chord. */
    String bar(int chord) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < dance.groups(); i++) {
            groups.add(group(pick(dance.rhythms()), chord));
        }
        return String.join(" ", groups);
    }

    /** A bar whose last beat group begins on the fifth of the key: the question. */
    String halfCadence() {
        List<String> groups = approach(mode.dominant());
        previous = nearest(tonic + 4);
        groups.add(fill(pick(dance.rhythms()), figure(previous, mode.dominant())));
        return String.join(" ", groups);
    }

    /** The last bar of a part, which ends on the tonic: the answer. */
    String cadence(boolean pickup) {
        List<String> groups = approach(mode.dominant());
        int home = nearest(tonic);
        if (!groups.isEmpty()) {
            String last = groups.remove(groups.size() - 1);
            groups.add(leadingTo(home, last));
        }
        previous = home;
        groups.add(fill(pickup ? dance.shortClose() : dance.close(), List.of(home, home)));
        return String.join(" ", groups);
    }

    /** The last bar of a part that goes round again: tonic, then on. */
    String turnaround() {
        List<String> groups = approach(mode.dominant());
        previous = nearest(tonic);
        groups.add(fill(pick(dance.rhythms()), figure(previous, 0)));
        return String.join(" ", groups);
    }

    private List<String> approach(int chord) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i < dance.groups(); i++) {
            groups.add(group(pick(dance.rhythms()), chord));
        }
        return groups;
    }

    /** Writes the group anew so that its last note is a step from {@code home}. */
    private String leadingTo(int home, String group) {
        boolean below = random.nextInt(3) == 0 || home == high;
        String note = name(below ? home - 1 : home + 1);
        boolean sharp = below && mode.suffix().equals("m") && random.nextInt(2) == 0;
        return group.replaceFirst("[A-Ga-g][,']?(?=[0-9/]*$)", (sharp ? "^" : "") + note);
    }

    private String group(String rhythm, int chord) {
        return fill(rhythm, figure(chordToneNear(previous, chord), chord));
    }

    private String fill(String rhythm, List<Integer> notes) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < rhythm.length(); i++) {
            char c = rhythm.charAt(i);
            if (c == 'x') {
                previous = notes.get(next++);
                text.append(name(previous));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private int chordToneNear(int note, int chord) {
        List<Integer> near = new ArrayList<>();
        for (int step = Math.max(low, note - NEAR); step <= Math.min(high, note + NEAR); step++) {
            if (isChordTone(step, chord) && step != note) {
                near.add(step);
            }
        }
        return near.isEmpty() ? nearest(tonic + chord) : pick(near);
    }

    private boolean isChordTone(int step, int chord) {
        int above = Math.floorMod(step - tonic - chord, OCTAVE);
        return above == 0 || above == 2 || above == 4;
    }

    /** Eight notes of which a rhythm takes as many as it needs; all within the range. */
    private List<Integer> figure(int first, int chord) {
        int kind = random.nextInt(FIGURES);
        int sign = random.nextBoolean() ? 1 : -1;
        List<Integer> notes = new ArrayList<>();
        int note = first;
        for (int i = 0; i < 8; i++) {
            notes.add(note);
            int next = following(kind, sign, i, first, note, chord);
            if (next < low || next > high) {
                sign = -sign;
                next = following(kind, sign, i, first, note, chord);
            }
            note = Math.max(low, Math.min(high, next));
        }
        return notes;
    }

    private int following(int kind, int sign, int i, int first, int note, int chord) {
        return switch (kind) {
            case 0, 1 -> note + sign; // run
            case 2 -> i % 2 == 0 ? first + sign : first; // neighbour and back
            case 3 -> i < 2 ? note + sign : note - sign; // up and down again
            case 4, 5 -> nextChordTone(note, sign, chord); // broken chord
            default -> i % 2 == 0 ? nextChordTone(first, sign, chord) : first; // pedal
        };
    }

    private int nextChordTone(int note, int sign, int chord) {
        int step = note + sign;
        while (!isChordTone(step, chord)) {
            step += sign;
        }
        return step;
    }

    /** The note of this name, in any octave, that is nearest to the one before and in range. */
    private int nearest(int step) {
        int best = step;
        int distance = Integer.MAX_VALUE;
        for (int s = low; s <= high; s++) {
            if (Math.floorMod(s - step, OCTAVE) == 0 && Math.abs(s - previous) < distance) {
                best = s;
                distance = Math.abs(s - previous);
            }
        }
        return best;
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static String name(int step) {
        String letter = "CDEFGAB".substring(Math.floorMod(step, OCTAVE)).substring(0, 1);
        return switch (Math.floorDiv(step, OCTAVE)) {
            case -1 -> letter + ",";
            case 0 -> letter;
            case 1 -> letter.toLowerCase(Locale.ROOT);
            default -> letter.toLowerCase(Locale.ROOT) + "'";
        };
    }
}
