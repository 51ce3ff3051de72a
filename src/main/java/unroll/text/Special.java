package unroll.text;

/** A token that stands in no text but that a model needs; it is written in angle brackets. */
public enum Special {
    /** Fills a short sequence up to the length of its batch. */
    PAD("<pad>"),
    /** Comes before the first token. */
    START("<start>"),
    /** Comes after the last token. */
    END("<end>"),
    /** Stands for every token that the vocabulary does not list. */
    UNKNOWN("<unknown>");

    private final String text;

    Special(String text) {
        this.text = text;
    }

    /** Returns how the token is written, for example {@code <pad>}. */
    public String text() {
        return text;
    }
}
