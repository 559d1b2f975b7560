/** Whom to call, by the region of the browser's language. 112 works in all of the EU and on most mobile networks. */
const EMERGENCY: Readonly<Record<string, string>> = {
  US: '911',
  CA: '911',
  MX: '911',
  GB: '999',
  AU: '000',
  NZ: '111',
  JP: '119',
};
const EVERYWHERE_ELSE = '112';
/** Doctors outside surgery hours. */
const ON_CALL: Readonly<Record<string, string>> = { GB: '111', DE: '116117', AT: '1450' };

/** @param locale a BCP 47 tag; without a region, or unknown: 112 */
export function numbersFor(locale: string): { readonly emergency: string; readonly onCall: string | null } {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1] ?? '';
  return { emergency: EMERGENCY[region] ?? EVERYWHERE_ELSE, onCall: ON_CALL[region] ?? null };
}
