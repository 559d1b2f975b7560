/** How much one file may ask of the machine. All of these are our choice; each names what it protects from. */

const MIB = 1024 * 1024;

/** Unpacked bytes of one TCX or GPX: a day at one point a second is 40 MB in the wordiest dialect. */
export const LARGEST_XML_BYTES = 1024 * MIB;

/** Unpacked bytes of one Apple Health export: ten years of a watch come to two or three GB. It streams. */
export const LARGEST_HEALTH_BYTES = 8 * 1024 * MIB;

/** A FIT file is read whole: 256 MiB is some three months of one-second records. */
export const LARGEST_FIT_BYTES = 256 * MIB;

/** Kept in memory beside the result, so that most files are opened once. */
export const KEEP_ORIGINAL_BYTES = 8 * MIB;

/** Points of one file: 58 days at one a second, 360 MB as columns with every channel filled. */
export const MOST_POINTS = 5_000_000;

/** Characters without a single tag: no recorder writes this much text into one element. */
export const LONGEST_XML_TEXT = 4 * MIB;

/** Elements inside one another; the deepest dialect we know has 10. */
export const DEEPEST_XML = 64;

/** Slips that one XML file may hold before it counts as damaged: a title has a few, rubbish has millions. */
export const MOST_REPAIRS = 10_000;

/** Entries of one archive and the zips inside it; ten years of ten files a day are 36,500. */
export const MOST_ENTRIES = 200_000;

/** Refusals of one code that are named one by one; the others of an archive come to a sum. */
export const MOST_REFUSALS = 100;

/** Zips inside zips: an export of exports is two deep. */
export const DEEPEST_ZIP = 3;

/** A compressed zip inside a zip is held in memory and read from its end up to this size; a larger one in passing. */
export const LARGEST_HELD_ZIP_BYTES = 32 * MIB;

/** A compressed zip inside one that is read in passing has to be held in memory. */
export const LARGEST_INNER_ZIP_BYTES = 128 * MIB;

/** All that one archive on the command line or in an upload may unpack to. */
export const LARGEST_ARCHIVE_BYTES = 16 * 1024 * MIB;

/** What unpacks to more than `RATIO_FROM_BYTES` at more than this ratio is a bomb; the wordiest GPX packs 40 to 1. */
export const MOST_RATIO = 250;
export const RATIO_FROM_BYTES = 4 * MIB;

/** Pieces that zlib gives out: at damage the piece begun is lost, so they are small. */
export const UNPACKED_PIECE_BYTES = 32 * 1024;
