package unroll.evaluate;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.AdaGrad;
import unroll.Interruption;

/** Tribuo's AdaGrad, which the reader can stop between two steps. */
final class StoppableAdaGrad implements StochasticGradientOptimiser {
    private final AdaGrad adaGrad;

    StoppableAdaGrad(double learningRate, double epsilon) {
        this(new AdaGrad(learningRate, epsilon));
    }

    private StoppableAdaGrad(AdaGrad adaGrad) {
        this.adaGrad = adaGrad;
    }

    @Override
    public void initialise(Parameters parameters) {
        adaGrad.initialise(parameters);
    }

    @Override
    public Tensor[] step(Tensor[] updates, double weight) {
        Interruption.check("fitting the baseline");
        return adaGrad.step(updates, weight);
    }

    @Override
    public void finalise() {
        adaGrad.finalise();
    }

    @Override
    public void reset() {
        adaGrad.reset();
    }

    @Override
    public StochasticGradientOptimiser copy() {
        return new StoppableAdaGrad(adaGrad.copy());
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return adaGrad.getProvenance();
    }

    @Override
    public String toString() {
        return adaGrad.toString();
    }
}
