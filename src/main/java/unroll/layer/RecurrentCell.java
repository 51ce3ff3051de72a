package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the three readable cells share: four parameters and the checks of one step. */
abstract class RecurrentCell extends AbstractBlock {
    private final Kind kind;
    private final int hidden;
    private final List<Parameter> four;

    RecurrentCell(Kind kind, int hidden, Weights weights) {
        this.kind = kind;
        this.hidden = Recurrence.of(hidden).hidden();
        four =
                List.of(
                        add("weight_ih", Parameter.Type.WEIGHT, weights),
                        add("weight_hh", Parameter.Type.WEIGHT, weights),
                        add("bias_ih", Parameter.Type.BIAS, weights),
                        add("bias_hh", Parameter.Type.BIAS, weights));
    }

    private Parameter add(String name, Parameter.Type type, Weights weights) {
        return addParameter(Drawn.parameter(name, type, shape -> weights.draw(kind, name, shape)));
    }

    @Override
    protected void prepare(Shape[] inputs) {
        if (inputs.length == 0 || inputs[0].dimension() != 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s is initialised with shape (batch, width), got %s",
                            name(),
                            inputs.length == 0 ? "none" : inputs[0]));
        }
        long rows = (long) kind.gates() * hidden;
        long width = Require.axis("width of the input", inputs[0].get(1));
        four.get(0).setShape(new Shape(rows, width));
        four.get(1).setShape(new Shape(rows, hidden));
        four.get(2).setShape(new Shape(rows));
        four.get(3).setShape(new Shape(rows));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList in, boolean training, PairList<String, Object> params) {
        check(in);
        NDArray x = in.get(0); // (B, E)
        if (x.getShape().get(0) == 0) {
            NDList empty = new NDList();
            for (Shape shape : getOutputShapes(in.getShapes())) {
                empty.add(x.getManager().create(shape));
            }
            return empty;
        }
        List<NDArray> values =
                four.stream().map(p -> store.getValue(p, x.getDevice(), training)).toList();
        return kind.step(x, in.subNDList(1), CellWeights.of(values));
    }

    private void check(NDList in) {
        Require.initialised(name(), this);
        int count = 1 + kind.states();
        Require.count(name(), count == 2 ? "[x, h]" : "[x, h, c]", count, count, in);
        NDArray x = in.get(0);
        long width = four.get(0).getShape().get(1);
        String expected = String.format(Locale.ROOT, "(batch, %d)", width);
        Require.array(name() + " input x", x, 2, 2, expected);
        Require.floats(name() + " input x", x);
        Require.width(name() + " input x", x.getShape(), width, expected);
        Shape state = new Shape(x.getShape().get(0), hidden);
        for (int i = 1; i < count; i++) {
            String what = name() + " state " + (i == 1 ? "h" : "c");
            Require.array(what, in.get(i), 1, 8, state.toString());
            Require.floats(what, in.get(i));
            Require.exactly(what, state, in.get(i).getShape());
        }
    }

    private String name() {
        return getClass().getSimpleName();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape[] shapes = new Shape[kind.states()];
        Arrays.fill(shapes, new Shape(inputs[0].get(0), hidden));
        return shapes;
    }
}
