package unroll.music;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When each beat of a tune sounds: tempo as a step function of the quarter notes played. */
final class TempoMap {
    /** From {@code beats} on, which is at {@code seconds}, this many quarters a minute. */
    private record Step(double beats, double seconds, double quartersPerMinute) {
        double secondsAt(double beat) {
            return seconds + (beat - beats) * 60 / quartersPerMinute;
        }
    }

    private final NavigableMap<Double, Step> steps = new TreeMap<>();

    TempoMap(double quartersPerMinute, NavigableMap<Double, Double> changes) {
        steps.put(0.0, new Step(0, 0, quartersPerMinute));
        changes.forEach(
                (beat, quarters) -> steps.put(beat, new Step(beat, seconds(beat), quarters)));
    }

    double seconds(double beat) {
        return steps.floorEntry(beat).getValue().secondsAt(beat);
    }

    /** Quarter notes a minute from each beat on, the first at beat 0. */
    NavigableMap<Double, Double> changes() {
        NavigableMap<Double, Double> changes = new TreeMap<>();
        for (Map.Entry<Double, Step> step : steps.entrySet()) {
            changes.put(step.getKey(), step.getValue().quartersPerMinute());
        }
        return changes;
    }
}
