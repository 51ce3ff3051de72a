package unroll.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes folk tunes in ABC notation that follow a form no three-character memory can see.
 *
 * <pre>
 *   bars  1 2 3 4 5 6 7 8 :|  9 10 11 12 13 14 15 16 :|
 *         a b c D a b d T     e f  g  D  e  f  d  T
 *   D rests on the fifth, T ends on the tonic that K: named some 200 characters before
 * </pre>
 *
 * <p>Bar 5 repeats bar 1 and bar 13 bar 9, letter for letter; the second part ends with the last bar
 * of the first; a short last bar is completed by the pickup across the repeat. In two tunes of three
 * bars 6, 14 and 15 are repeats as well (of 2, 10 and 7), in some the parts have first and second
 * endings. All chance is {@link Random}, whose numbers Java specifies, so a seed means the same text
 * everywhere.
 */
final class TuneGenerator {
    private static final List<String> KEYS =
            List.of(
                    "G", "G", "G", "D", "D", "D", "A", "A", "C", "Em", "Em", "Am", "Bm", "Dm",
                    "Ador", "Ador", "Edor", "Edor", "Ddor", "Dmix", "Dmix", "Amix", "Gmix");
    private static final List<Dance> DANCES =
            List.of(
                    Dance.JIG,
                    Dance.JIG,
                    Dance.JIG,
                    Dance.REEL,
                    Dance.REEL,
                    Dance.REEL,
                    Dance.HORNPIPE,
                    Dance.POLKA,
                    Dance.POLKA,
                    Dance.SLIP_JIG,
                    Dance.WALTZ);

    /** The b of the upper octave, in steps from middle C. */
    private static final int HIGHEST = 13;

    private final Random random;
    private final TuneTitles titles;
    private final Set<String> seen = new HashSet<>();

    TuneGenerator(long seed) {
        random = new Random(seed);
        titles = new TuneTitles(random);
    }

    /** Returns the next tune, unlike all before in title and in notes; ends with a line end. */
    String next(int number) {
        String title = unseen(titles::next);
        return "X:" + number + "\nT:" + title + "\n" + unseen(this::fieldsAndMusic);
    }

    private String unseen(Supplier<String> source) {
        String text = source.get();
        while (!seen.add(text)) {
            text = source.get();
        }
        return text;
    }

    private String fieldsAndMusic() {
        Dance dance = pick(DANCES);
        String key = pick(KEYS);
        String fields =
                String.format(
                        Locale.ROOT,
                        "R:%s\nM:%s\nL:1/8\nK:%s\n",
                        dance.title(),
                        pick(dance.metres()),
                        key);
        return fields + music(dance, key);
    }

    private String music(Dance dance, String key) {
        Mode mode = Mode.of(key);
        int tonic = "CDEFGAB".indexOf(key.charAt(0));
        Melody melody = new Melody(random, dance, mode, tonic);
        boolean pickup = random.nextInt(2) == 0;
        boolean endings = !pickup && random.nextInt(4) == 0;
        boolean opened = random.nextBoolean();
        melody.range(tonic - 3, Math.min(tonic + 8, HIGHEST));
        List<String> first = part(melody, mode);
        first.add(melody.cadence(pickup));
        melody.range(tonic + 2, Math.min(tonic + 11, HIGHEST));
        List<String> second = part(melody, mode);
        if (random.nextInt(3) > 0) {
            second.set(6, first.get(6));
        }
        second.add(first.get(7));
        StringBuilder text = new StringBuilder();
        for (List<String> bars : List.of(first, second)) {
            text.append(opened ? "|:" : "");
            text.append(pickup ? melody.pickup(pick(dance.pickups())) + "|" : "");
            text.append(lines(bars, endings ? melody.turnaround() : ""));
        }
        return text.toString();
    }

    /** Eight bars on two lines, repeated; with two endings if there is a bar that leads back. */
    private static String lines(List<String> bars, String back) {
        String begin =
                String.join("|", bars.subList(0, 4)) + "|\n" + String.join("|", bars.subList(4, 7));
        return back.isEmpty()
                ? begin + "|" + bars.get(7) + ":|\n"
                : begin + "|1 " + back + ":|2 " + bars.get(7) + "|]\n";
    }

    /** Bars 1 to 7 of a part: a statement, a question on the fifth, and the statement again. */
    private List<String> part(Melody melody, Mode mode) {
        List<String> bars = new ArrayList<>();
        bars.add(melody.bar(0));
        bars.add(melody.bar(pick(mode.chords())));
        bars.add(melody.bar(pick(mode.chords())));
        bars.add(melody.halfCadence());
        bars.add(bars.get(0));
        bars.add(random.nextInt(3) > 0 ? bars.get(1) : melody.bar(pick(mode.chords())));
        bars.add(melody.bar(pick(mode.approaches())));
        return bars;
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
