/**
 * Text turned into numbers and back.
 *
 * <p>A network computes with numbers, a text is made of characters or words. A {@link
 * unroll.text.Vocabulary} lists every token once and numbers it; {@link unroll.text.Special} names
 * the tokens that no text contains. Nothing here is mutable, and null is refused everywhere.
 */
package unroll.text;
