/** Watches that do not know the date but the local time of their end. */
import { numberOf } from './message-values.ts';
import { MESSAGE, OLDEST_DATE } from './profile.ts';
import type { FitSegment, Message, Messages } from './wire.ts';

/** Messages whose field 2 is a start time. */
const STARTS_AT_FIELD_2: ReadonlySet<number> = new Set([MESSAGE.session, MESSAGE.lap]);

/** Every date of the messages moved. */
function withDates(messages: Messages, moved: (date: number) => number): Messages {
  const start = ({ fields }: Message): ReadonlyMap<number, number | string> => {
    const date = fields.get(2);
    return typeof date === 'number' ? new Map([...fields, [2, moved(date)]]) : fields;
  };
  return new Map(
    [...messages].map(([number, all]) => [
      number,
      all.map((message) => ({
        timestamp: message.timestamp === null ? null : moved(message.timestamp),
        fields: STARTS_AT_FIELD_2.has(number) ? start(message) : message.fields,
      })),
    ]),
  );
}

/**
 * A watch whose clock was never set counts seconds since it was switched on; some state the local time of the end
 * beside that count. Moves every time by the difference. UTC stays unknown, and a warning says so.
 */
export function withLocalClock(segment: FitSegment): FitSegment {
  const activity = segment.messages.get(MESSAGE.activity)?.[0];
  const [counted, local] = [activity?.timestamp, numberOf(activity, 5)];
  if (
    counted === null ||
    counted === undefined ||
    counted >= OLDEST_DATE ||
    local === undefined ||
    local < OLDEST_DATE
  )
    return segment;
  const shiftS = local - counted;
  const { records } = segment;
  for (let row = 0; row < records.rows; row++) {
    const time = records.timeS[row] as number;
    if (time > 0 && time < OLDEST_DATE) records.timeS[row] = time + shiftS;
  }
  const moved = (value: number): number => (value < OLDEST_DATE ? value + shiftS : value);
  return {
    ...segment,
    messages: withDates(segment.messages, moved),
    warnings: [
      ...segment.warnings,
      {
        code: 'local-time-only',
        text: 'The watch knew only its local time, so times are that, without an offset from UTC.',
      },
    ],
  };
}
