import { Fragment } from 'react';
import {
  Alert,
  Columns,
  Details,
  ErrorSummary,
  Heading,
  Link,
  List,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { OPEN_STATES } from '../../rules/signaal-states.ts';
import { PublishLink } from '../../voices/publish/link.tsx';
import type { SignaalAct } from '../actions.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, DueBadge, StateBadge } from '../web/labels.tsx';
import { Dense, Strip } from '../web/layout.tsx';
import { mistakes } from '../web/mistakes.ts';
import { ContactBox } from './contact-box.tsx';
import { AskDeskForm, NotNowForm, PostponeForm } from './decide-forms.tsx';
import { HistoryList } from './history.tsx';
import { type DetailPage, fieldId } from './model.ts';
import { Follows, Neighbours, Voices } from './neighbours.tsx';
import { signaalPanels } from './panels.ts';
import { PartForms } from './part-forms.tsx';
import { Files, Said, Terms, Whole } from './story.tsx';
import {
  AnswerForm,
  AssignForm,
  CategoryForm,
  DuplicateForm,
  ReferForm,
  UnsureForm,
} from './triage-forms.tsx';
import { WordsForm } from './voice-forms.tsx';

interface PageProps {
  readonly rq: Rq;
  readonly page: DetailPage;
}

/** Somebody was first: what is true now stands on the page, what was typed stands here or in its form. */
const Meanwhile = ({ rq, page }: PageProps) => {
  const { failed } = page;
  if (!failed?.stale) return null;
  const t = rq.texts(staffTexts);
  const typed = failed.raw.names
    .filter((name) => !name.startsWith('_') && name !== 'versie' && name !== 'terug')
    .flatMap((name) => (failed.raw.text(name).length > 2 ? [failed.raw.text(name)] : []));
  return (
    <Alert kind="warning" title={t('stale.title')} announce>
      <p className="utrecht-paragraph">{t('stale.text')}</p>
      {typed.length === 0 ? null : (
        <Details summary={t('stale.typed')} open>
          <List items={typed.map((text) => ({ key: text, content: text }))} />
        </Details>
      )}
    </Alert>
  );
};

const FORMS: readonly [SignaalAct, (props: PageProps) => React.ReactElement][] = [
  ['assign', AssignForm],
  ['answer', AnswerForm],
  ['ask_desk', AskDeskForm],
  ['postpone', PostponeForm],
  ['not_now', NotNowForm],
  ['to_wijkregisseur', UnsureForm],
  ['ask', (props) => <WordsForm {...props} act="ask" />],
  ['duplicate', DuplicateForm],
  ['refer', ReferForm],
  ['object', (props) => <WordsForm {...props} act="object" />],
  ['categorise', CategoryForm],
  ['note', (props) => <WordsForm {...props} act="note" />],
  ['withdraw', (props) => <WordsForm {...props} act="withdraw" />],
];

/** What this person can do with it now, and nothing that would be refused. */
const Acts = ({ rq, page }: PageProps) => {
  const t = rq.texts(staffTexts);
  const forms = FORMS.filter(([act]) => page.acts.signaal.has(act));
  return (
    <>
      <Neighbours rq={rq} page={page} />
      {page.core.parts.map((part) => (
        <PartForms key={part.id} rq={rq} page={page} part={part} />
      ))}
      {forms.length === 0 ? null : (
        <Section id="doen" title={t('detail.acts')}>
          {forms.map(([act, Act]) => (
            <Act key={act} rq={rq} page={page} />
          ))}
        </Section>
      )}
      <ContactBox rq={rq} page={page} />
      <Panels rq={rq} page={page} />
      {page.acts.signaal.has('publish') ? (
        <PublishLink rq={rq} id={page.core.signaal.id} clearedAt={page.core.signaal.clearedAt} />
      ) : null}
    </>
  );
};

/** What other rooms can do with it. */
const Panels = ({ rq, page: { core } }: PageProps) => {
  const { id, state } = core.signaal;
  const ended = !OPEN_STATES.includes(state);
  return (
    <>
      {signaalPanels().map((panel, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list of panels never changes while the program runs
        <Fragment key={index}>{panel(rq, { id, ended })}</Fragment>
      ))}
    </>
  );
};

/** On a telephone the forms stand far below: one touch to the first of them. */
const firstAct = ({ core, acts }: DetailPage): string | null => {
  const part = core.parts.find(({ id }) => (acts.parts.get(id)?.size ?? 0) > 0);
  if (part) return `#deel-${part.id}`;
  return FORMS.some(([act]) => acts.signaal.has(act)) ? '#doen' : null;
};

const Top = ({ rq, page }: PageProps) => {
  const t = rq.texts(staffTexts);
  const { signaal } = page.core;
  const first = firstAct(page);
  const failed = page.failed && !page.failed.preview ? page.failed : null;
  return (
    <>
      <ErrorSummary
        lang={rq.lang}
        errors={failed && !failed.stale ? mistakes(rq, failed.errors, fieldId(failed.form, '')) : []}
      />
      <Meanwhile rq={rq} page={page} />
      {page.done ? <Alert kind="ok" title={t.dynamic(`did.${page.done}`)} announce /> : null}
      <Heading level={1} look={2}>
        {t('detail.title', { number: signaal.number, category: categoryName(rq, signaal) })}
      </Heading>
      <Strip>
        <StateBadge rq={rq} state={signaal.state} />
        <DueBadge rq={rq} due={signaal} />
        {first === null ? null : <Link href={first}>{t('detail.acts')}</Link>}
        <Follows rq={rq} page={page} />
      </Strip>
      {page.thread}
    </>
  );
};

/** One signaal, whole: its thread, its words, who holds what, and what this person can do. */
export const detailPage = (rq: Rq, page: DetailPage): PageContent => {
  const t = rq.texts(staffTexts);
  const { signaal } = page.core;
  const failed = page.failed && !page.failed.preview ? page.failed : null;
  return {
    title: t('detail.title', { number: signaal.number, category: categoryName(rq, signaal) }),
    width: 'staff',
    hasErrors: failed !== null && !failed.stale,
    status: failed === null ? 200 : failed.stale ? 409 : 422,
    body: (
      <Dense>
        <Top rq={rq} page={page} />
        <Columns asideLabel={t('detail.acts')} aside={<Acts rq={rq} page={page} />}>
          <Whole rq={rq} page={page} />
          <Voices rq={rq} page={page} />
          <Files rq={rq} page={page} />
          <Said rq={rq} page={page} />
          <Terms rq={rq} page={page} />
          <HistoryList rq={rq} page={page} />
        </Columns>
      </Dense>
    ),
  };
};
