/** The table of 18 treadmill runners at three speeds, forces by inverse dynamics. [fukuchi-2017] */
import { MS_PER_S } from '@kneewise/engine';

export const TREADMILL_FILE = 'biomechanics/rbds-running.csv';

export interface TreadmillStep {
  readonly runner: string;
  readonly speedMps: number;
  readonly cadenceSpm: number;
  readonly contactMs: number;
  readonly flexionDeg: number;
  readonly legM: number;
  readonly peakBw: number;
  readonly impulseBws: number;
}

/** Reads the table; throws where a column is missing or holds no number, so that a changed file is noticed. */
export function readTreadmill(csv: string): TreadmillStep[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/u);
  const names = head.split(',');
  const at = (cells: readonly string[], name: string): string => {
    const cell = cells[names.indexOf(name)];
    if (cell === undefined) throw new RangeError(`column ${name} is not in ${TREADMILL_FILE}`);
    return cell;
  };
  return lines.map((line) => {
    const cells = line.split(',');
    const number = (name: string): number => {
      const value = Number.parseFloat(at(cells, name));
      if (!Number.isFinite(value)) throw new RangeError(`${name} must be a number, got ${at(cells, name)}`);
      return value;
    };
    return {
      runner: at(cells, 'subject'),
      speedMps: number('speed_mps'),
      cadenceSpm: number('cadence_spm'),
      contactMs: MS_PER_S * number('contact_s_50N'),
      flexionDeg: number('peak_knee_flex_deg'),
      legM: number('leg_m'),
      peakBw: number('pfj_peak_bw'),
      impulseBws: number('pfj_impulse_bw_s'),
    };
  });
}
