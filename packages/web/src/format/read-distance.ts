/** A distance as a person types it, with point or comma; null where it is none. */
export function readDistance(text: string): number | null {
  const figure = /^\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*$/.exec(text)?.[1];
  return figure === undefined ? null : Number(figure.replace(',', '.'));
}
