/** What the check's caution costs people with a benign complaint: how many it sends on, and which rules send them. */
import { RED_FLAGS } from '@kneewise/engine';
import type { BenignCost, RuleCost } from '@kneewise/validation';
import { table } from '../terminal/table.ts';

const RULES_SHOWN = 12;

const percent = (value: number): string => `${value.toFixed(1)} %`;
const titleOf = (rule: string): string =>
  RED_FLAGS.find(({ id }) => id === rule)?.title ?? 'dangerous explanations together';

const rulesTable = (rules: readonly RuleCost[]): string =>
  table(rules.slice(0, RULES_SHOWN), [
    { head: 'rule', cell: ({ rule }) => rule },
    { head: 'alone', cell: ({ alonePercent }) => percent(alonePercent), align: 'right' },
    { head: 'with others', cell: ({ raisesPercent }) => percent(raisesPercent), align: 'right' },
    { head: 'to here', cell: ({ togetherPercent }) => percent(togetherPercent), align: 'right' },
    { head: 'what it looks at', cell: ({ rule }) => titleOf(rule) },
  ]);

export const populationText = (cost: BenignCost): string =>
  [
    `${cost.people} simulated runners with a benign complaint, every question answered (base rates and their sources:`,
    'validation/src/benign-rates.ts). Of them the check sends',
    `  within days or sooner  ${percent(cost.withinDaysOrAbovePercent)}`,
    `  today or sooner        ${percent(cost.todayOrAbovePercent)}`,
    `and ${percent(cost.selfManagePercent)} may look after it alone; the others see a physiotherapist.`,
    '',
    'Alone: no other rule would have sent them. To here: sent by this rule and those above it, and by no other.',
    '',
    'Within days or sooner',
    rulesTable(cost.rules),
    '',
    'Today or sooner',
    rulesTable(cost.todayRules),
  ].join('\n');
