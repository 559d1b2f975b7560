/** Not sure? What can be tried at home, once, before the question is left. */
import { useTranslation } from 'react-i18next';
import type { CheckQuestion, Given } from '../api/types.ts';
import { Scene } from './pictures/scenes.tsx';
import { isOpen } from './quiet.ts';

/** In a list of signs the picture comes with what to try. */
const PICTURED: ReadonlySet<string> = new Set(['calf', 'straight-leg']);

export function TryThis({ question, said }: { question: CheckQuestion; said: Given | null }) {
  const { t } = useTranslation();
  const shown = question.ifUnsure !== null && (said === 'unsure' || (question.offered && isOpen(said)));
  if (!shown) return null;
  return (
    <div className="try-this" role="note">
      {PICTURED.has(question.id) && <Scene of={question.id} />}
      <p>
        <span className="strong">{t('check.go.tryThis')}</span> {question.ifUnsure}
      </p>
    </div>
  );
}
