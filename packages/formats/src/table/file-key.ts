/**
 * How a list and a folder come to speak of the same file: its name alone, in lower case, without `.gz`. Folders differ
 * between an archive, a part of it and an upload; services number their files.
 */
export function fileKey(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.normalize('NFC').toLowerCase().replace(/\.gz$/, '');
}
