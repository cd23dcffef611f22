import {
  Card,
  CardList,
  EmptyState,
  Heading,
  InlineForm,
  Lead,
  LinkButton,
  Paragraph,
  Section,
  VisuallyHidden,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { roleTexts } from '../role-page/texts.ts';
import { roles, type Side, sides } from '../roles.ts';
import { peopleTexts } from '../texts.ts';
import type { InventedPerson } from './read.ts';

/** Where a visitor of the demo chooses whom to be. */
export const DEMO = '/demo';
/** Where that choice goes. */
export const STEP_IN = '/demo/instappen';
/** The choice to be a resident, who looks without signing in. */
export const NOBODY = 'niemand';

const PersonCard = ({ rq, person }: { rq: Rq; person: InventedPerson }) => {
  const t = rq.texts(peopleTexts);
  const role = rq.texts(roleTexts).dynamic(`role.${person.role}`);
  const bounds = [person.department, person.area].filter((text) => text !== null).join(', ');
  return (
    <Card
      title={person.name}
      eyebrow={role}
      actions={
        <InlineForm
          action={STEP_IN}
          label={
            <>
              {t('demo.stepIn')}{' '}
              <VisuallyHidden>{t('demo.stepInAs', { name: person.name, role })}</VisuallyHidden>
            </>
          }
          csrf={rq.csrf}
          fields={[{ name: 'person', value: person.id }]}
        />
      }
    >
      {bounds ? <Paragraph small>{bounds}</Paragraph> : null}
    </Card>
  );
};

/** The people of one side, in the order of the roles. */
const peopleOn = (side: Side, people: readonly InventedPerson[]): InventedPerson[] =>
  roles
    .filter((role) => role.side === side)
    .flatMap(({ id }) => people.filter((person) => person.role === id));

/** The invented people by side and role, each with one button. */
export const demoPage = (rq: Rq, people: readonly InventedPerson[]): PageContent => {
  const t = rq.texts(peopleTexts);
  const groups = sides
    .map((side) => ({ side, people: peopleOn(side, people) }))
    .filter((group) => group.people.length > 0);
  return {
    title: t('demo.title'),
    width: 'staff',
    current: DEMO,
    body: (
      <>
        <Heading level={1}>{t('demo.title')}</Heading>
        <Lead>{t('demo.lead')}</Lead>
        <LinkButton href="/rondleiding" look="secondary">
          {t('demo.tour')}
        </LinkButton>
        {groups.length === 0 ? (
          <EmptyState title={t('demo.empty.title')}>{t('demo.empty.text')}</EmptyState>
        ) : null}
        {groups.map((group) => (
          <Section
            key={group.side}
            id={`side-${group.side}`}
            title={rq.texts(roleTexts)(`side.${group.side}`)}
          >
            <CardList
              layout="grid"
              items={group.people.map((person) => ({
                key: `${person.id} ${person.role}`,
                card: <PersonCard rq={rq} person={person} />,
              }))}
            />
          </Section>
        ))}
      </>
    ),
  };
};
