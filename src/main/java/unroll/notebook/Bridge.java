package unroll.notebook;

import java.util.Map;

/** What shows things to the reader: a kernel, or a terminal where there is none. */
interface Bridge {
    /** Returns its name for people. */
    String name();

    /**
     * Shows a bundle, media type to data, at the end of the running cell's output.
     *
     * @param id under which {@link #update} finds it again
     */
    void show(String id, Map<String, Object> bundle);

    /** Shows another bundle in the place of an earlier one. */
    void update(String id, Map<String, Object> bundle);
}
