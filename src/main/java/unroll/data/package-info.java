/**
 * Where sequences come from and how a training sees them.
 *
 * <p>Files of the reader's own are read by {@link unroll.data.Corpus}, {@link unroll.data.Csv}, {@link
 * unroll.data.JsonLines}, {@link unroll.data.Fasta}, {@link unroll.data.TuneBook} and {@link
 * unroll.data.TextFolder}; {@link unroll.data.Overview} says what is in them.
 *
 * <p>A {@link unroll.data.Corpus} is a text with a name; {@code Corpora} makes some. A
 * {@link unroll.data.Split} keeps the end of it for validation and cuts the rest into {@link
 * unroll.data.Windows} that start anywhere or into parallel {@link unroll.data.Streams}. Both are
 * {@link unroll.data.TokenData}, which is what a training takes. A {@link unroll.data.Catalogue} lists
 * public sets, which are downloaded on request and verified. All chance comes from the generator
 * that the caller passes, so a seed means the same everywhere.
 */
package unroll.data;
