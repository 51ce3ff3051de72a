package unroll.generate;

/**
 * Notes that belong together: a tuplet, or the second note of a broken rhythm. All have the same
 * written length, and the whole is spent with the first.
 *
 * @param notes notes still to be written
 * @param ticks their written length, 0 while that is not decided
 * @param time how many of those lengths the whole lasts
 */
record AbcGroup(int notes, int ticks, int time) {}
