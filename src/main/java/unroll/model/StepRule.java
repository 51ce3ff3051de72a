package unroll.model;

/**
 * How a recurrent layer makes new memory from what it reads and what it remembers.
 *
 * <p>Below, x is {@code W_ih x_t + b_ih} and u is {@code W_hh h_{t-1} + b_hh}, gate after gate in
 * PyTorch's order; * multiplies entry by entry.
 */
enum StepRule {
    /** h = tanh(x + u). */
    TANH(1) {
        @Override
        void step(float[] x, float[] u, float[] h, float[] c) {
            add(x, u, h.length);
            Squash.tanh(x, 0, h.length);
            System.arraycopy(x, 0, h, 0, h.length);
        }
    },

    /** h = max(0, x + u). */
    RELU(1) {
        @Override
        void step(float[] x, float[] u, float[] h, float[] c) {
            add(x, u, h.length);
            Squash.relu(x, 0, h.length);
            System.arraycopy(x, 0, h, 0, h.length);
        }
    },

    /** i f o = sigmoid(x + u), g = tanh(x + u), c = f * c + i * g, h = o * tanh(c). */
    LSTM(4) {
        @Override
        void step(float[] x, float[] u, float[] h, float[] c) {
            int n = h.length;
            add(x, u, 4 * n);
            Squash.sigmoid(x, 0, 2 * n);
            Squash.tanh(x, 2 * n, 3 * n);
            Squash.sigmoid(x, 3 * n, 4 * n);
            for (int k = 0; k < n; k++) {
                c[k] = x[n + k] * c[k] + x[k] * x[2 * n + k];
                h[k] = c[k];
            }
            Squash.tanh(h, 0, n);
            for (int k = 0; k < n; k++) {
                h[k] *= x[3 * n + k];
            }
        }
    },

    /** r z = sigmoid(x + u), n = tanh(x + r * u), h = (1 - z) * n + z * h. */
    GRU(3) {
        @Override
        void step(float[] x, float[] u, float[] h, float[] c) {
            int n = h.length;
            add(x, u, 2 * n);
            Squash.sigmoid(x, 0, 2 * n);
            for (int k = 0; k < n; k++) {
                x[2 * n + k] += x[k] * u[2 * n + k];
            }
            Squash.tanh(x, 2 * n, 3 * n);
            for (int k = 0; k < n; k++) {
                h[k] = x[2 * n + k] + x[n + k] * (h[k] - x[2 * n + k]);
            }
        }
    };

    private final int gates;

    StepRule(int gates) {
        this.gates = gates;
    }

    /** Returns how many gates of width H a step computes. */
    int gates() {
        return gates;
    }

    /**
     * Replaces the memory by that after one more token.
     *
     * @param x what the layer reads; overwritten // (gates H)
     * @param u what it remembers, through its weights // (gates H)
     * @param h its output // (H)
     * @param c the cell state, which only LSTM uses // (H)
     */
    abstract void step(float[] x, float[] u, float[] h, float[] c);

    private static void add(float[] x, float[] u, int to) {
        for (int k = 0; k < to; k++) {
            x[k] += u[k];
        }
    }
}
