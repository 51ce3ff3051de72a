package unroll.evaluate;

import java.util.Arrays;

/**
 * All runs of up to n tokens of a text, as a tree of numbered nodes: a child is its parent's run and
 * one token more.
 *
 * <p>Children are found in one open-addressed table, so a run costs about 40 bytes.
 */
final class NgramTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private final int vocabulary;
    private long[] keys = new long[1 << 12];
    private int[] children = new int[1 << 12];
    private int[] parents = new int[1 << 11];
    private byte[] depths = new byte[1 << 11];
    private int[] occurrences = new int[1 << 11];
    private int[] predecessors = new int[1 << 11];
    private int nodes = 1;

    NgramTrie(int[] text, int vocabulary, int n) {
        this.vocabulary = vocabulary;
        Arrays.fill(keys, NONE);
        int[] before = new int[n]; // node of the last k tokens
        int known = 1; // how many of them there are, the empty run included
        for (int token : text) {
            known = add(token, before, known, n);
        }
    }

    private int add(int token, int[] before, int known, int n) {
        int[] now = new int[n + 1];
        for (int k = 0; k < known; k++) {
            int child = child(before[k], token);
            if (child == NONE) {
                child = create(before[k], token);
                if (k > 0) {
                    predecessors[now[k]]++;
                }
            }
            occurrences[child]++;
            now[k + 1] = child;
        }
        System.arraycopy(now, 0, before, 0, n);
        return Math.min(n, known + 1);
    }

    private int create(int parent, int token) {
        if (nodes == parents.length) {
            parents = Arrays.copyOf(parents, 2 * nodes);
            depths = Arrays.copyOf(depths, 2 * nodes);
            occurrences = Arrays.copyOf(occurrences, 2 * nodes);
            predecessors = Arrays.copyOf(predecessors, 2 * nodes);
            grow();
        }
        parents[nodes] = parent;
        depths[nodes] = (byte) (depths[parent] + 1);
        put(key(parent, token), nodes);
        return nodes++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[2 * oldKeys.length];
        children = new int[keys.length];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void put(long key, int child) {
        int slot = slot(key);
        keys[slot] = key;
        children[slot] = child;
    }

    private long key(int node, int token) {
        return (long) node * vocabulary + token;
    }

    /** Returns where a key stands, or the free place where it belongs; half of them are free. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[slot] != key && keys[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Returns the node of a run and one token more, or {@link #NONE} if the text does not have it. */
    int child(int node, int token) {
        int slot = slot(key(node, token));
        return keys[slot] == NONE ? NONE : children[slot];
    }

    int nodes() {
        return nodes;
    }

    int parent(int node) {
        return parents[node];
    }

    /** Returns the number of tokens of a run. */
    int depth(int node) {
        return depths[node];
    }

    /** Returns how often a run stands in the text. */
    int occurrences(int node) {
        return occurrences[node];
    }

    /** Returns how many different tokens stand before a run shorter than n. */
    int predecessors(int node) {
        return predecessors[node];
    }
}
