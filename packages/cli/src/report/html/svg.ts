/** The little of drawing that the report's plots share: scales, ticks, and text made safe for HTML. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** File names are other people's text: nothing in them may become markup. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');

export type Scale = (value: number) => number;

/** Linear from a domain to pixels; a domain of no width maps to the middle. */
export const scaleLinear = (from: readonly [number, number], to: readonly [number, number]): Scale =>
  from[0] === from[1]
    ? () => (to[0] + to[1]) / 2
    : (value) => to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

const STEPS = [1, 2, 2.5, 5, 10];

/** About `count` round values inside [low, high], low < high. */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((each) => each * power >= raw) ?? 10) * power;
  const found: number[] = [];
  for (let at = Math.ceil(low / step) * step; at <= high + step * 1e-9; at += step)
    found.push(Number(at.toPrecision(12)));
  return found;
}

/** Two decimals are finer than any screen. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);

export interface Plot {
  readonly title: string;
  /** One sentence of its message: the picture's text for whoever cannot see it. */
  readonly message: string;
  readonly width: number;
  readonly height: number;
  readonly marks: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly note?: string;
}

/** A figure with its title, picture, message and table. */
export function figure(plot: Plot): string {
  const head = plot.table.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const rows = plot.table.rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('');
  return `<figure>
<figcaption>${escapeHtml(plot.title)}</figcaption>
<svg role="img" aria-label="${escapeHtml(plot.message)}" viewBox="0 0 ${plot.width} ${plot.height}">${plot.marks}</svg>
<p class="message">${escapeHtml(plot.message)}</p>
${plot.note === undefined ? '' : `<p class="note">${escapeHtml(plot.note)}</p>`}
<details><summary>As a table</summary><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></details>
</figure>`;
}

export const text = (x: number, y: number, words: string, classes = ''): string =>
  `<text x="${px(x)}" y="${px(y)}" class="${classes}">${escapeHtml(words)}</text>`;

export const line = (x1: number, y1: number, x2: number, y2: number, classes: string): string =>
  `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${classes}"/>`;
