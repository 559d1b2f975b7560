/** Where the words of an evidence note live: `evidence.<id>` with `finding`, `limits` and `source`. */
export function evidenceNote(id: string, exists: (key: string) => boolean): string | null {
  const key = `evidence.${id}`;
  return exists(`${key}.finding`) ? key : null;
}
