/** A zip that is made while it is sent. */

/**
 * @param done called once all is sent, or the receiver went away
 * @param sizeBytes where it is known beforehand
 */
export function zipDownload(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  done: () => Promise<void>,
  sizeBytes?: number,
): Response {
  const all = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } finally {
      await done();
    }
  };
  return new Response(ReadableStream.from(all()), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
      ...(sizeBytes === undefined ? {} : { 'Content-Length': String(sizeBytes) }),
    },
  });
}
