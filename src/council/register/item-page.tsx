import { isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  ErrorSummary,
  Heading,
  Lead,
  Link,
  LinkButton,
  Own,
  OwnIn,
  Paragraph,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { REGISTER } from '../paths.ts';
import { councilTexts } from '../texts.ts';
import { type Failed, mistakesOf } from '../web/failed.ts';
import { toneOf } from '../web/words.tsx';
import { Beside } from './beside.tsx';
import { Steps } from './item-acts.tsx';
import { Facts } from './item-facts.tsx';
import type { ItemView } from './one.ts';

/** One motie or toezegging: what it says, who must do what by when, and how it ended. */
export const itemPage = async (rq: Rq, view: ItemView, failed: Failed | null): Promise<PageContent> => {
  const t = rq.texts(councilTexts);
  const { item } = view;
  const props = { rq, view, failed };
  const isLate = item.due_on !== null && item.due_on < isoDate(rq.now) && item.state !== 'settled';
  const title = t('item.title', { kind: t(`kind.${item.kind}`), title: item.title });
  const errors = mistakesOf(rq, failed);
  const thread = await rq.redThread({ kind: 'council_item', id: item.id });
  return {
    title,
    width: 'staff',
    current: REGISTER,
    ...(failed ? { status: failed.status, hasErrors: true } : {}),
    body: (
      <>
        <Paragraph>
          <Link href={REGISTER}>{t('register.title')}</Link>
        </Paragraph>
        {errors.length > 0 ? <ErrorSummary lang={rq.lang} errors={errors} /> : null}
        {rq.url.searchParams.has('opgeslagen') && !failed ? (
          <Alert kind="ok" announce title={t('saved')} />
        ) : null}
        <Heading level={1}>
          <OwnIn text={title} own={[item.title]} />
        </Heading>
        <StatusBadge tone={toneOf(item.state, isLate)}>
          {isLate ? t('register.late', { state: t(`state.${item.state}`) }) : t(`state.${item.state}`)}
        </StatusBadge>
        {thread}
        <Lead>
          <Own>{item.text}</Own>
        </Lead>
        <Facts {...props} />
        <Beside rq={rq} about={view.about} mentionedBy={view.mentionedBy} />
        <Steps {...props} />
        {rq.may('council.register') ? (
          <LinkButton href={`${REGISTER}/${item.id}/wijzigen`} look="subtle">
            {t('register.change')}
          </LinkButton>
        ) : null}
      </>
    ),
  };
};
