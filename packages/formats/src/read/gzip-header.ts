/** Where the packed bytes of a gzip member begin (RFC 1952, section 2.3). */
import type { ByteQueue } from './byte-queue.ts';

const FIXED_BYTES = 10;
const METHOD_AT = 2;
const FLAGS_AT = 3;
const DEFLATE = 8;
const CRC16_FLAG = 2;
const EXTRA_FLAG = 4;
const NAME_FLAG = 8;
const COMMENT_FLAG = 16;
/** Names and remarks longer than this are no names. Our choice. Bytes */
const LONGEST_WORDS = 64 * 1024;

/** Skips the header. @returns what is wrong with it, or null */
export async function skipGzipHeader(queue: ByteQueue): Promise<string | null> {
  const cutShort = 'unexpected end of file';
  const head = await queue.peek(FIXED_BYTES);
  if (head.length < FIXED_BYTES) return cutShort;
  if (head[0] !== 0x1f || head[1] !== 0x8b) return 'incorrect header check';
  if (head[METHOD_AT] !== DEFLATE) return 'unknown compression method';
  const flags = head[FLAGS_AT] ?? 0;
  queue.skip(FIXED_BYTES);
  if ((flags & EXTRA_FLAG) !== 0) {
    const [low, high] = await queue.peek(2);
    if (low === undefined || high === undefined) return cutShort;
    const bytes = 2 + low + 256 * high;
    if ((await queue.peek(bytes)).length < bytes) return cutShort;
    queue.skip(bytes);
  }
  for (const flag of [NAME_FLAG, COMMENT_FLAG]) {
    if ((flags & flag) === 0) continue;
    let bytes = 0;
    for (let end = -1; end < 0;) {
      const words = await queue.peek(bytes + 1);
      if (words.length <= bytes) return cutShort;
      end = words.indexOf(0, bytes);
      bytes = end < 0 ? words.length : end + 1;
      if (bytes > LONGEST_WORDS) return 'its name has no end';
    }
    queue.skip(bytes);
  }
  if ((flags & CRC16_FLAG) !== 0) {
    if ((await queue.peek(2)).length < 2) return cutShort;
    queue.skip(2);
  }
  return null;
}
