import { formatDate } from '#platform/calendar/index.ts';
import {
  Button,
  Card,
  CardList,
  Details,
  EmptyState,
  Form,
  Heading,
  HiddenField,
  Lead,
  Link,
  Paragraph,
  Quote,
  RadioGroup,
  Select,
  StatusBadge,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import { MOST_COUNTED, type SignaalRow } from '../list.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, DueBadge, placeLine } from '../web/labels.tsx';
import { Dense } from '../web/layout.tsx';
import { signaalHref } from '../web/rows.tsx';
import type { Pile } from './read.ts';

/** The wijkregisseur's own pile. */
export const WIJK = '/wijk-werk';

/** Why it is here: complex, unsure, an idea, or back for the so-manieth time. */
const whyHere = (rq: Rq, row: SignaalRow): string => {
  const t = rq.texts(staffTexts);
  if (row.returns > 0) return t('wijk.returned', { times: row.returns });
  return rq.texts(signaalTexts).dynamic(`reason.${row.routeReason}`);
};

/** Advice and assignment in one form (S8, S9). */
const Forward = ({ rq, row, pile }: { rq: Rq; row: SignaalRow; pile: Pile }) => {
  const t = rq.texts(staffTexts);
  const scale = (name: 'kansrijk' | 'nut') => (
    <RadioGroup
      id={`${name}-${row.id}`}
      name={name}
      label={t(`advice.${name}`)}
      inline
      options={['1', '2', '3'].map((value) => ({ value, label: t.dynamic(`advice.${name}.${value}`) }))}
    />
  );
  return (
    <Details summary={t('wijk.forward')}>
      <Form action={`${signaalHref(row.id)}/beleggen`} csrf={rq.csrf}>
        <HiddenField name="versie" value={row.version} />
        <HiddenField name="terug" value={WIJK} />
        <Select
          id={`afdeling-${row.id}`}
          name="afdeling"
          label={t('assign.to')}
          emptyLabel={t('assign.choose')}
          options={pile.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {scale('kansrijk')}
        {scale('nut')}
        <TextField id={`advies-${row.id}`} name="advies" label={t('advice.sentence')} />
        <Button>{t('wijk.send')}</Button>
      </Form>
    </Details>
  );
};

const Decision = ({ rq, row, pile }: { rq: Rq; row: SignaalRow; pile: Pile }) => {
  const t = rq.texts(staffTexts);
  const note = pile.notes.get(row.id);
  return (
    <Card
      title={`${categoryName(rq, row)}, ${placeLine(rq, row)}`}
      titleLevel={2}
      href={signaalHref(row.id)}
      eyebrow={
        <>
          <StatusBadge tone={row.returns > 0 ? 'warning' : 'neutral'}>{whyHere(rq, row)}</StatusBadge>
          <DueBadge rq={rq} due={row} />
        </>
      }
    >
      <Quote by={`${t('signaal.number', { number: row.number })}, ${formatDate(row.receivedAt, rq.lang)}`}>
        {row.text ?? t('text.wiped')}
      </Quote>
      {note ? <Paragraph>{t('wijk.note', { text: note })}</Paragraph> : null}
      <Forward rq={rq} row={row} pile={pile} />
    </Card>
  );
};

/** What only the wijkregisseur decides: at most seven cards; the rest goes on without him, as a count (0.2 D1). */
export const wijkPage = (rq: Rq, pile: Pile): PageContent => {
  const t = rq.texts(staffTexts);
  const { rows, next } = pile.page;
  const without = pile.without >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(pile.without);
  return {
    title: t('wijk.title'),
    width: 'staff',
    current: WIJK,
    body: (
      <Dense>
        <Heading level={1}>{t('wijk.title')}</Heading>
        <Lead>{t('wijk.today', { count: next ? `${rows.length}+` : rows.length, without })}</Lead>
        {rows.length === 0 ? (
          <EmptyState title={t('wijk.empty')}>{t('wijk.empty.text')}</EmptyState>
        ) : (
          <CardList
            label={t('wijk.title')}
            items={rows.map((row) => ({ key: row.id, card: <Decision rq={rq} row={row} pile={pile} /> }))}
          />
        )}
        {next ? <Paragraph>{t('wijk.more')}</Paragraph> : null}
        <Paragraph>
          <Link href="/werk">{t('wijk.all')}</Link>
        </Paragraph>
      </Dense>
    ),
  };
};
