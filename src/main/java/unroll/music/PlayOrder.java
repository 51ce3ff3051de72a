package unroll.music;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the pieces of a voice are played, repeats and endings unfolded.
 *
 * <p>A section runs from a start of repeat, else from the last end of repeat or double bar, to its
 * end of repeat; its endings follow one another and each closes by an end of repeat.
 */
final class PlayOrder {
    private static final int MOST_NOTES = 200_000;

    private final List<Integer> endings = new ArrayList<>();
    private List<Piece> pieces = List.of();
    private List<Integer> order = List.of();
    private int start;
    private boolean marked;
    private int repeats;
    private int notes;

    /** Places in a voice's pieces, in playing order; fails where all voices so far are too much. */
    List<Integer> of(List<Piece> voice) {
        pieces = voice;
        order = new ArrayList<>();
        start = 0;
        for (int place = 0; place < pieces.size(); place++) {
            add(place, pieces.get(place));
        }
        section(pieces.size());
        return order;
    }

    private void add(int place, Piece piece) {
        if (piece.repeatStart) {
            section(place);
            marked = true;
        }
        if (!piece.ending.isEmpty()) {
            endings.add(place);
        }
        boolean endingNext = place + 1 < pieces.size() && !pieces.get(place + 1).ending.isEmpty();
        repeats = Math.max(repeats, piece.repeats);
        boolean ends =
                piece.repeats > 0 || (piece.doubleBarAfter && (!marked || !endings.isEmpty()));
        if (ends && !endingNext) {
            section(place + 1);
        }
    }

    /** Plays the section that ends before {@code end}, and begins the next one there. */
    private void section(int end) {
        int body = endings.isEmpty() ? end : endings.get(0);
        for (int pass = 1; pass <= passes(end); pass++) {
            play(start, body);
            for (int which = 0; which < endings.size(); which++) {
                int from = endings.get(which);
                if (pieces.get(from).ending.contains(pass)) {
                    play(from, which + 1 < endings.size() ? endings.get(which + 1) : end);
                }
            }
        }
        start = end;
        endings.clear();
        repeats = 0;
        marked = false;
    }

    private int passes(int end) {
        if (endings.isEmpty() || start == end) {
            return repeats + 1;
        }
        int last = 1;
        for (int ending : endings) {
            last = Math.max(last, pieces.get(ending).ending.last());
        }
        // A single ending that goes back is left out the last time.
        return endings.size() == 1 && repeats > 0 ? last + 1 : last;
    }

    private void play(int from, int to) {
        for (int place = from; place < to; place++) {
            Piece piece = pieces.get(place);
            notes += piece.size();
            if (notes > MOST_NOTES) {
                throw new AbcException(
                        "with its repeats the tune has more than " + MOST_NOTES + " notes",
                        piece.line,
                        piece.column,
                        "");
            }
            order.add(place);
        }
    }
}
