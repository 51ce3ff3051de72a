/**
 * Training: one loop, its plan and what it tells on the way.
 *
 * <pre>
 *   var plan = Plan.ofSteps(500).batch(32).learningRate(5e-3).clipNorm(5);
 *   var history = Training.run(model, data, plan);
 * </pre>
 */
package unroll.train;
