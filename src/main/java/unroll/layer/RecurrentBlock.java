package unroll.layer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the fused blocks and their readable twin share: parameters, checks, states.
 *
 * <p>With {@link Lengths} as option they return y alone, which at filled places is that of each row
 * by itself.
 */
abstract class RecurrentBlock extends AbstractBlock {
    private final Kind kind;
    private final Recurrence recurrence;

    RecurrentBlock(Kind kind, Recurrence recurrence, Weights weights) {
        this.kind = kind;
        this.recurrence = recurrence;
        for (int layer = 0; layer < recurrence.layers(); layer++) {
            for (int direction = 0; direction < recurrence.directions(); direction++) {
                String suffix = "_l" + layer + (direction == 0 ? "" : "_reverse");
                addParameter(parameter("weight_ih" + suffix, Parameter.Type.WEIGHT, weights));
                addParameter(parameter("weight_hh" + suffix, Parameter.Type.WEIGHT, weights));
                addParameter(parameter("bias_ih" + suffix, Parameter.Type.BIAS, weights));
                addParameter(parameter("bias_hh" + suffix, Parameter.Type.BIAS, weights));
            }
        }
    }

    private Parameter parameter(String name, Parameter.Type type, Weights weights) {
        return Drawn.parameter(name, type, shape -> weights.draw(kind, name, shape));
    }

    /** Returns the size of the stack. */
    public final Recurrence recurrence() {
        return recurrence;
    }

    final Kind kind() {
        return kind;
    }

    /** Whether one call can compute all layers, as long as no dropout lies between them. */
    abstract boolean fusesLayers();

    /**
     * Computes some layers for a checked, non-empty batch; l counts them, d their directions.
     *
     * @param x (B, T, width of the layer below)
     * @param states each (l*d, B, H)
     * @param weights per layer, per direction: weight_ih, weight_hh, bias_ih, bias_hh
     * @return y (B, T, d*H) and the final states, each (l*d, B, H)
     */
    abstract NDList run(NDArray x, NDList states, NDList weights, Extent extent, boolean training);

    /** How many layers one call computes, and whether each also reads from the end. */
    record Extent(int layers, boolean bothWays) {}

    @Override
    protected void prepare(Shape[] inputs) {
        if (inputs.length == 0 || inputs[0].dimension() != 3) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s is initialised with shape (batch, time, width), got %s",
                            name(),
                            inputs.length == 0 ? "none" : inputs[0]));
        }
        long rows = (long) kind.gates() * recurrence.hidden();
        for (Parameter parameter : parameters.values()) {
            String name = parameter.getName();
            long columns = name.startsWith("weight_hh") ? recurrence.hidden() : recurrence.width();
            if (name.startsWith("weight_ih_l0")) {
                columns = Require.axis("width of the input", inputs[0].get(2));
            }
            boolean bias = name.startsWith("bias");
            parameter.setShape(bias ? new Shape(rows) : new Shape(rows, columns));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList in, boolean training, PairList<String, Object> params) {
        check(in);
        NDArray x = in.get(0); // (B, T, E)
        if (x.getShape().get(0) == 0) {
            return empty(x);
        }
        NDList states = in.size() > 1 ? in.subNDList(1) : zeros(x);
        NDList weights = weights(store, x.getDevice(), training);
        Optional<Lengths> lengths = Lengths.in(params);
        lengths.ifPresent(given -> given.requireOf(x));
        NDList out =
                lengths.isPresent() && recurrence.bidirectional() && !lengths.get().fillAll()
                        ? padded(x, states, weights, lengths.get(), training)
                        : stack(x, states, weights, training);
        if (in.size() == 1) {
            states.close();
        }
        // the states of a padded row have read its padding
        return lengths.isPresent() ? new NDList(out.head()) : out;
    }

    /** Computes all layers: MXNet's operator would silently leave out the dropout between them. */
    private NDList stack(NDArray x, NDList states, NDList weights, boolean training) {
        boolean dropout = training && recurrence.dropout() > 0;
        int layers = recurrence.layers();
        if (layers == 1 || (fusesLayers() && !dropout)) {
            return run(
                    x, states, weights, new Extent(layers, recurrence.bidirectional()), training);
        }
        int rows = recurrence.directions(); // of a state, per layer
        NDArray y = x;
        List<NDList> last = new ArrayList<>(); // final states of each layer
        for (int layer = 0; layer < layers; layer++) {
            if (dropout && layer > 0) {
                y = Dropout.dropout(y, (float) recurrence.dropout(), true).head();
            }
            NDIndex own = new NDIndex().addSliceDim((long) layer * rows, (layer + 1L) * rows);
            NDList before = new NDList(states.stream().map(state -> state.get(own)).toList());
            List<NDArray> arrays = weights.subList(4 * rows * layer, 4 * rows * (layer + 1));
            NDList out =
                    run(
                            y,
                            before,
                            new NDList(arrays),
                            new Extent(1, recurrence.bidirectional()),
                            training);
            y = out.head();
            last.add(out.subNDList(1));
        }
        NDList all = new NDList(y);
        for (int state = 0; state < kind.states(); state++) {
            int index = state;
            all.add(NDArrays.concat(new NDList(last.stream().map(s -> s.get(index)).toList())));
        }
        return all;
    }

    /** Computes y where rows end early: the pass from the end begins at the last filled place. */
    private NDList padded(
            NDArray x, NDList states, NDList weights, Lengths lengths, boolean training) {
        NDArray y = x;
        for (int layer = 0; layer < recurrence.layers(); layer++) {
            if (training && recurrence.dropout() > 0 && layer > 0) {
                y = Dropout.dropout(y, (float) recurrence.dropout(), true).head();
            }
            NDArray forwards = pass(y, states, weights, 2 * layer, training);
            NDArray backwards = pass(lengths.reversed(y), states, weights, 2 * layer + 1, training);
            y = NDArrays.concat(new NDList(forwards, lengths.reversed(backwards)), 2);
        }
        return new NDList(y);
    }

    /** Runs one direction of one layer forwards; {@code row} is its row of a state. */
    private NDArray pass(NDArray x, NDList states, NDList weights, int row, boolean training) {
        NDIndex own = new NDIndex().addSliceDim(row, row + 1L);
        NDList before = new NDList(states.stream().map(state -> state.get(own)).toList());
        NDList arrays = new NDList(weights.subList(4 * row, 4 * row + 4));
        return run(x, before, arrays, new Extent(1, false), training).head();
    }

    private void check(NDList in) {
        Require.initialised(name(), this);
        int most = 1 + kind.states();
        Require.count(name(), "[x] or [x, " + stateNames() + "]", 1, most, in);
        NDArray x = in.get(0);
        String what = name() + " input x";
        String shape = String.format(Locale.ROOT, "(batch, time, %d)", inputWidth());
        Require.array(what, x, 3, 3, shape);
        Require.floats(what, x);
        Require.width(what, x.getShape(), inputWidth(), shape);
        if (x.getShape().get(1) == 0) {
            throw Require.shape(
                    what, shape, x.getShape(), ": a sequence of length 0; drop it or pad it");
        }
        Shape stateShape = recurrence.stateShape(x.getShape().get(0));
        for (int i = 1; i < in.size(); i++) {
            String state = name() + " state " + (i == 1 ? "h0" : "c0");
            Require.array(state, in.get(i), 1, 8, stateShape.toString());
            Require.floats(state, in.get(i));
            Require.exactly(
                    state + " (layers * directions, batch, hidden)",
                    stateShape,
                    in.get(i).getShape());
        }
    }

    private String stateNames() {
        return kind.states() == 1 ? "h0" : "h0, c0";
    }

    private long inputWidth() {
        return parameters.get("weight_ih_l0").getShape().get(1);
    }

    final String name() {
        return getClass().getSimpleName();
    }

    private NDList weights(ParameterStore store, Device device, boolean training) {
        NDList weights = new NDList(parameters.size());
        for (Parameter parameter : parameters.values()) {
            weights.add(store.getValue(parameter, device, training));
        }
        return weights;
    }

    private NDList zeros(NDArray x) {
        Shape shape = recurrence.stateShape(x.getShape().get(0));
        NDList states = new NDList(kind.states());
        for (int i = 0; i < kind.states(); i++) {
            states.add(x.getManager().zeros(shape));
        }
        return states;
    }

    private NDList empty(NDArray x) {
        NDManager manager = x.getManager();
        NDList out = new NDList();
        for (Shape shape : getOutputShapes(new Shape[] {x.getShape()})) {
            out.add(manager.create(shape));
        }
        return out;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        long batch = inputs[0].get(0);
        Shape[] shapes = new Shape[1 + kind.states()];
        Arrays.fill(shapes, recurrence.stateShape(batch));
        shapes[0] = new Shape(batch, inputs[0].get(1), recurrence.width());
        return shapes;
    }
}
