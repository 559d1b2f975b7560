/** The questions that come before any distance. Not being sure counts as yes. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Today } from '@kneewise/engine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import { offerUndo } from '../ui/undo.tsx';
import { signsOf } from '../words/flag-signs.ts';

type Flags = 'none-raised' | 'raised';

export function FlagQuestions({ today, onSaved }: { today: Today; onSaved: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [choice, setChoice] = useState<Flags | null>(null);
  const [asked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: (flags: Flags) => api.saveSettings({ flags }),
    onSuccess: async () => {
      onSaved();
      await answersChanged(client);
      offerUndo(t('flags.saved'), async () => {
        await api.saveSettings({ flags: 'unanswered' });
        await answersChanged(client);
      });
    },
  });
  return (
    <section className="card flags" aria-labelledby="flag-questions">
      <h2 id="flag-questions" className="say-finding">
        {t(
          today.action === 'ask-first' || today.action === 'see-someone' ? 'flags.title' : 'flags.titleAgain',
        )}
      </h2>
      <p className="second">{t('flags.how')}</p>
      <ul className="flag-list">
        {signsOf(today.questions).map((id) => (
          <li key={id}>{t(`sign.${id}`)}</li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (choice !== null) save.mutate(choice);
        }}
      >
        <RadioGroup
          className="flag-answer"
          value={choice}
          onChange={(value) => setChoice(value as Flags)}
          aria-describedby="flag-note"
        >
          <Label className="section-title">{t('flags.answer')}</Label>
          <Radio value="none-raised" className="option">
            {t('flags.none')}
          </Radio>
          <Radio value="raised" className="option">
            {t('flags.some')}
          </Radio>
        </RadioGroup>
        <p id="flag-note" className="caption">
          {t('flags.unsure')}
        </p>
        {((asked && choice === null) || save.isError) && (
          <p role="alert" className="strong second">
            {save.error?.message ?? t('flags.choose')}
          </p>
        )}
        <Button type="submit" className="button filled" isDisabled={save.isPending}>
          {t('flags.save')}
        </Button>
      </form>
    </section>
  );
}
