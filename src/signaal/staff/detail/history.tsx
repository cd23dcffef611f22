import { formatDateTime } from '#platform/calendar/index.ts';
import { Details, List } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';
import type { HistoryRow, MessageSent } from './around.ts';
import type { DetailPage } from './model.ts';

/** What was done, in words; a step that has none yet keeps its own name. */
const actInWords = (rq: Rq, { action, noun }: HistoryRow): string => {
  const said = `said.${action.replace('said_', '')}`;
  if (action.startsWith('said_')) return rq.texts(staffTexts).dynamic(said);
  const key = `history.${action}`;
  if (Object.hasOwn(staffTexts.nl, key)) return rq.texts(staffTexts).dynamic(key);
  const step = `step.${action}`;
  return Object.hasOwn(signaalTexts.nl, step) ? rq.texts(signaalTexts).dynamic(step) : `${noun}: ${action}`;
};

const actorInWords = (rq: Rq, { actor, actor_kind, on_behalf_of }: HistoryRow): string => {
  const t = rq.texts(staffTexts);
  const who = actor ?? t.dynamic(`actor.${actor_kind}`);
  return on_behalf_of ? t('actor.behalf', { who, whom: on_behalf_of }) : who;
};

const messageInWords = (rq: Rq, { template, channel, state }: MessageSent): string => {
  const t = rq.texts(staffTexts);
  const what = `message.${template.replace('signaal.', '')}`;
  return t('message.line', {
    // Rooms above write to the reporter too; what they wrote stands in the conversation.
    what: Object.hasOwn(staffTexts.nl, what) ? t.dynamic(what) : t('message.larger'),
    channel: rq.texts(signaalTexts).dynamic(`answer.${channel}`),
    state: t.dynamic(`message.state.${state}`),
  });
};

/** The whole history, each change with who and when, and every message that was sent; folded away. */
export const HistoryList = ({ rq, page: { around } }: { rq: Rq; page: DetailPage }) => {
  const t = rq.texts(staffTexts);
  const at = (moment: string): string => formatDateTime(new Date(moment), rq.lang);
  return (
    <>
      {around.messages.length === 0 ? null : (
        <Details summary={t('detail.messages', { count: around.messages.length })}>
          <List
            items={around.messages.map((row) => ({
              key: row.id,
              content: `${at(row.at)}: ${messageInWords(rq, row)}`,
            }))}
          />
        </Details>
      )}
      <Details summary={t('detail.history', { count: around.history.length })}>
        <List
          items={around.history.map((row) => ({
            key: row.id,
            content: `${at(row.at)}: ${actInWords(rq, row)} (${actorInWords(rq, row)})`,
          }))}
        />
      </Details>
    </>
  );
};
