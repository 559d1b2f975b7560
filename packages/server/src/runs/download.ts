/** A stored file as a download: never shown in the page, never taken for another type. */

/** The last part of the path; within an archive, of the path inside it. */
const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** RFC 6266: an ASCII name for old readers, the real one for all others. */
export function attachment(path: string): string {
  const name = fileName(path);
  const ascii = name.replaceAll(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '_')).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

export const download = (file: {
  readonly path: string;
  readonly sizeBytes: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}): Response =>
  new Response(ReadableStream.from(file.bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(file.path),
      'Content-Length': String(file.sizeBytes),
    },
  });
