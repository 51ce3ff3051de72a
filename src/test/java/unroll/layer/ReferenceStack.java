package unroll.layer;

import java.util.LinkedHashMap;
import java.util.Map;

/** A stack of {@link ReferenceCell}s in one or two directions: forward, and every gradient. */
final class ReferenceStack {
    private final Recurrence size;
    private final Map<String, ReferenceCell> cells = new LinkedHashMap<>(); // by "_l0_reverse"
    private final Map<String, ReferenceCell.Step[][]> steps = new LinkedHashMap<>(); // [b][t]

    double[][][] y; // [b][t][D*H]
    double[][][] hN; // [l*D+d][b][H]
    double[][][] cN;
    double[][][] dx; // [b][t][E]
    double[][][] dh0; // [l*D+d][b][H]
    double[][][] dc0;

    ReferenceStack(Kind kind, Recurrence size, Map<String, Tensor> weights) {
        this.size = size;
        for (int layer = 0; layer < size.layers(); layer++) {
            for (int direction = 0; direction < size.directions(); direction++) {
                String s = suffix(layer, direction);
                cells.put(
                        s,
                        new ReferenceCell(
                                kind,
                                size.hidden(),
                                doubles(weights.get("weight_ih" + s)),
                                doubles(weights.get("weight_hh" + s)),
                                doubles(weights.get("bias_ih" + s)),
                                doubles(weights.get("bias_hh" + s))));
            }
        }
    }

    private static String suffix(int layer, int direction) {
        return "_l" + layer + (direction == 0 ? "" : "_reverse");
    }

    private static double[] doubles(Tensor tensor) {
        double[] values = new double[tensor.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.values()[i];
        }
        return values;
    }

    void forward(double[][][] x, double[][][] h0, double[][][] c0) {
        int batch = x.length;
        int time = x[0].length;
        hN = new double[h0.length][batch][];
        cN = new double[h0.length][batch][];
        double[][][] below = x;
        for (int layer = 0; layer < size.layers(); layer++) {
            double[][][] out = new double[batch][time][size.width()];
            for (int direction = 0; direction < size.directions(); direction++) {
                String s = suffix(layer, direction);
                int row = layer * size.directions() + direction;
                ReferenceCell.Step[][] all = new ReferenceCell.Step[batch][time];
                for (int b = 0; b < batch; b++) {
                    double[] h = h0[row][b];
                    double[] c = c0[row][b];
                    for (int i = 0; i < time; i++) {
                        int t = direction == 0 ? i : time - 1 - i;
                        ReferenceCell.Step step = cells.get(s).forward(below[b][t], h, c);
                        all[b][t] = step;
                        h = step.newH;
                        c = step.newC;
                        System.arraycopy(h, 0, out[b][t], direction * h.length, h.length);
                    }
                    hN[row][b] = h;
                    cN[row][b] = c;
                }
                steps.put(s, all);
            }
            below = out;
        }
        y = below;
    }

    /** Takes the gradients of the loss for y, hN and cN. */
    void backward(double[][][] dy, double[][][] dhN, double[][][] dcN) {
        int batch = dy.length;
        int time = dy[0].length;
        dh0 = new double[dhN.length][batch][];
        dc0 = new double[dhN.length][batch][];
        double[][][] above = dy;
        for (int layer = size.layers() - 1; layer >= 0; layer--) {
            double[][][] under = new double[batch][time][];
            for (int direction = 0; direction < size.directions(); direction++) {
                ReferenceCell cell = cells.get(suffix(layer, direction));
                ReferenceCell.Step[][] all = steps.get(suffix(layer, direction));
                int row = layer * size.directions() + direction;
                for (int b = 0; b < batch; b++) {
                    double[] dh = dhN[row][b].clone();
                    double[] dc = dcN[row][b].clone();
                    for (int i = time - 1; i >= 0; i--) {
                        int t = direction == 0 ? i : time - 1 - i;
                        for (int j = 0; j < size.hidden(); j++) {
                            dh[j] += above[b][t][direction * size.hidden() + j];
                        }
                        double[][] back = cell.backward(all[b][t], dh, dc);
                        under[b][t] = plus(under[b][t], back[0]);
                        dh = back[1];
                        dc = back[2];
                    }
                    dh0[row][b] = dh;
                    dc0[row][b] = dc;
                }
            }
            above = under;
        }
        dx = above;
    }

    private static double[] plus(double[] a, double[] b) {
        if (a == null) {
            return b;
        }
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
        return a;
    }

    /** Returns the gradient of every parameter by its name. */
    Map<String, double[]> gradients() {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        cells.forEach(
                (suffix, cell) -> {
                    gradients.put("weight_ih" + suffix, cell.dwih);
                    gradients.put("weight_hh" + suffix, cell.dwhh);
                    gradients.put("bias_ih" + suffix, cell.dbih);
                    gradients.put("bias_hh" + suffix, cell.dbhh);
                });
        return gradients;
    }
}
