/** What can hide pain: written down in a tap, each with its caution and where that comes from. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { answersChanged } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { offerUndo } from '../ui/undo.tsx';
import { diary, type Taken } from './api.ts';
import { MASKS } from './what-hides-pain.ts';
import { dayOfMoment, type Moment } from './when.ts';

type What = Taken['what'];

/** Entries shown of each list. */
const SHOWN = 6;

export function Masks({ taken, now }: { taken: readonly Taken[]; now: () => Moment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => diary.removeTaken(id),
    onSuccess: () => answersChanged(client),
  });
  const add = useMutation({
    mutationFn: (what: What) => diary.addTaken({ what, words: null, ...now() }),
    onSuccess: async (kept) => {
      await answersChanged(client);
      offerUndo(t(`diary.mask.saved.${kept.what}`), async () => {
        await diary.removeTaken(kept.id);
        await answersChanged(client);
      });
    },
  });
  const last = taken.at(-1);
  const alike = taken.filter(({ what }) => what === last?.what);
  return (
    <section aria-labelledby="diary-masks" className="masks">
      <h2 id="diary-masks" className="section-title">
        {last === undefined
          ? t('diary.mask.none')
          : t('diary.mask.title', {
              what: t(`diary.mask.what.${last.what}`),
              times: t(alike.length === 2 ? 'diary.mask.twice' : 'diary.mask.times', { count: alike.length }),
              day: format.shortDate(dayOfMoment(last)),
            })}
      </h2>
      <p className="second">{t(`diary.mask.short.${last?.what ?? 'any'}`)}</p>
      <div role="group" aria-labelledby="masks-now" className="masks-now">
        <h3 id="masks-now" className="second strong">
          {t('diary.mask.now')}
        </h3>
        <div className="chips">
          {MASKS.map(({ what }) => (
            <Button key={what} className="chip" isDisabled={add.isPending} onPress={() => add.mutate(what)}>
              {t(`diary.mask.what.${what}`)}
            </Button>
          ))}
        </div>
      </div>
      {(add.error ?? remove.error) !== null && (
        <p role="alert" className="strong second">
          {(add.error ?? remove.error)?.message}
        </p>
      )}
      <Disclosure>
        <Button slot="trigger" className="link second">
          {t('diary.mask.more')}
        </Button>
        <DisclosurePanel>
          <dl className="masks-cautions">
            {MASKS.map(({ what, evidence, mark }) => (
              <div key={what}>
                <dt className="strong second">{t(`diary.mask.what.${what}`)}</dt>
                <dd className="second">
                  {t(`diary.mask.caution.${what}`)}
                  <EvidenceMark mark={mark} evidence={evidence} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="second">{t('diary.mask.ask')}</p>
          <p className="second">
            <Link to="/disagreements" hash="anti-inflammatories">
              {t('diary.mask.both')}
            </Link>
          </p>
          {taken.length > 0 && (
            <ul className="written">
              {taken
                .slice(-SHOWN)
                .reverse()
                .map((one) => (
                  <li key={one.id} className="second">
                    <span>
                      {format.shortDate(dayOfMoment(one))}, {format.time(one.atMs, one.utcOffsetMin)}:{' '}
                      {t(`diary.mask.what.${one.what}`)}
                      {one.words !== null && ` (${one.words})`}
                    </span>
                    <Button
                      className="link"
                      isDisabled={remove.isPending}
                      aria-label={t('diary.remove', { what: t(`diary.mask.what.${one.what}`) })}
                      onPress={() => remove.mutate(one.id)}
                    >
                      {t('diary.removeShort')}
                    </Button>
                  </li>
                ))}
            </ul>
          )}
        </DisclosurePanel>
      </Disclosure>
    </section>
  );
}
