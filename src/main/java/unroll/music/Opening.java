package unroll.music;

/** What a tune's header fixes for its beginning: key, metre, unit note length and tempo. */
record Opening(KeySignature key, Metre metre, Fraction unit, Tempo tempo) {}
