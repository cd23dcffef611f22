import { formatShortDate } from '#platform/calendar/index.ts';
import { RedThread } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type ThreadFacts, threadOf } from '../../public/follow/thread.ts';
import { staffTexts } from '../texts.ts';
import type { DetailPage } from './model.ts';

/** De rode draad of this signaal, by the same rule as the resident's page. */
export const Thread = ({ rq, page: { core, around } }: { rq: Rq; page: DetailPage }) => {
  const t = rq.texts(staffTexts);
  const facts: ThreadFacts = {
    signaal: core.signaal,
    parts: core.parts,
    said: around.said.flatMap(({ kind, at }) =>
      kind === 'outcome' || kind === 'plan' || kind === 'withdrawal' ? [{ kind, at: new Date(at) }] : [],
    ),
  };
  return (
    <RedThread
      lang={rq.lang}
      label={t('detail.thread')}
      stations={threadOf(facts).map(({ key, state, day }) => ({
        key,
        state,
        name: t(`station.${key}`),
        ...(day === null ? {} : { date: formatShortDate(day, rq.lang) }),
      }))}
    />
  );
};
