package unroll.generate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/** The characters that can be written, and what music costs in them. */
final class AbcAlphabet {
    /** Different pitches that every tune needs. */
    static final int PITCHES = 5;

    /** Unit times that a tuplet of so many notes takes. */
    static final Map<Integer, Integer> TUPLETS = Map.of(2, 3, 3, 2, 4, 3);

    private static final String LETTERS = "ABCDEFGabcdefg";
    private static final int FAR = AbcState.FAR;

    private final Set<Integer> characters;
    private final Map<AbcLength, int[]> extensions = new HashMap<>();
    private final Map<Integer, AbcBars> bars = new HashMap<>();
    private final Map<Record, Integer> distances = new HashMap<>();
    private final int letters;
    private final int[][] fill = new int[AbcLength.LONGEST + 1][PITCHES + 1];
    private final AbcWords metres;
    private final AbcWords units;
    private final AbcWords keys;

    AbcAlphabet(Set<Integer> characters) {
        this.characters = Set.copyOf(characters);
        int found = 0;
        for (int pitch = 0; pitch < LETTERS.length(); pitch++) {
            found |= has(LETTERS.charAt(pitch)) ? 1 << pitch : 0;
        }
        letters = found;
        findFills();
        metres = AbcWords.metres(this);
        units = AbcWords.units(this);
        keys = AbcWords.keys(this);
    }

    boolean has(int character) {
        return characters.contains(character);
    }

    boolean canWrite(String text) {
        return text.codePoints().allMatch(this::has);
    }

    /** The pitch of a note letter, 0 to 13, or -1 for another character. */
    static int pitch(int character) {
        return character < 128 ? LETTERS.indexOf(character) : -1;
    }

    /** The letter of a pitch 0 to 13. */
    static char letter(int pitch) {
        return LETTERS.charAt(pitch);
    }

    /** The pitches 0 to 13 whose letters can be written, as bits. */
    int letters() {
        return letters;
    }

    AbcWords metres() {
        return metres;
    }

    AbcWords units() {
        return units;
    }

    AbcWords keys() {
        return keys;
    }

    /** For each length in ticks, how many characters turn {@code begun} into it. */
    int[] extensions(AbcLength begun) {
        int[] known = extensions.get(begun);
        if (known == null) {
            known = new int[AbcLength.LONGEST + 1];
            Arrays.fill(known, FAR);
            for (char c : "/0123456789".toCharArray()) {
                AbcLength longer = has(c) ? begun.after(c) : null;
                int[] further = longer == null ? new int[0] : extensions(longer);
                for (int ticks = 0; ticks < further.length; ticks++) {
                    known[ticks] = Math.min(known[ticks], further[ticks] + 1);
                }
            }
            if (begun.ticks() < known.length) {
                known[begun.ticks()] = 0;
            }
            extensions.put(begun, known);
        }
        return known;
    }

    /**
     * The least characters that fill so many ticks with notes among which so many pitches can be new;
     * {@code FAR} if none do.
     */
    int fill(int ticks, int fresh) {
        return fill[ticks][fresh];
    }

    /** What whole bars of so many ticks cost where parts end so much earlier. */
    AbcBars bars(int full, int pickup) {
        return bars.computeIfAbsent(
                full * (AbcLength.LONGEST + 1) + pickup, key -> new AbcBars(this, full, pickup));
    }

    /** A distance found before for the same key, else found now. */
    int remember(Record key, IntSupplier search) {
        Integer known = distances.get(key);
        if (known == null) {
            known = search.getAsInt();
            distances.put(key, known);
        }
        return known;
    }

    private void findFills() {
        for (int[] row : fill) {
            Arrays.fill(row, FAR);
        }
        fill[0][0] = 0;
        int[] lengths = extensions(AbcLength.NONE);
        for (int ticks = 1; ticks <= AbcLength.LONGEST; ticks++) {
            for (int length = 1; length <= ticks; length++) {
                int note = 1 + lengths[length];
                improve(ticks, ticks - length, note, 1);
                for (Map.Entry<Integer, Integer> tuplet : TUPLETS.entrySet()) {
                    int notes = tuplet.getKey();
                    int before = ticks - length * tuplet.getValue();
                    if (before >= 0 && has('(') && has('0' + notes)) {
                        improve(ticks, before, 2 + notes * note, notes);
                    }
                }
            }
        }
    }

    /** Tries {@code cost} characters after the first {@code before} ticks. */
    private void improve(int ticks, int before, int cost, int notes) {
        for (int fresh = 0; fresh <= PITCHES; fresh++) {
            int earlier = fill[before][Math.max(0, fresh - notes)];
            fill[ticks][fresh] = Math.min(fill[ticks][fresh], Math.min(FAR, earlier + cost));
        }
    }
}
