import { kneeLoadAt, type WidenedBy } from '@kneewise/engine';
import { numberText } from '@kneewise/words';
import type { Command } from 'commander';
import { UsageError } from '../exit.ts';
import { table } from '../terminal/table.ts';
import { numberBetween } from './numbers.ts';
import { jsonOption, print, printJson, unitsOf } from './options.ts';

interface Options {
  readonly speed: number;
  readonly cadence?: number;
  readonly mass?: number;
  readonly height?: number;
  readonly contact?: number;
  readonly flexion?: number;
  readonly json?: true;
}

const anyNumber = numberBetween(-1e6, 1e6, '');
/** Standard gravity, m/s² (CGPM 1901): body weights to newtons. */
const GRAVITY_MPS2 = 9.80665;

/** What the form does not say by itself already. */
const WIDER: Readonly<Partial<Record<WidenedBy, string>>> = {
  'speed-beyond-fit': 'this speed was not in the laboratory',
  'cadence-beyond-fit': 'this cadence was not in the laboratory',
  'contact-beyond-fit': 'this time on the ground was not in the laboratory',
  'flexion-beyond-fit': 'this flexion was not in the laboratory',
  'leg-missing': 'leg length is not known',
};

export function addKneeLoadCommand(program: Command): void {
  program
    .command('knee-load')
    .description('force and impulse on the kneecap joint of one leg, for one kind of step')
    .requiredOption('--speed <mps>', 'running speed, m/s', anyNumber)
    .option('--cadence <spm>', 'steps a minute, both feet', anyNumber)
    .option('--mass <kg>', 'body mass, for newtons', numberBetween(20, 300, 'kg'))
    .option('--height <m>', 'body height', numberBetween(1, 2.5, 'm'))
    .option('--contact <ms>', 'measured time on the ground a step', anyNumber)
    .option('--flexion <deg>', 'peak knee flexion in stance, from video', anyNumber)
    .addOption(jsonOption())
    .action((options: Options) => {
      const load = kneeLoadAt({
        speedMps: options.speed,
        cadenceSpm: options.cadence,
        contactMs: options.contact,
        flexionDeg: options.flexion,
        heightM: options.height,
      });
      if (!load.known) {
        const { because } = load;
        throw new UsageError(
          because.reason === 'out-of-range'
            ? `${because.what} must be from ${because.low} to ${shownHigh(because.high)}, got ${because.value}.`
            : `this step cannot be worked out: ${because.what}.`,
        );
      }
      const newtons =
        options.mass === undefined
          ? {}
          : { peakForceN: load.value.peakForceBw * options.mass * GRAVITY_MPS2 };
      if (options.json) return printJson({ schema: 1, ...load.value, ...newtons });
      const { locale } = unitsOf(process.env);
      const {
        peakForceBw,
        peakForceBwSd,
        impulsePerStepBws,
        impulsePerKmBws,
        damagePerKm,
        contactMs,
        contactIs,
        form,
        impulseSdRatio,
        widenedBy,
      } = load.value;
      const wider = widenedBy.flatMap((reason) => WIDER[reason] ?? []);
      const impulse = (value: number, digits: number): string =>
        `${numberText(value, digits, locale)} ± ${numberText(value * impulseSdRatio, digits, locale)} BW·s`;
      const rows = [
        [
          'peak force',
          `${numberText(peakForceBw, 1, locale)} ± ${numberText(peakForceBwSd, 1, locale)} body weights`,
        ],
        ['impulse a step', impulse(impulsePerStepBws, 2)],
        ['impulse a kilometre and leg', impulse(impulsePerKmBws, 0)],
        [
          'load a kilometre, hard steps counted more',
          `${numberText(damagePerKm.value, 2, locale)} (${numberText(damagePerKm.low, 1, locale)} to ${numberText(damagePerKm.high, 1, locale)}) × the reference kilometre (force to the power ${damagePerKm.exponent}, an exponent nobody has measured in a runner’s knee)`,
        ],
        ['time on the ground', `${numberText(contactMs, 0, locale)} ms, ${contactIs}`],
        ['worked out from', form.replaceAll('-', ', ')],
        ...(wider.length === 0 ? [] : [['farther off than usual', wider.join('; ')] as const]),
      ] as const;
      return print(
        table(rows, [
          { head: '', cell: ([name]) => name },
          { head: '', cell: ([, value]) => value },
        ]).trimStart(),
      );
    });
}

/** Rounded down: what the sentence allows must be allowed. */
const shownHigh = (high: number): number => Math.floor(10 * high) / 10;
