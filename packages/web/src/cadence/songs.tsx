/** Songs that carry the target: a beat a step, or a beat every second one. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure, DisclosurePanel, Button } from 'react-aria-components';
import type { Cadence } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';

export function Songs({ cadence: { beats, ladderSpm } }: { cadence: Cadence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  if (beats === null) return null;
  const [every, second] = beats;
  const bpm = ({ lowBpm, highBpm }: typeof every): string =>
    format.range(format.number(lowBpm), format.number(highBpm));
  return (
    <Disclosure isExpanded={open} onExpandedChange={setOpen} className="cadence-more">
      <Button slot="trigger" className="button">
        {t('cadence.songs.open', { every: bpm(every), second: bpm(second) })}
      </Button>
      <DisclosurePanel>
        <p className="second">{t('cadence.songs.how', { every: bpm(every), second: bpm(second) })}</p>
        {ladderSpm !== null && (
          <p className="second">
            {t('cadence.songs.ladder', {
              ladder: ladderSpm.map((spm) => format.number(spm)).join(', '),
              half: ladderSpm.map((spm) => format.number(spm / 2)).join(', '),
            })}
          </p>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
