package unroll.generate;

import java.util.Arrays;

/**
 * Every piece of a text, as the smallest machine that reads exactly these (Blumer and others 1985).
 *
 * <p>A state stands for all pieces that end at the same places. Building and reading take a time that
 * grows with the length of the text only; the machine has at most two states and three edges per
 * character. A state's edges are a linked list, since nearly all have one.
 */
final class SuffixAutomaton {
    private static final int NONE = -1;

    private int[] length; // of the longest piece of a state
    private int[] link; // to the state of the longest piece that ends elsewhere too
    private int[] end; // one past the first place where a state's pieces end
    private int[] edges; // first edge of a state
    private int states;

    private char[] symbol; // of an edge
    private int[] target; // state that an edge leads to
    private int[] next; // edge of the same state
    private int edgeCount;

    SuffixAutomaton(CharSequence text) {
        int room = Math.max(16, text.length() + text.length() / 2);
        length = new int[room];
        link = new int[room];
        end = new int[room];
        edges = new int[room];
        symbol = new char[2 * room];
        target = new int[2 * room];
        next = new int[2 * room];
        int whole = state(0, 0);
        link[whole] = NONE;
        for (int i = 0; i < text.length(); i++) {
            whole = append(whole, text.charAt(i), i + 1);
        }
    }

    /** Where a piece of the other text ends, how long it is and where it first ends in this one. */
    record Run(int at, int length, int end) {}

    /** Returns the longest piece of {@code other} that is a piece of this text, the first of equals. */
    Run longestRun(CharSequence other) {
        Run best = new Run(0, 0, 0);
        int state = 0;
        int run = 0;
        for (int i = 0; i < other.length(); i++) {
            char c = other.charAt(i);
            while (state != 0 && edge(state, c) == NONE) {
                state = link[state];
                run = length[state];
            }
            int edge = edge(state, c);
            if (edge != NONE) {
                state = target[edge];
                run++;
            }
            if (run > best.length) {
                best = new Run(i + 1, run, end[state]);
            }
        }
        return best;
    }

    private int append(int whole, char c, int place) {
        int added = state(length[whole] + 1, place);
        int state = whole;
        while (state != NONE && edge(state, c) == NONE) {
            addEdge(state, c, added);
            state = link[state];
        }
        link[added] = state == NONE ? 0 : split(state, c);
        return added;
    }

    /** Returns the state of exactly the pieces of {@code state} with {@code c} after them. */
    private int split(int state, char c) {
        int follower = target[edge(state, c)];
        if (length[state] + 1 == length[follower]) {
            return follower;
        }
        int copy = state(length[state] + 1, end[follower]);
        link[copy] = link[follower];
        link[follower] = copy;
        for (int edge = edges[follower]; edge != NONE; edge = next[edge]) {
            addEdge(copy, symbol[edge], target[edge]);
        }
        for (int s = state; s != NONE; s = link[s]) {
            int edge = edge(s, c);
            if (target[edge] != follower) {
                break;
            }
            target[edge] = copy;
        }
        return copy;
    }

    private int edge(int state, char c) {
        int edge = edges[state];
        while (edge != NONE && symbol[edge] != c) {
            edge = next[edge];
        }
        return edge;
    }

    private int state(int longest, int place) {
        if (states == length.length) {
            int room = states + states / 2;
            length = Arrays.copyOf(length, room);
            link = Arrays.copyOf(link, room);
            end = Arrays.copyOf(end, room);
            edges = Arrays.copyOf(edges, room);
        }
        length[states] = longest;
        end[states] = place;
        edges[states] = NONE;
        return states++;
    }

    private void addEdge(int state, char c, int to) {
        if (edgeCount == symbol.length) {
            int room = edgeCount + edgeCount / 2;
            symbol = Arrays.copyOf(symbol, room);
            target = Arrays.copyOf(target, room);
            next = Arrays.copyOf(next, room);
        }
        symbol[edgeCount] = c;
        target[edgeCount] = to;
        next[edgeCount] = edges[state];
        edges[state] = edgeCount++;
    }
}
