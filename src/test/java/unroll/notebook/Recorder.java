package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unroll.plot.Bundle;

/** A bridge that keeps what it is shown. */
final class Recorder implements Bridge {
    final List<String> ids = new ArrayList<>();
    final List<Map<String, Object>> bundles = new ArrayList<>();

    @Override
    public String name() {
        return "recorder";
    }

    @Override
    public void show(String id, Map<String, Object> bundle) {
        assertThat(ids).doesNotContain(id);
        update(id, bundle);
    }

    @Override
    public void update(String id, Map<String, Object> bundle) {
        ids.add(id);
        bundles.add(bundle);
    }

    /** Returns the words of one of the bundles, counted from 0. */
    String text(int update) {
        return (String) bundles.get(update).get(Bundle.TEXT);
    }
}
