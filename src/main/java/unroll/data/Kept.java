package unroll.data;

/** Estimates the memory that a reader fills, and refuses the file before it is full. */
final class Kept {
    /** An object with a few fields, and its places in growing lists. */
    static final int ITEM = 64;

    /** Beside what is kept, memory holds what is thrown away soon. */
    private static final double SPARE = 4.0 / 3;

    /** In a buffer of twice the size, in the one before it and in the string. */
    private static final long PER_CHARACTER = 6;

    private final TextFile source;
    private final long size;
    private final String purpose;
    private final boolean all;
    private final long memory = Runtime.getRuntime().maxMemory();
    private long bytes;

    /**
     * Begins with nothing.
     *
     * @param size of the file
     * @param purpose what needs the memory
     * @param all whether the whole file is kept, not only a part at a time
     */
    Kept(TextFile source, long size, String purpose, boolean all) {
        this.source = source;
        this.size = size;
        this.purpose = purpose;
        this.all = all;
    }

    /** Returns about how much a text takes. */
    static long of(String text) {
        return 40 + 2L * text.length();
    }

    /** Keeps so much more, or less, after {@code read} bytes of the file. */
    void add(long more, long read) {
        bytes += more;
        require(0, read);
    }

    /** Refuses the file if there is no room for a line that is read as one string. */
    void requireLine(int characters, long read) {
        require(PER_CHARACTER * characters, read);
    }

    private void require(long more, long read) {
        double needed = SPARE * (bytes + more);
        if (needed > memory) {
            throw source.tooLarge(size, purpose, all ? needed * size / Math.max(1, read) : needed);
        }
    }
}
