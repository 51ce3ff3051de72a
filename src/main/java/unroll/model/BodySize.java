package unroll.model;

/**
 * How large a body is, known before any memory is taken.
 *
 * @param parameters how many numbers it learns; 0 if not known
 * @param numbersPerToken estimate of the numbers that training keeps for each token it reads
 * @param formula how the number of parameters comes about
 */
public record BodySize(long parameters, long numbersPerToken, String formula) {}
