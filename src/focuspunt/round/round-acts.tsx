import { mistakeOf, noMistakes } from '#gemeente/index.ts';
import { Button, Form, Link, Paragraph, ScreenOnly, TextArea } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { memoHref, roundHref } from '../focuspunt/paths.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import type { FailedRound } from './point.tsx';
import type { RoundDetail } from './read.ts';

/** The collegevoorstel, sent by its maker. */
export const ProposeForm = ({
  rq,
  round,
  failed,
}: {
  rq: Rq;
  round: RoundDetail;
  failed: FailedRound | null;
}) => {
  const t = rq.texts(focuspuntTexts);
  const mine = failed?.form === 'voorstel' ? failed : null;
  return (
    <ScreenOnly>
      <Form action={`${roundHref(round.id)}/voorstellen`} csrf={rq.csrf}>
        <TextArea
          name="proposal_text"
          rows={5}
          label={t('round.text')}
          description={t('round.text.hint')}
          value={mine?.typed.text('proposal_text') ?? ''}
          {...mistakeOf(mine?.mistakes ?? noMistakes, 'proposal_text')}
        />
        <Button>{t('round.step.propose')}</Button>
      </Form>
    </ScreenOnly>
  );
};

/** Where the news of this round is made. */
export const News = ({ rq, round }: { rq: Rq; round: RoundDetail }) => {
  const t = rq.texts(focuspuntTexts);
  if (round.releaseId !== null) {
    return (
      <Paragraph>
        <Link href={memoHref(round.releaseId)}>{t('next.memo_there')}</Link>
      </Paragraph>
    );
  }
  if (round.state !== 'decided') return null;
  return (
    <>
      <Paragraph>{t('next.embargo')}</Paragraph>
      {rq.may('release.make') ? (
        <Paragraph>
          <Link href={`/raadsmemo/nieuw?ronde=${round.id}`}>{t('next.memo')}</Link>
        </Paragraph>
      ) : null}
    </>
  );
};
