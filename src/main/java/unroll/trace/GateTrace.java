package unroll.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How far each gate of a recurrent cell opens at each token of a sequence.
 *
 * <p>An LSTM (Hochreiter and Schmidhuber 1997; forget gate: Gers and others 2000) has the gates
 * input, forget and output in 0 .. 1 and the candidate in -1 .. 1; states are traced alike.
 *
 * @param tokens the sequence, length T
 * @param gates name of a gate to its values, shape (T, H); the order is kept
 */
public record GateTrace(List<String> tokens, Map<String, double[][]> gates) {

    /**
     * Checks and copies the values.
     *
     * @throws IllegalArgumentException if there is no gate, or one has another shape than the others
     */
    public GateTrace {
        tokens = Rows.some("tokens of a gate trace", tokens);
        Rows.given("gates of a gate trace", gates);
        List<String> names = Rows.some("gates of a gate trace", new ArrayList<>(gates.keySet()));
        double[][] first = Rows.given("gate '" + names.get(0) + "'", gates.get(names.get(0)));
        int width =
                first.length == 0
                        ? 0
                        : Rows.given("gate '" + names.get(0) + "', row 0", first[0]).length;
        if (width == 0) {
            throw new IllegalArgumentException(Rows.format("gate '%s' has no unit", names.get(0)));
        }
        Map<String, double[][]> copy = new LinkedHashMap<>();
        for (Map.Entry<String, double[][]> gate : gates.entrySet()) {
            String what = "gate '" + gate.getKey() + "'";
            copy.put(gate.getKey(), Rows.copy(what, gate.getValue(), tokens.size(), width));
        }
        gates = Collections.unmodifiableMap(copy);
    }

    /** Returns the names of the gates. */
    public List<String> names() {
        return List.copyOf(gates.keySet());
    }

    /** Returns how many units each gate has. */
    public int units() {
        return gates.values().iterator().next()[0].length;
    }

    /** Returns a copy of all values by name. */
    @Override
    public Map<String, double[][]> gates() {
        Map<String, double[][]> copy = new LinkedHashMap<>();
        gates.forEach((name, values) -> copy.put(name, Rows.copy(values)));
        return copy;
    }

    /**
     * Returns the values of one gate, shape (T, H).
     *
     * @throws IllegalArgumentException if there is no such gate; the message lists those there are
     */
    public double[][] gate(String name) {
        Rows.index("gate", name, names());
        return Rows.copy(gates.get(name));
    }

    /**
     * Returns the mean over all units of one gate, length T.
     *
     * @throws IllegalArgumentException if there is no such gate; the message lists those there are
     */
    public double[] mean(String name) {
        return Arrays.stream(gate(name))
                .mapToDouble(units -> Arrays.stream(units).average().orElse(Double.NaN))
                .toArray();
    }

    /** Returns one row per gate, token and unit, with positions and units counted from 0. */
    public Table table() {
        StringColumn gate = StringColumn.create("gate");
        IntColumn position = IntColumn.create("position");
        StringColumn token = StringColumn.create("token");
        IntColumn unit = IntColumn.create("unit");
        DoubleColumn value = DoubleColumn.create("value");
        gates.forEach(
                (name, values) -> {
                    for (int t = 0; t < values.length; t++) {
                        for (int h = 0; h < values[t].length; h++) {
                            gate.append(name);
                            position.append(t);
                            token.append(tokens.get(t));
                            unit.append(h);
                            value.append(values[t][h]);
                        }
                    }
                });
        return Table.create("gates", gate, position, token, unit, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GateTrace that
                && tokens.equals(that.tokens)
                && names().equals(that.names())
                && names().stream()
                        .allMatch(name -> Arrays.deepEquals(gates.get(name), that.gates.get(name)));
    }

    @Override
    public int hashCode() {
        return 31 * tokens.hashCode() + names().hashCode();
    }

    @Override
    public String toString() {
        return Rows.format(
                "gates %s of %s over %s",
                String.join(", ", names()),
                Rows.count(units(), "unit", "units"),
                Rows.count(tokens.size(), "token", "tokens"));
    }
}
