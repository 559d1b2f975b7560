/** The number an element holds; NaN where it holds none. Never 0 for an empty element. */
export function xmlNumber(text: string): number {
  const trimmed = text.charCodeAt(0) <= 32 ? text.trim() : text;
  if (trimmed === '') return Number.NaN;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : Number.NaN;
}
