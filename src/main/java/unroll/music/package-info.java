/**
 * Folk tunes in ABC notation: read, checked, turned to notes, to MIDI and to sound.
 *
 * <p>Start with {@link unroll.music.Abc}: it turns text into a {@link unroll.music.Tune}, or says
 * at which line and column it is not ABC. A tune gives its notes with repeats played out, its bars
 * with their exact lengths, and goes on to {@link unroll.music.Midi} and {@link unroll.music.Wav}.
 *
 * <p>The notation is ABC 2.1 (December 2011), with what older files need. Two kinds of fault are
 * kept apart. What cannot be read as ABC (an unclosed chord, an unknown letter, a metre of {@code
 * 6/}) is an {@link unroll.music.AbcException}. What can be read but is bad music (a bar too short,
 * a tie to nowhere) is a {@link unroll.music.Bar.Kind} or an {@link unroll.music.AbcWarning}.
 *
 * <p>Choices where the standard leaves one: an accidental lasts to the bar's end and holds in all
 * octaves (the standard's default; {@code %%propagate-accidentals octave} or {@code not} changes
 * it); a metre changed inside a tune leaves the unit length as it is; an end of repeat without its
 * start goes back to the last repeat or double bar; grace notes take their time from the note they
 * lean on; a chord lasts as long as its first note; pipe music (K:HP) sounds F sharp and C sharp.
 * Kept as text but not played: order of parts (P:), da capo, ornaments, lyrics, macros.
 */
package unroll.music;
