import { formatDate, isoDate, plusDays } from '#platform/calendar/index.ts';
import {
  Button,
  ButtonRow,
  Card,
  CardList,
  Details,
  EmptyState,
  Form,
  Heading,
  HiddenField,
  InlineForm,
  Lead,
  Link,
  OwnIn,
  Paragraph,
  Quote,
  RadioGroup,
  Select,
  StatusBadge,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import { MOST_COUNTED, type SignaalRow } from '../list.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, DueBadge, placeLine, voiceLine } from '../web/labels.tsx';
import { Dense } from '../web/layout.tsx';
import { signaalHref } from '../web/rows.tsx';
import type { Pile, PileSide } from './read.ts';

/** The wijkregisseur's own pile. */
export const WIJK = '/wijk-werk';

/** A decision as a page shows it: the forms come back to `back`. */
interface DecisionProps {
  readonly rq: Rq;
  readonly row: SignaalRow;
  readonly side: PileSide;
  readonly back: string;
}

/** Why it is here: complex, unsure, an idea, or back for the so-manieth time. */
const whyHere = (rq: Rq, row: SignaalRow): string => {
  const t = rq.texts(staffTexts);
  if (row.returns > 0) return t('wijk.returned', { times: row.returns });
  return rq.texts(signaalTexts).dynamic(`reason.${row.routeReason}`);
};

/** What is most often true, so that one click is enough; the wijkregisseur changes what he knows better. */
const LIKELY = '2';

const Scale = ({ rq, row, name }: { rq: Rq; row: SignaalRow; name: 'kansrijk' | 'nut' }) => {
  const t = rq.texts(staffTexts);
  return (
    <RadioGroup
      id={`${name}-${row.id}`}
      name={name}
      label={t(`advice.${name}`)}
      inline
      value={LIKELY}
      options={['1', '2', '3'].map((value) => ({ value, label: t.dynamic(`advice.${name}.${value}`) }))}
    />
  );
};

/** Advice and assignment in one form (S8, S9), prefilled with what is known (0.2 D6). */
const Forward = ({ rq, row, side, back }: DecisionProps) => {
  const t = rq.texts(staffTexts);
  const suggested = side.suggestions.find(({ id }) => id === row.id)?.departmentId;
  return (
    <Details summary={t('wijk.forward')}>
      <Form action={`${signaalHref(row.id)}/beleggen`} csrf={rq.csrf}>
        <HiddenField name="versie" value={row.version} />
        <HiddenField name="terug" value={back} />
        <Select
          id={`afdeling-${row.id}`}
          name="afdeling"
          label={t('assign.to')}
          emptyLabel={t('assign.choose')}
          value={suggested ?? ''}
          options={side.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Scale rq={rq} row={row} name="kansrijk" />
        <Scale rq={rq} row={row} name="nut" />
        <TextField
          id={`advies-${row.id}`}
          name="advies"
          label={t('advice.sentence')}
          value={t('wijk.advice', { why: whyHere(rq, row) })}
        />
        <Button>{t('wijk.send')}</Button>
      </Form>
    </Details>
  );
};

const AskDesk = ({ rq, row, back }: DecisionProps) => {
  const t = rq.texts(staffTexts);
  return (
    <Details summary={t('act.ask_desk')}>
      <Form action={`${signaalHref(row.id)}/balie-vragen`} csrf={rq.csrf}>
        <HiddenField name="versie" value={row.version} />
        <HiddenField name="terug" value={back} />
        <TextField id={`regel-${row.id}`} name="regel" label={t('decide.askDesk')} />
        <Button look="secondary">{t('decide.askDesk.send')}</Button>
      </Form>
    </Details>
  );
};

const NotNow = ({ rq, row, back }: DecisionProps) => {
  const t = rq.texts(staffTexts);
  return (
    <Details summary={t('act.not_now')}>
      <Form action={`${signaalHref(row.id)}/nu-niet`} csrf={rq.csrf}>
        <HiddenField name="versie" value={row.version} />
        <HiddenField name="terug" value={back} />
        <TextArea
          id={`tekst-${row.id}`}
          name="tekst"
          rows={3}
          label={t('decide.notNow')}
          description={t('decide.notNow.help')}
        />
        <Button look="secondary">{t('decide.notNow.send')}</Button>
      </Form>
    </Details>
  );
};

/** One click: a week later, and the reporter hears the day. */
const AWeek = 7;

const Postpone = ({ rq, row, back }: DecisionProps) => {
  const t = rq.texts(staffTexts);
  const day = plusDays(isoDate(rq.now), AWeek);
  return (
    <InlineForm
      action={`${signaalHref(row.id)}/uitstellen`}
      csrf={rq.csrf}
      label={t('wijk.postpone', { day: formatDate(day, rq.lang) })}
      fields={[
        { name: 'versie', value: row.version },
        { name: 'terug', value: back },
        { name: 'dag', value: day },
      ]}
    />
  );
};

/** Which one, who told it and how, and when. */
const saidBy = (rq: Rq, row: SignaalRow): string =>
  [
    rq.texts(staffTexts)('signaal.number', { number: row.number }),
    voiceLine(rq, row),
    formatDate(row.receivedAt, rq.lang),
  ].join(', ');

const Decision = (props: DecisionProps) => {
  const { rq, row, side } = props;
  const t = rq.texts(staffTexts);
  const note = side.notes.find(({ id }) => id === row.id)?.text;
  return (
    <Card
      title={`${categoryName(rq, row)}, ${placeLine(rq, row)}`}
      titleLevel={3}
      href={signaalHref(row.id)}
      eyebrow={
        <>
          <StatusBadge tone={row.returns > 0 ? 'warning' : 'neutral'}>{whyHere(rq, row)}</StatusBadge>
          <DueBadge rq={rq} due={row} />
        </>
      }
    >
      <Quote by={saidBy(rq, row)} lang={row.text === null ? rq.lang : undefined}>
        {row.text ?? t('text.wiped')}
      </Quote>
      {note ? (
        <Paragraph>
          <OwnIn text={t('wijk.note', { text: note })} own={[note]} />
        </Paragraph>
      ) : null}
      <Forward {...props} />
      <AskDesk {...props} />
      <NotNow {...props} />
      <ButtonRow>
        <Postpone {...props} />
      </ButtonRow>
    </Card>
  );
};

/** The decisions as cards, each with its four acts. */
export const Decisions = ({
  rq,
  rows,
  side,
  back,
}: Omit<DecisionProps, 'row'> & { readonly rows: readonly SignaalRow[] }) => {
  const t = rq.texts(staffTexts);
  if (rows.length === 0) return <EmptyState title={t('wijk.empty')}>{t('wijk.empty.text')}</EmptyState>;
  return (
    <CardList
      label={t('wijk.title')}
      items={rows.map((row) => ({
        key: row.id,
        card: <Decision rq={rq} row={row} side={side} back={back} />,
      }))}
    />
  );
};

/** How many go on without the wijkregisseur, as people read it. */
export const withoutYou = ({ without }: PileSide): string =>
  without >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(without);

/** What only the wijkregisseur decides: at most seven cards; the rest goes on without him, as a count (0.2 D1). */
export const wijkPage = (rq: Rq, pile: Pile): PageContent => {
  const t = rq.texts(staffTexts);
  const { rows, next } = pile.page;
  return {
    title: t('wijk.title'),
    width: 'staff',
    current: WIJK,
    body: (
      <Dense>
        <Heading level={1}>{t('wijk.title')}</Heading>
        <Lead>
          {t('wijk.today', { count: next ? `${rows.length}+` : rows.length, without: withoutYou(pile) })}
        </Lead>
        <Heading level={2}>{t('wijk.decide')}</Heading>
        <Decisions rq={rq} rows={rows} side={pile} back={WIJK} />
        {next ? <Paragraph>{t('wijk.more')}</Paragraph> : null}
        <Paragraph>
          <Link href="/werk">{t('wijk.all')}</Link>
        </Paragraph>
      </Dense>
    ),
  };
};
