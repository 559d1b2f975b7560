/** Line icons, drawn on 24. Always beside a word, so hidden from screen readers. */
const PATHS = {
  today:
    'M3 18h18M6.5 18a5.5 5.5 0 0 1 11 0M12 5.5v3M4.6 9.4l1.9 1.7M19.4 9.4l-1.9 1.7M2.5 14.6h1.7M19.8 14.6h1.7',
  load: 'M5 5h14M6.2 5l1.5 13.2a1.6 1.6 0 0 0 1.6 1.4h5.4a1.6 1.6 0 0 0 1.6-1.4L17.8 5M6.8 10.5h10.4',
  knee: 'M8.5 3c0 3.5 1.6 5.4 1.6 8S8 15.5 8.4 21M15 3c0 3.5 1.8 5.4 1.8 8.2S14.6 16 15 21M12.300 8.5c1.4.6 1.8 2.6.4 4.2',
  bring:
    'M4 14l2.2-7.6A2 2 0 0 1 8.1 5h7.8a2 2 0 0 1 1.9 1.4L20 14v3.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM4 14h4.6l1.2 2h4.4l1.2-2H20',
  evidence: 'M12 7.2C10 5.6 7.2 5 4 5v13c3.2 0 6 .6 8 2.2 2-1.6 4.8-2.2 8-2.2V5c-3.2 0-6 .6-8 2.2zM12 7.2v13',
  settings:
    'M4 8h8.5M17.5 8H20M4 16h2.5M11.5 16H20M15 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM9 13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  added: 'M4.5 12.5l5 5L20 7',
  refused: 'M6 6l12 12M18 6L6 18',
  notReceived: 'M12 5v9M12 18.5h.01',
  other: 'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  duplicate: 'M9 7a5 5 0 1 0 0 10A5 5 0 0 0 9 7zM15 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  lock: 'M6.5 11h11a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  form: 'M14.5 5.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM6 10.5l3.2-2.8 4 .6-2.4 4.9 3.4 2.8-.8 5.5M10.6 14.5l-2 3.6-4.6.4M13.2 8.3l2.2 3 3.1.4',
  strength: 'M3 12h18M6 8v8M9 6v12M15 6v12M18 8v8',
  skip: 'M6.5 5.5v13l9-6.5zM18 5.5v13',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M9 6v12M15 6v12',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
