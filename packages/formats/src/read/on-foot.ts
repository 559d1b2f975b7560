/** Sports, by FIT's names, in which the steps of two feet carry a person. */
export const ON_FOOT: ReadonlySet<string> = new Set([
  'running',
  'walking',
  'hiking',
  'snowshoeing',
  'mountaineering',
]);
