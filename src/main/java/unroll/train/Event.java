package unroll.train;

import unroll.trace.History;

/**
 * Something that happened in a training.
 *
 * @param kind what
 * @param history everything so far, of earlier trainings of the same model too
 * @param expectedSteps number the last step will probably have
 * @param secondsLeft estimate of the time until then; NaN before the tenth step
 * @param message words for the reader, such as what to lower when it takes long; mostly empty
 */
public record Event(
        Kind kind, History history, int expectedSteps, double secondsLeft, String message) {

    /** What can happen. */
    public enum Kind {
        /** The training begins; the message says if it goes on from an earlier one. */
        STARTED,
        /** A step was taken, perhaps with a look at the validation part. */
        STEPPED,
        /** The training ended; the message says why. */
        STOPPED
    }
}
