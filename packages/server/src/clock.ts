/** The time, as an argument: tests bring their own. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
  /** Minutes that the runner's place is ahead of UTC now. */
  utcOffsetMin(): number;
  /** The day it is where the runner is, `YYYY-MM-DD`. */
  today(): string;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  utcOffsetMin: () => -new Date().getTimezoneOffset(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
  },
};
