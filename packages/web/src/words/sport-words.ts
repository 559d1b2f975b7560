/** A sport by FIT's name → the runner's word for it; one we have no word for keeps its own. */
export function sportWord(
  sport: string | null,
  t: (key: string) => string,
  exists: (key: string) => boolean,
): string {
  const key = `sport.${sport ?? 'unknown'}`;
  return exists(key) ? t(key) : (sport ?? '').replaceAll('_', ' ');
}
