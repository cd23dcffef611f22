import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Hotkeys,
  KeyHint,
  Lead,
  Link,
  LinkButton,
  Section,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { neighbourTexts } from '../../neighbours/texts.ts';
import type { SignaalDetail } from '../detail/core.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, placeLine } from '../web/labels.tsx';
import { mistakeOf, mistakes } from '../web/mistakes.ts';
import { signaalHref } from '../web/rows.tsx';
import type { Followed } from './follows.ts';
import { storySentences } from './sentences.ts';

/** The story of one signaal for the ear, and what its reporter says back. */
export interface AloudPage {
  readonly signaal: SignaalDetail;
  readonly said: string | null;
  /** How that stands which this one joined. */
  readonly followed: Followed | null;
  /** The code that the visitor showed; empty when the desk found it otherwise. */
  readonly code: string;
  readonly mayObject: boolean;
  readonly mayOpen: boolean;
  readonly typed: string;
  readonly errors: FieldErrors;
  readonly stale: boolean;
  readonly done?: 'reopened' | 'confirmed' | undefined;
}

/** Where the page of one signaal is. */
export const aloudHref = (id: string): string => `/balie/voorlezen/${id}`;

const Verdict = ({ rq, page }: { rq: Rq; page: AloudPage }) => {
  const t = rq.texts(staffTexts);
  const action = aloudHref(page.signaal.id);
  return (
    <Section id="niet-opgelost" title={t('aloud.verdict')}>
      <Form action={action} csrf={rq.csrf}>
        <HiddenField name="code" value={page.code} />
        <HiddenField name="versie" value={page.signaal.version} />
        <TextArea
          name="tekst"
          label={t('aloud.text')}
          rows={3}
          value={page.typed}
          {...mistakeOf(rq, page.errors, 'tekst')}
        />
        <ButtonRow>
          <Button name="doe" value="not_solved" hotkey="o">
            {t('find.not_solved')}
            <KeyHint>O</KeyHint>
          </Button>
          <Button name="doe" value="solved" look="secondary">
            {t('aloud.solved')}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
};

/** "Lees voor": short sentences, and one key for "niet opgelost" (screens.md). */
export const aloudPage = (rq: Rq, page: AloudPage): PageContent => {
  const t = rq.texts(staffTexts);
  const { signaal } = page;
  const wrong = mistakes(rq, page.errors);
  return {
    title: t('aloud.title', { number: signaal.number }),
    width: 'staff',
    current: '/balie',
    scripts: ['wr-hotkeys'],
    hasErrors: wrong.length > 0,
    status: page.stale ? 409 : wrong.length > 0 ? 422 : 200,
    body: (
      <Hotkeys>
        <ErrorSummary lang={rq.lang} errors={wrong} />
        {page.done ? <Alert kind="ok" title={t(`did.${page.done}`)} announce /> : null}
        <Heading level={1}>{t('aloud.title', { number: signaal.number })}</Heading>
        <p className="utrecht-paragraph wr-muted">
          {categoryName(rq, signaal)}, {placeLine(rq, signaal)}
        </p>
        {page.followed ? <Lead>{rq.texts(neighbourTexts)('aloud.follows')}</Lead> : null}
        {storySentences(rq, { ...(page.followed ?? signaal), said: page.said }).map((sentence) => (
          <Lead key={sentence}>{sentence}</Lead>
        ))}
        {page.mayObject ? <Verdict rq={rq} page={page} /> : null}
        <ButtonRow>
          <LinkButton href="/balie" look="secondary" hotkey="n">
            {t('slip.next')}
            <KeyHint>N</KeyHint>
          </LinkButton>
          {page.mayOpen ? <Link href={signaalHref(signaal.id)}>{t('slip.open')}</Link> : null}
        </ButtonRow>
      </Hotkeys>
    ),
  };
};
