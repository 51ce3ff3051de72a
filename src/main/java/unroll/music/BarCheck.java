package unroll.music;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds for each piece of a voice how it fills its metre. */
final class BarCheck {
    private final List<Piece> pieces;
    private final List<Integer> order;
    private final List<List<Integer>> nexts = new ArrayList<>();
    private final Set<Integer> completed = new HashSet<>();

    private BarCheck(List<Piece> pieces, List<Integer> order) {
        this.pieces = pieces;
        this.order = order;
    }

    /** The kinds of the pieces, given the order in which they are played. */
    static List<Bar.Kind> kinds(List<Piece> pieces, List<Integer> order) {
        BarCheck check = new BarCheck(pieces, order);
        check.findNexts();
        for (int place = 0; place < pieces.size(); place++) {
            try {
                check.complete(place);
            } catch (ArithmeticException e) {
                throw tooFine(pieces.get(place));
            }
        }
        return IntStream.range(0, pieces.size()).mapToObj(check::kind).toList();
    }

    private Bar.Kind kind(int place) {
        Piece piece = pieces.get(place);
        if (piece.multiRest || piece.metre.isFree()) {
            return Bar.Kind.FULL;
        }
        int compared = piece.duration.compareTo(piece.metre.length());
        if (compared >= 0) {
            return compared == 0 ? Bar.Kind.FULL : Bar.Kind.LONG;
        } else if (piece.opens && !piece.closes && piece.ending.isEmpty()) {
            return Bar.Kind.PICKUP;
        }
        return completed.contains(place) ? Bar.Kind.COMPLETED : Bar.Kind.SHORT;
    }

    private static AbcException tooFine(Piece piece) {
        return new AbcException(
                "the lengths in this bar are too finely divided to be added",
                piece.line,
                piece.column,
                "");
    }

    /** Which pieces are played right after each one, all repeats together. */
    private void findNexts() {
        pieces.forEach(piece -> nexts.add(new ArrayList<>()));
        Set<Long> seen = new HashSet<>();
        for (int at = 0; at + 1 < order.size(); at++) {
            int from = order.get(at);
            int to = order.get(at + 1);
            if (seen.add((long) from * pieces.size() + to)) {
                nexts.get(from).add(to);
            }
        }
    }

    /** Marks the piece with one or two played after it if together they fill the metre. */
    private void complete(int place) {
        Piece first = pieces.get(place);
        if (!first.isShort() || !first.closes) {
            return;
        }
        if (place == pieces.size() - 1 && opensWithRestOf(first)) {
            completed.add(place);
        }
        for (int next : nexts.get(place)) {
            Piece second = pieces.get(next);
            if (!second.isShort()) {
                continue;
            }
            Fraction both = first.duration.plus(second.duration);
            if (both.equals(first.metre.length())) {
                completed.addAll(List.of(place, next));
            } else if (second.closes) {
                completeThree(place, next, both);
            }
        }
    }

    private void completeThree(int place, int next, Fraction both) {
        Fraction full = pieces.get(place).metre.length();
        for (int last : nexts.get(next)) {
            Piece third = pieces.get(last);
            if (third.isShort() && both.plus(third.duration).equals(full)) {
                completed.addAll(List.of(place, next, last));
            }
        }
    }

    /** The last bar of a voice may be completed by its opening pickup. */
    private boolean opensWithRestOf(Piece last) {
        Piece first = pieces.get(0);
        return first.isShort()
                && !first.closes
                && first.duration.plus(last.duration).equals(last.metre.length());
    }
}
