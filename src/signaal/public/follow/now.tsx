import { formatDate, isoDate } from '#platform/calendar/index.ts';
import { Lead, Paragraph, Quote, StatusBadge, type StatusTone } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type PublicWord, publicWordOf } from '../../rules/signaal-states.ts';
import { signaalTexts } from '../../texts.ts';
import { holderInWords } from '../parts/holder.ts';
import { publicTexts } from '../texts.ts';
import type { Followed } from './read.ts';
import { type FollowedWhole, isEnded, nextOf, reactionUntil } from './standing.ts';

const TONE: Readonly<Record<PublicWord, StatusTone>> = {
  received: 'neutral',
  looked_at: 'active',
  planned: 'active',
  ready: 'ok',
  open_again: 'warning',
};

/** One of the five words a resident sees (0.2 D7). */
const Word = ({ rq, standing }: { rq: Rq; standing: Pick<Followed, 'state'> }) => {
  const word = publicWordOf(standing.state);
  return <StatusBadge tone={TONE[word]}>{rq.texts(signaalTexts)(`word.${word}`)}</StatusBadge>;
};

/** How it stands and what comes now, by whom, before when. */
export const Now = ({ rq, whole }: { rq: Rq; whole: FollowedWhole }) => {
  const { signaal } = whole;
  return (
    <>
      <p>
        {follows(rq, signaal)} <Word rq={rq} standing={signaal} />
      </p>
      {isEnded(signaal.state) ? <Ended rq={rq} whole={whole} /> : <Running rq={rq} whole={whole} />}
    </>
  );
};

/** That it follows another: joined by himself, or merged by a colleague. The words of that one belong to somebody else. */
const follows = (rq: Rq, { joined, original }: Followed): string => {
  const t = rq.texts(publicTexts);
  if (!original) return '';
  return joined
    ? t('joined.own', { date: formatDate(new Date(original.receivedAt), rq.lang) })
    : t('joined.text');
};

const Running = ({ rq, whole }: { rq: Rq; whole: FollowedWhole }) => {
  const t = rq.texts(publicTexts);
  const { signaal } = whole;
  const next = nextOf(whole, rq.now);
  const holder = holderInWords(rq, signaal);
  const values = { holder, date: next.before ? formatDate(isoDate(next.before), rq.lang) : '' };
  const key = `now.${next.what}${next.before ? '' : '.undated'}`;
  return (
    <>
      <Lead>{next.late ? t('now.late', values) : t.dynamic(key, values)}</Lead>
      <Paragraph>{t('now.holder', { holder })}</Paragraph>
    </>
  );
};

const Ended = ({ rq, whole }: { rq: Rq; whole: FollowedWhole }) => {
  const t = rq.texts(publicTexts);
  const { signaal, said } = whole;
  const outcome = signaal.outcome ? rq.texts(signaalTexts)(`outcome.${signaal.outcome}`) : '';
  const answer = said.findLast(({ kind, wipedAt }) => kind === 'outcome' && wipedAt === null);
  const until = reactionUntil(whole, rq.now);
  return (
    <>
      <Lead>{t('now.ended', { outcome, date: formatDate(signaal.stateSince, rq.lang) })}</Lead>
      {answer && signaal.state !== 'withdrawn' ? <Quote>{answer.text}</Quote> : null}
      {until ? <Paragraph>{t('now.until', { date: formatDate(until, rq.lang) })}</Paragraph> : null}
    </>
  );
};
