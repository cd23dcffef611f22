import { Link, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { memoHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import type { Work } from './read.ts';

/** After a decision: make the memo, or look where its news is. */
export const NewsAct = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  const isDecided = work.state === 'set' || work.state === 'rejected' || work.state === 'held';
  if (!isDecided || work.isPublic) return null;
  if (work.releaseId !== null) {
    return (
      <Paragraph>
        <Link href={memoHref(work.releaseId)}>{t('next.memo_there')}</Link>
      </Paragraph>
    );
  }
  const about = work.roundId === null ? `focuspunt=${work.id}` : `ronde=${work.roundId}`;
  return (
    <>
      <Paragraph>{t('next.embargo')}</Paragraph>
      {rq.may('release.make') ? (
        <Paragraph>
          <Link href={`/raadsmemo/nieuw?${about}`}>{t('next.memo')}</Link>
        </Paragraph>
      ) : null}
    </>
  );
};
