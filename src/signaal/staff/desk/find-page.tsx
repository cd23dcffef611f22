import { formatDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Button,
  Card,
  CardList,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Hotkeys,
  KeyHint,
  LinkButton,
  Pager,
  Paragraph,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { neighbourTexts } from '../../neighbours/texts.ts';
import type { SignaalRow } from '../list.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, Excerpt, placeLine, StateBadge } from '../web/labels.tsx';
import { Dense, Pair } from '../web/layout.tsx';
import { mistakeOf, mistakes } from '../web/mistakes.ts';
import { signaalHref } from '../web/rows.tsx';
import type { Followed } from './follows.ts';
import { standingSentence } from './sentences.ts';

/** Where the desk looks somebody up. */
export const FIND = '/balie/zoeken';

/** One page of what was found, and how that stands which some of it follow. */
export interface FoundPage extends ListPage<SignaalRow> {
  readonly followed: ReadonlyMap<string, Followed>;
  /** How many days after closing the desk still finds its own. */
  readonly days: number;
}

/** The search with what was typed and what it found; `rows` is null before anything was sought. */
export interface FindPage {
  readonly typed: { readonly zoek: string; readonly postcode: string };
  readonly errors: FieldErrors;
  readonly found: FoundPage | null;
  readonly nextHref?: string | undefined;
}

const SearchLine = ({ rq, page }: { rq: Rq; page: FindPage }) => {
  const t = rq.texts(staffTexts);
  return (
    <Form action={FIND} csrf={rq.csrf}>
      <Pair shape="wide">
        <TextField
          name="zoek"
          label={t('find.label')}
          description={t('find.hint')}
          startHere
          spellCheck={false}
          autoComplete="off"
          value={page.typed.zoek}
          {...mistakeOf(rq, page.errors, 'zoek')}
        />
        <TextField
          name="postcode"
          label={t('find.postcode')}
          description={t('find.postcode.hint')}
          spellCheck={false}
          autoComplete="off"
          width={10}
          value={page.typed.postcode}
          {...mistakeOf(rq, page.errors, 'postcode')}
        />
      </Pair>
      <Button>{t('find.submit')}</Button>
    </Form>
  );
};

interface ResultProps {
  readonly rq: Rq;
  readonly row: SignaalRow;
  readonly followed: Followed | undefined;
  readonly first: boolean;
}

const Result = ({ rq, row, followed, first }: ResultProps) => {
  const t = rq.texts(staffTexts);
  const aloud = `/balie/voorlezen/${row.id}`;
  return (
    <Card
      title={`${t('signaal.number', { number: row.number })}: ${categoryName(rq, row)}`}
      titleLevel={2}
      href={signaalHref(row.id)}
      eyebrow={
        <>
          <StateBadge rq={rq} state={row.state} /> {formatDate(row.receivedAt, rq.lang)}, {placeLine(rq, row)}
        </>
      }
      actions={
        <>
          <LinkButton href={aloud} hotkey={first ? 'l' : undefined}>
            {t('find.aloud')}
            {first ? <KeyHint>L</KeyHint> : null}
          </LinkButton>
          {(followed ?? row).outcome === null ? null : (
            <LinkButton href={`${aloud}#niet-opgelost`} look="secondary" hotkey={first ? 'o' : undefined}>
              {t('find.not_solved')}
              {first ? <KeyHint>O</KeyHint> : null}
            </LinkButton>
          )}
        </>
      }
    >
      <Paragraph>
        <Excerpt rq={rq} text={row.text} />
      </Paragraph>
      {followed ? <Paragraph>{rq.texts(neighbourTexts)('aloud.follows')}</Paragraph> : null}
      <Paragraph>{standingSentence(rq, followed ?? row)}</Paragraph>
    </Card>
  );
};

const Results = ({ rq, found }: { rq: Rq; found: FoundPage }) => {
  const t = rq.texts(staffTexts);
  if (found.rows.length === 0) {
    return (
      <EmptyState
        title={t('find.none')}
        action={
          <LinkButton href="/balie" look="secondary">
            {t('find.register')}
          </LinkButton>
        }
      >
        {t('find.none.text', { days: found.days })}
      </EmptyState>
    );
  }
  return (
    <CardList
      label={t('find.results')}
      items={found.rows.map((row, index) => ({
        key: row.id,
        card: <Result rq={rq} row={row} followed={found.followed.get(row.id)} first={index === 0} />,
      }))}
    />
  );
};

/** "Mevrouw is terug": found by code, by name and postcode, by street, number, telephone or mail. */
export const findPage = (rq: Rq, page: FindPage): PageContent => {
  const t = rq.texts(staffTexts);
  const wrong = mistakes(rq, page.errors);
  return {
    title: t('find.title'),
    width: 'staff',
    current: '/balie',
    scripts: ['wr-hotkeys'],
    hasErrors: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    body: (
      <Hotkeys>
        <Dense>
          <ErrorSummary lang={rq.lang} errors={wrong} />
          <Heading level={1}>{t('find.title')}</Heading>
          <SearchLine rq={rq} page={page} />
          {page.found ? <Results rq={rq} found={page.found} /> : null}
          <Pager lang={rq.lang} nextHref={page.nextHref} />
        </Dense>
      </Hotkeys>
    ),
  };
};
