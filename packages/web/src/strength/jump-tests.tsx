/** Tests at home that open jumps: told once, they speak for four weeks. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel, Form, Input, Label, TextField } from 'react-aria-components';
import { answersChanged } from '../api/queries.ts';
import type { Strength } from '../api/types.ts';
import { type ChangedSaid, saveSaid } from './strength-queries.ts';

const FIELDS = ['calfLeft', 'calfRight', 'squats', 'squatPain', 'balance', 'pogos', 'pogoPain'] as const;
type Field = (typeof FIELDS)[number];
const MOST_PAIN = 10;

export function JumpTests({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { tests } = strength.said;
  const [said, setSaid] = useState<Readonly<Record<Field, string>>>(() => {
    const text = (value: number | null | undefined): string =>
      value === null || value === undefined ? '' : String(value);
    return {
      calfLeft: text(tests?.calfRaises?.left),
      calfRight: text(tests?.calfRaises?.right),
      squats: text(tests?.oneLegSquats?.count),
      squatPain: text(tests?.oneLegSquats?.pain),
      balance: text(tests?.balanceS),
      pogos: text(tests?.pogos?.count),
      pogoPain: text(tests?.pogos?.pain),
    };
  });
  const save = useMutation({ mutationFn: saveSaid, onSuccess: () => answersChanged(client) });
  const number = (field: Field): number | null =>
    /^\d{1,3}$/.test(said[field].trim()) ? Number(said[field]) : null;
  const pain = (field: Field): number | null => {
    const value = number(field);
    return value === null ? null : Math.min(MOST_PAIN, value);
  };
  const asked = (): NonNullable<ChangedSaid['tests']> => {
    const [left, right, squats, pogos] = [
      number('calfLeft'),
      number('calfRight'),
      number('squats'),
      number('pogos'),
    ];
    return {
      calfRaises: left === null || right === null ? null : { left, right },
      oneLegSquats: squats === null ? null : { count: squats, pain: pain('squatPain') },
      balanceS: number('balance'),
      pogos: pogos === null ? null : { count: pogos, pain: pain('pogoPain') },
    };
  };
  return (
    <Disclosure className="training-how">
      <Button slot="trigger" className="link second">
        {t('training.tests.open')}
      </Button>
      <DisclosurePanel>
        <Form
          className="training-tests"
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ tests: asked() });
          }}
        >
          <p className="second">{t('training.tests.what')}</p>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              className="field"
              value={said[field]}
              onChange={(value) => setSaid({ ...said, [field]: value })}
            >
              <Label>{t(`training.tests.${field}`)}</Label>
              <Input className="input training-number" inputMode="numeric" />
            </TextField>
          ))}
          <Button type="submit" className="button small" isDisabled={save.isPending}>
            {t('save')}
          </Button>
          {save.isSuccess && <p role="status">{t('training.tests.saved')}</p>}
          {save.isError && <p role="alert">{save.error.message}</p>}
        </Form>
      </DisclosurePanel>
    </Disclosure>
  );
}
