/**
 * Heart rate that a chest strap stored by itself (in water radio does not carry) and handed over afterwards: message
 * `hr`. An anchor message ties the strap's own clock to a date; those that follow count from it in 12 bits.
 */
import type { Definition } from './definition.ts';
import { MOST_BEATS } from './limits.ts';

const FIELD = { fractionalTime: 0, time256: 1, bpm: 6, eventTime: 9, eventTime12: 10 } as const;
const FRACTION_SCALE = 32_768;
const EVENT_SCALE = 1024;
const INVALID_U16 = 0xff_ff;
const INVALID_U32 = 0xff_ff_ff_ff;
const TURN_12 = 1 << 12;
const TURN_32 = 2 ** 32;
/** The strap's clock in 1/1024 s starts again after 48 days; a beat further than half of that ahead lies behind. */
const HALF_TURN_32 = TURN_32 / 2;
/** A record takes the beats of the second before it, else the last one that is not older than this. [fit-sdk 21] */
const OWN_S = 1;
const CARRIED_S = 5;

export class HeartBeats {
  readonly #fitS: number[] = [];
  readonly #bpm: number[] = [];
  #anchorS: number | null = null;
  #anchorEvent = 0;
  #lastEvent = 0;

  get length(): number {
    return this.#fitS.length;
  }

  /**
   * Takes in one `hr` message.
   * @param at first byte of its data
   * @param timestampS its own date, which makes it an anchor
   */
  add(
    bytes: Uint8Array,
    view: DataView,
    definition: Definition,
    at: number,
    timestampS: number | null,
  ): void {
    const little = definition.littleEndian;
    let fraction = 0;
    const rates: number[] = [];
    const events: number[] = [];
    for (const { number, offset, size, type } of definition.fields) {
      const from = at + offset;
      if (number === FIELD.fractionalTime && size === 2) {
        const raw = view.getUint16(from, little);
        if (raw !== INVALID_U16) fraction = raw / FRACTION_SCALE;
      } else if (number === FIELD.time256 && size === 1 && bytes[from] !== 0xff)
        fraction = (bytes[from] as number) / 256;
      else if (number === FIELD.bpm && type.size === 1) rates.push(...bytes.subarray(from, from + size));
      else if (number === FIELD.eventTime && size % 4 === 0)
        for (let each = 0; each < size; each += 4) events.push(view.getUint32(from + each, little));
    }
    if (timestampS !== null && events[0] !== undefined && events[0] !== INVALID_U32) {
      this.#anchorS = timestampS + fraction;
      this.#anchorEvent = this.#lastEvent = events[0];
    }
    if (this.#anchorS === null) return;
    for (const { number, offset, size } of definition.fields)
      if (number === FIELD.eventTime12 && events.length === 0)
        events.push(...this.#unpack(bytes.subarray(at + offset, at + offset + size)));
    for (const [index, event] of events.entries()) {
      const bpm = rates[index];
      if (event === INVALID_U32 || bpm === undefined || this.length >= MOST_BEATS) continue;
      this.#lastEvent = event;
      let since = event - this.#anchorEvent;
      if (since < -HALF_TURN_32) since += TURN_32;
      if (bpm === 0 || bpm === 0xff) continue;
      this.#fitS.push(this.#anchorS + since / EVENT_SCALE);
      this.#bpm.push(bpm);
    }
  }

  /** Takes in what another file of the chain kept. */
  append(other: HeartBeats): void {
    for (let each = 0; each < other.length && this.length < MOST_BEATS; each++) {
      this.#fitS.push(other.#fitS[each] as number);
      this.#bpm.push(other.#bpm[each] as number);
    }
  }

  /** Two counts in three bytes, each the low 12 bits of the strap's clock, which only goes forward. */
  #unpack(packed: Uint8Array): number[] {
    const events: number[] = [];
    let last = this.#lastEvent;
    for (let at = 0; at + 2 < packed.length; at += 3) {
      const [b0, b1, b2] = [packed[at] as number, packed[at + 1] as number, packed[at + 2] as number];
      for (const low of [b0 | ((b1 & 0x0f) << 8), (b1 >> 4) | (b2 << 4)]) {
        const turns = last - (last % TURN_12);
        last = turns + low < last ? turns + low + TURN_12 : turns + low;
        events.push(last);
      }
    }
    return events;
  }

  /**
   * Fills in the heart rate of records that have none of their own, in place.
   * @param timeS FIT seconds of each record
   */
  fillIn(timeS: Float64Array, heartRateBpm: Float64Array): void {
    const order = Array.from(this.#fitS.keys()).sort((a, b) => (this.#fitS[a] ?? 0) - (this.#fitS[b] ?? 0));
    const times = order.map((each) => this.#fitS[each] ?? 0);
    for (let row = 0; row < timeS.length; row++) {
      if (!Number.isNaN(heartRateBpm[row])) continue;
      const time = timeS[row] as number;
      let sum = 0;
      let count = 0;
      let at = firstAfter(times, time) - 1;
      const latest = times[at];
      if (latest === undefined || latest <= time - CARRIED_S) continue;
      const lastBpm = this.#bpm[order[at] ?? 0] ?? Number.NaN;
      for (; at >= 0 && (times[at] ?? 0) > time - OWN_S; at--) {
        sum += this.#bpm[order[at] ?? 0] ?? 0;
        count += 1;
      }
      heartRateBpm[row] = count > 0 ? Math.round(sum / count) : lastBpm;
    }
  }
}

/** Index of the first time later than `time`, in sorted times. */
function firstAfter(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
