/** The letter of `0x10`, `0b1`, `0o7`, which JavaScript takes for numbers and XML does not. */
const isRadix = (code: number): boolean => {
  const letter = code | 0x20;
  return letter === 0x78 || letter === 0x62 || letter === 0x6f;
};

/** The number an element holds; NaN where it holds none. Never 0 for an empty element. */
export function xmlNumber(text: string): number {
  const trimmed = text.charCodeAt(0) <= 32 ? text.trim() : text;
  if (trimmed === '' || isRadix(trimmed.charCodeAt(1))) return Number.NaN;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : Number.NaN;
}
