/** Bytes that can be read at any place: a file on disk, memory, or a stretch of either. A zip is read from its end. */
import { SourceDamage } from '../read/source-damage.ts';
import { type DiskPath, openRegular } from './disk-path.ts';

export interface ByteRange {
  readonly size: number;
  /** The stretch of a file on disk that this is; left out for memory. */
  readonly stretch?: { readonly disk: DiskPath; readonly from: number; readonly to: number };
  /** Exactly the bytes [from, to); rejects where they do not exist. */
  read(from: number, to: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

const outside = (from: number, to: number, size: number): RangeError =>
  new RangeError(`bytes must lie within 0–${size}, got ${from}–${to}`);

export async function diskRange(path: DiskPath): Promise<ByteRange> {
  const file = await openRegular(path);
  const { size } = await file.stat();
  return {
    size,
    stretch: { disk: path, from: 0, to: size },
    async read(from, to) {
      if (from < 0 || to < from || to > size) throw outside(from, to, size);
      const bytes = new Uint8Array(to - from);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled);
        if (bytesRead === 0)
          throw new SourceDamage('unreadable', 'The file became shorter while it was read.');
        filled += bytesRead;
      }
      return bytes;
    },
    close: () => file.close(),
  };
}

/** One opening of a file for as many as read it at a time; each closes its own. */
export function sharedRange(path: DiskPath): () => Promise<ByteRange> {
  let opened: Promise<ByteRange> | null = null;
  let users = 0;
  return async () => {
    users++;
    const mine = (opened ??= diskRange(path));
    let closed = false;
    const close = async (): Promise<void> => {
      if (closed) return;
      closed = true;
      if (--users > 0) return;
      opened = null;
      await (await mine).close();
    };
    try {
      const range = await mine;
      return { ...range, close };
    } catch (error) {
      closed = true;
      if (--users === 0) opened = null;
      throw error;
    }
  };
}

export const memoryRange = (bytes: Uint8Array): ByteRange => ({
  size: bytes.length,
  read: (from, to) =>
    from < 0 || to < from || to > bytes.length
      ? Promise.reject(outside(from, to, bytes.length))
      : Promise.resolve(bytes.subarray(from, to)),
  close: () => Promise.resolve(),
});

/** A stretch of `whole`; closing it leaves `whole` open. */
export const partOf = (whole: ByteRange, start: number, end: number): ByteRange => ({
  size: end - start,
  ...(whole.stretch !== undefined && {
    stretch: {
      disk: whole.stretch.disk,
      from: whole.stretch.from + start,
      to: whole.stretch.from + end,
    },
  }),
  read: (from, to) =>
    from < 0 || to < from || start + to > end
      ? Promise.reject(outside(from, to, end - start))
      : whole.read(start + from, start + to),
  close: () => Promise.resolve(),
});
