/** What a session depends on and only the runner knows: equipment, stairs, whether jumps are wanted. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { answersChanged } from '../api/queries.ts';
import type { Strength } from '../api/types.ts';
import { AcheScale } from './play/ache-scale.tsx';
import { saveSaid } from './strength-queries.ts';

/** A floor, a stair and a rucksack are everywhere; these are asked for. */
const ASKED = ['band', 'gym', 'roller'] as const;
type Kit = (typeof ASKED)[number];

export function YourKnee({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const save = useMutation({ mutationFn: saveSaid, onSuccess: () => answersChanged(client) });
  const { kit = [], stairs, wantsJumps = false } = strength.said;
  return (
    <section className="training-yours" aria-labelledby="yours">
      <h2 id="yours" className="section-title">
        {t('training.yours')}
      </h2>
      <CheckboxGroup
        value={ASKED.filter((each) => kit.includes(each))}
        onChange={(chosen) => save.mutate({ kit: chosen as Kit[] })}
      >
        <Label className="second">{t('training.kitThere')}</Label>
        <div className="chips">
          {ASKED.map((each) => (
            <Checkbox key={each} value={each} className="chip">
              {t(`training.kit.${each}`)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      {strength.phase === 'calm' && (
        <AcheScale
          question={t('training.stairs')}
          value={stairs?.pain ?? null}
          onChange={(pain) => save.mutate({ stairs: { pain } })}
        />
      )}
      {strength.jumpsBelong === 'optional' && (
        <Checkbox
          className="chip"
          isSelected={wantsJumps}
          onChange={(wanted) => save.mutate({ wantsJumps: wanted })}
        >
          {t('training.wantsJumps')}
        </Checkbox>
      )}
      {save.isError && <p role="alert">{save.error.message}</p>}
    </section>
  );
}
