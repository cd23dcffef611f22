import { address, QUESTIONS } from '#council/index.ts';
import {
  Alert,
  ButtonRow,
  EmptyState,
  Heading,
  InlineForm,
  Lead,
  Link,
  LinkButton,
  List,
  Paragraph,
  SearchField,
  SearchForm,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { Answer } from './answer.ts';
import { Months } from './bars.tsx';
import type { FollowedKind } from './follow.ts';
import { Elsewhere, Focuspunten, Papers, Who } from './parts.tsx';
import { FOLLOWED, PATTERN, SHEET, topicHref, topicQuery } from './paths.ts';
import type { Choices, Found, Topic } from './rules/topic.ts';
import { incidentTexts } from './texts.ts';
import { answerSentence, topicIn } from './words.ts';

/** What the page shows: an answer, a choice, or only the field. */
export type Shown =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly choices: Choices }
  | Extract<Found, { readonly kind: 'several' }>
  /** Nothing is called so; these streets may have been meant. */
  | { readonly kind: 'none'; readonly meant: readonly string[] }
  | { readonly kind: 'empty' };

const Search = ({ rq, text, isEmpty }: { rq: Rq; text: string; isEmpty: boolean }) => {
  const t = rq.texts(incidentTexts);
  return (
    <SearchForm action={PATTERN} label={t('search.label')}>
      <SearchField
        name="zoek"
        label={t('search.field')}
        description={t('search.hint')}
        submitLabel={t('search.submit')}
        value={text}
        startHere={isEmpty}
      />
    </SearchForm>
  );
};

/** What can be followed of a topic: its focuspunt first, then its area, then its subject. */
const followable = ({ belongsTo, topic, elsewhere }: Answer): { kind: FollowedKind; id: string } | null => {
  if (belongsTo) return { kind: 'focuspunt', id: belongsTo.focuspunt.id };
  if (topic.area) return { kind: 'area', id: topic.area.id };
  const here = elsewhere?.wijken.find(({ isHere }) => isHere);
  if (here) return { kind: 'area', id: here.id };
  return topic.category ? { kind: 'category', id: topic.category.id } : null;
};

const aboutOf = (answer: Answer): string | undefined => {
  const { belongsTo, topic } = answer;
  if (belongsTo) return `focuspunt:${belongsTo.focuspunt.id}`;
  if (topic.area) return `area:${topic.area.id}`;
  return topic.category ? `category:${topic.category.id}` : undefined;
};

/** The form of thirty seconds, with what this page knows already. */
const passOnHref = (rq: Rq, topic: Topic): string =>
  address('/doorgeven', {
    tekst: rq.texts(incidentTexts)('act.passOn.about', { topic: topicIn(rq, topic) }),
    straat: topic.street?.name,
  });

/** One click each; none of them waits for the facts to be read (0.2 D16). */
const Acts = ({ rq, answer }: { rq: Rq; answer: Answer }) => {
  const t = rq.texts(incidentTexts);
  const follow = followable(answer);
  return (
    <ButtonRow>
      {rq.may('signaal.pass_on') ? (
        <LinkButton href={passOnHref(rq, answer.topic)}>{t('act.passOn')}</LinkButton>
      ) : null}
      {follow && rq.may('pattern.follow') ? (
        <InlineForm
          action={`${PATTERN}/volgen`}
          csrf={rq.csrf}
          fields={[
            { name: 'kind', value: follow.kind },
            { name: 'object', value: follow.id },
            { name: 'back', value: topicQuery(answer.topic) },
          ]}
          label={t(`act.follow.${follow.kind}`)}
        />
      ) : null}
      <LinkButton href={topicHref(answer.topic, SHEET)} look="secondary">
        {t('act.sheet')}
      </LinkButton>
      {rq.may('question.ask') ? (
        <LinkButton href={address(`${QUESTIONS}/nieuw`, { over: aboutOf(answer) })} look="secondary">
          {t('act.question')}
        </LinkButton>
      ) : null}
    </ButtonRow>
  );
};

const AnswerParts = ({ rq, answer, choices }: { rq: Rq; answer: Answer; choices: Choices }) => {
  const t = rq.texts(incidentTexts);
  return (
    <>
      <Heading level={2}>{topicIn(rq, answer.topic)}</Heading>
      <Lead>{answerSentence(rq, answer)}</Lead>
      {rq.url.searchParams.has('gevolgd') ? (
        <Alert kind="ok" announce title={t('followed.title')}>
          <Link href={FOLLOWED}>{t('followed.list')}</Link>
        </Alert>
      ) : null}
      <Acts rq={rq} answer={answer} />
      <Months rq={rq} answer={answer} />
      <Focuspunten rq={rq} answer={answer} />
      <Elsewhere rq={rq} answer={answer} choices={choices} />
      <Papers rq={rq} answer={answer} />
      <Who rq={rq} answer={answer} />
      <Paragraph>{t('offered')}</Paragraph>
    </>
  );
};

const Several = ({ rq, topics }: { rq: Rq; topics: readonly Topic[] }) => {
  const t = rq.texts(incidentTexts);
  return (
    <Section id="several" title={t('found.several')}>
      <List
        plain
        items={topics.map((topic) => ({
          key: topicQuery(topic),
          content: <Link href={topicHref(topic)}>{topicIn(rq, topic)}</Link>,
        }))}
      />
    </Section>
  );
};

const Body = ({ rq, shown }: { rq: Rq; shown: Shown }) => {
  const t = rq.texts(incidentTexts);
  if (shown.kind === 'answer') return <AnswerParts rq={rq} answer={shown.answer} choices={shown.choices} />;
  if (shown.kind === 'empty') return <Paragraph>{t('empty')}</Paragraph>;
  if (shown.kind === 'several') return <Several rq={rq} topics={shown.topics} />;
  return (
    <EmptyState title={t('found.none')}>
      {shown.meant.length === 0 ? null : t('found.meant')}
      {shown.meant.map((name) => (
        <span key={name}>
          {' '}
          <Link href={address(PATTERN, { zoek: name })}>{name}</Link>
        </span>
      ))}{' '}
      {t('found.none.text')}
    </EmptyState>
  );
};

/** "Van incident naar patroon": one field, one sentence, and everything behind it (screens.md). */
export const patternPage = (rq: Rq, text: string, shown: Shown): PageContent => {
  const t = rq.texts(incidentTexts);
  return {
    title: shown.kind === 'answer' ? t('title.of', { topic: topicIn(rq, shown.answer.topic) }) : t('title'),
    width: 'staff',
    current: PATTERN,
    body: (
      <>
        <Heading level={1}>{t('title')}</Heading>
        <Search rq={rq} text={text} isEmpty={shown.kind === 'empty'} />
        <Body rq={rq} shown={shown} />
        {rq.may('pattern.follow') ? (
          <Paragraph>
            <Link href={FOLLOWED}>{t('followed.list')}</Link>
          </Paragraph>
        ) : null}
      </>
    ),
  };
};
