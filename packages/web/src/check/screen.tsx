/** One screen: its picture, its questions, Next. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { CheckQuestion, CheckState, Given } from '../api/types.ts';
import { ManyQuestion } from './many-question.tsx';
import { NumberQuestion } from './number-question.tsx';
import { OneQuestion } from './one-question.tsx';
import { Scene, SCENES } from './pictures/scenes.tsx';
import { PlaceQuestion } from './place-question.tsx';
import type { QuestionProps } from './question-parts.ts';
import { isOpen } from './quiet.ts';
import { SignList } from './sign-list.tsx';
import { TryThis } from './try-this.tsx';
import type { Said } from './use-check.ts';

type ScreenSent = NonNullable<CheckState['underWay']>['screen'];

function Question(props: QuestionProps & { readonly side: 'left' | 'right' }) {
  const { side, ...rest } = props;
  switch (rest.question.kind) {
    case 'number':
      return <NumberQuestion {...rest} />;
    case 'many':
      return rest.question.id === 'place' ? (
        <PlaceQuestion {...rest} side={side} />
      ) : (
        <ManyQuestion {...rest} />
      );
    case 'one':
    case 'yes-no':
      return <OneQuestion {...rest} />;
  }
}

function Asked({
  question,
  first,
  headed,
  said,
  side,
  onSay,
}: {
  question: CheckQuestion;
  first: boolean;
  /** A list of signs heads the screen already. */
  headed: boolean;
  said: Given | null;
  side: 'left' | 'right';
  onSay: (said: Given | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const Heading = first && !headed ? 'h1' : 'h2';
  const hasHelp = i18n.exists(`check.help.${question.id}`);
  return (
    <section className="asked">
      {SCENES[question.id] !== undefined && question.id !== 'calf' && <Scene of={question.id} />}
      <Heading id={id} className="say-question" tabIndex={-1}>
        {t(`check.ask.${question.id}`)}
      </Heading>
      {hasHelp && (
        <p id={`${id}-help`} className="lead">
          {t(`check.help.${question.id}`)}
        </p>
      )}
      <Question
        question={question}
        said={said}
        onSay={onSay}
        labelledBy={id}
        describedBy={hasHelp ? `${id}-help` : undefined}
        side={side}
      />
      <TryThis question={question} said={said} />
    </section>
  );
}

function Whys({ ids, checklist }: { ids: readonly string[]; checklist: ScreenSent['checklist'] }) {
  const { t, i18n } = useTranslation();
  const reasons =
    checklist === null
      ? ids.filter((id) => i18n.exists(`check.why.${id}`)).map((id) => t(`check.why.${id}`))
      : [t(`check.leadWhy.${checklist}`)];
  if (reasons.length === 0) return null;
  return (
    <p className="second check-why">
      <span className="strong">{t('check.go.whyWeAsk')}</span> {reasons.join(' ')}
    </p>
  );
}

export function Screen({
  screen,
  busy,
  onSay,
  onNext,
}: {
  screen: ScreenSent;
  busy: boolean;
  onSay: (said: Said) => void;
  onNext: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [onItsWay, setOnItsWay] = useState<Said>({});
  const { questions, checklist } = screen;
  useEffect(() => {
    // A new screen is read from its sentence on.
    scrollTo(0, 0);
    form.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, []);
  const saidOf = (question: CheckQuestion): Given | null =>
    question.id in onItsWay ? (onItsWay[question.id] ?? null) : question.said;
  const say = (said: Said): void => {
    setOnItsWay((before) => ({ ...before, ...said }));
    onSay(said);
  };
  const inList = questions.filter(({ kind }) => checklist !== null && kind !== 'number');
  const alone = questions.filter((question) => !inList.includes(question));
  const sideQuestion = questions.find((question) => question.id === 'side');
  const side = sideQuestion !== undefined && saidOf(sideQuestion) === 'left' ? 'left' : 'right';
  const offered = questions.some((question) => question.offered && isOpen(saidOf(question)));
  return (
    <form
      ref={form}
      className="check-screen"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      {checklist !== null && (
        <section className="asked">
          <h1 id={id} className="say-question" tabIndex={-1}>
            {t(`check.lead.${checklist}`)}
          </h1>
          <p className="lead">{t(`check.leadHelp.${checklist}`)}</p>
          <SignList questions={inList} saidOf={saidOf} onSay={say} labelledBy={id} />
        </section>
      )}
      {alone.map((question, at) => (
        <Asked
          key={question.id}
          question={question}
          first={at === 0}
          headed={checklist !== null}
          said={saidOf(question)}
          side={side}
          onSay={(given) => say({ [question.id]: given })}
        />
      ))}
      {offered && (
        <p role="status" className="left-open">
          {t('check.go.leftOpen')}
        </p>
      )}
      <Button type="submit" className="button filled check-next" isDisabled={busy}>
        {t('check.go.next')}
      </Button>
      <Whys ids={questions.map((question) => question.id)} checklist={checklist} />
    </form>
  );
}
