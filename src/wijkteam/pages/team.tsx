import { z } from 'zod';
import {
  departments,
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  storedFields,
  type Typed,
  typedFields,
} from '#gemeente/index.ts';
import { choosablePeople } from '#people/index.ts';
import { formatDate, isoDate, plusDays } from '#platform/calendar/index.ts';
import {
  Alert,
  Button,
  Card,
  CardList,
  Checkbox,
  DateField,
  Details,
  EmptyState,
  Form,
  Heading,
  HiddenField,
  Lead,
  Paragraph,
  Section,
  Select,
  StatusBadge,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { addMember, endMember } from '../commands/members.ts';
import { type Member, membersOf } from '../read.ts';
import { wijkteamTexts } from '../texts.ts';
import { AreaChoice, type ShownArea, shownArea } from './areas.tsx';
import { areaQuery, endForm, memberForm, tryForm } from './forms.ts';

/** The register of the wijkteams. */
export const TEAM = '/wijkteam';
const policy = 'wijkteam.manage';
const maxBody = 10_000;

interface Team {
  readonly shown: ShownArea;
  readonly members: readonly Member[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const readTeam = (rq: Rq, areaId: string | undefined): Promise<Team> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const shown = await shownArea(rq, db, policy, areaId);
    return {
      shown,
      members: await membersOf(db, rq.gemeente, shown.area.id, today),
      organisations: await departments(db, rq.gemeente, today),
      people: await choosablePeople(db, rq.gemeente, today),
    };
  });

const EndMembership = ({ rq, member }: { rq: Rq; member: Member }) => {
  const t = rq.texts(wijkteamTexts);
  const [year = '', month = '', day = ''] = isoDate(rq.now).split('-');
  return (
    <Details summary={t('team.end')}>
      <Form action={`${TEAM}/${member.id}/einde`} csrf={rq.csrf}>
        <HiddenField name="area" value={member.areaId} />
        <DateField
          lang={rq.lang}
          id={`lastDay-${member.id}`}
          name="lastDay"
          label={t('team.end.last')}
          value={{ day, month, year }}
        />
        <Button look="danger">{t('team.acts')}</Button>
      </Form>
    </Details>
  );
};

const MemberCard = ({ rq, member }: { rq: Rq; member: Member }) => {
  const t = rq.texts(wijkteamTexts);
  const last = member.validTo === null ? null : plusDays(member.validTo, -1);
  return (
    <Card
      title={`${member.function}, ${member.organisation}`}
      titleLevel={3}
      eyebrow={
        <StatusBadge tone="neutral">
          {t(member.standing ? 'team.standing.yes' : 'team.standing.no')}
        </StatusBadge>
      }
    >
      <Paragraph>
        {t('team.since', { day: formatDate(member.validFrom, rq.lang) })}
        {last === null ? null : `, ${t('team.until', { day: formatDate(last, rq.lang) })}`}
        {`. ${t('team.reach')} ${t(member.accountId === null ? 'team.reach.mail' : 'team.reach.account')}.`}
      </Paragraph>
      {member.publicContact === null ? null : <Paragraph>{member.publicContact}</Paragraph>}
      {member.validTo === null ? <EndMembership rq={rq} member={member} /> : null}
    </Card>
  );
};

interface FieldsProps {
  readonly rq: Rq;
  readonly team: Team;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
}

const Reach = ({ rq, team, typed, mistakes }: FieldsProps) => {
  const t = rq.texts(wijkteamTexts);
  const optional = t('word.optional');
  return (
    <>
      <TextField
        name="name"
        label={t('team.person')}
        note={optional}
        description={t('team.person.help')}
        value={typed.text('name')}
        {...mistakeOf(mistakes, 'name')}
      />
      <TextField
        name="mail"
        type="email"
        label={t('team.mail')}
        value={typed.text('mail')}
        {...mistakeOf(mistakes, 'mail')}
      />
      <Select
        name="accountId"
        label={t('team.account')}
        emptyLabel={t('team.account.none')}
        value={typed.text('accountId')}
        options={team.people.map(({ id, name }) => ({ value: id, label: name }))}
        {...mistakeOf(mistakes, 'accountId')}
      />
      <TextField
        name="publicContact"
        label={t('team.contact')}
        note={optional}
        description={t('team.contact.help')}
        value={typed.text('publicContact')}
        {...mistakeOf(mistakes, 'publicContact')}
      />
    </>
  );
};

const NewMember = (props: FieldsProps) => {
  const { rq, team, typed, mistakes } = props;
  const t = rq.texts(wijkteamTexts);
  return (
    <Form action={TEAM} csrf={rq.csrf}>
      <HiddenField name="area" value={team.shown.area.id} />
      <Select
        name="departmentId"
        label={t('team.organisation')}
        emptyLabel={t('team.organisation.choose')}
        description={t('team.organisation.help')}
        value={typed.text('departmentId')}
        options={team.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        {...mistakeOf(mistakes, 'departmentId')}
      />
      <TextField
        name="function"
        label={t('team.function')}
        description={t('team.function.help')}
        value={typed.text('function')}
        {...mistakeOf(mistakes, 'function')}
      />
      <Reach {...props} />
      <Checkbox
        name="standing"
        value="ja"
        label={t('team.standing')}
        checked={typed.text('standing') === 'ja'}
      />
      <DateField
        lang={rq.lang}
        name="validFrom"
        label={t('team.from')}
        value={typed.parts('validFrom')}
        {...mistakeOf(mistakes, 'validFrom')}
      />
      <Button>{t('team.add')}</Button>
    </Form>
  );
};

const teamPage = (rq: Rq, team: Team, typed: Typed, mistakes: Mistakes): PageContent => {
  const t = rq.texts(wijkteamTexts);
  const wrong = mistakes !== noMistakes;
  const { area } = team.shown;
  return {
    title: `${t('team.title')} ${area.name}`,
    width: 'staff',
    current: TEAM,
    ...(wrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakes} />
        {rq.url.searchParams.has('opgeslagen') && !wrong ? (
          <Alert kind="ok" announce title={t('team.saved')} />
        ) : null}
        <Heading level={1}>{`${t('team.title')} ${area.name}`}</Heading>
        <Lead>{t('team.lead')}</Lead>
        <AreaChoice rq={rq} shown={team.shown} action={TEAM} />
        {team.members.length === 0 ? (
          <EmptyState title={t('team.none')}>{t('team.none.help')}</EmptyState>
        ) : (
          <CardList
            label={t('team.title')}
            items={team.members.map((member) => ({
              key: member.id,
              card: <MemberCard rq={rq} member={member} />,
            }))}
          />
        )}
        <Section id="toevoegen" title={t('team.add')}>
          <NewMember rq={rq} team={team} typed={typed} mistakes={mistakes} />
        </Section>
      </>
    ),
  };
};

const fresh = (rq: Rq): Typed => storedFields({ validFrom: isoDate(rq.now), standing: 'ja' });
const back = (areaId: string): string => `${TEAM}?gebied=${areaId}&opgeslagen=ja`;

const show = defineRoute({
  method: 'GET',
  path: TEAM,
  policy,
  query: areaQuery,
  handle: async (rq, { query }) =>
    rq.page(teamPage(rq, await readTeam(rq, query.gebied), fresh(rq), noMistakes)),
});

const add = defineRoute({
  method: 'POST',
  path: TEAM,
  policy,
  maxBody,
  form: memberForm,
  handle: async (rq, { form }) => {
    const mistakes = await tryForm(rq, form, (value) => rq.run(addMember, value));
    if (mistakes === null) return rq.redirect(back(form.raw.text('area')));
    const areaId = z.uuid().safeParse(form.raw.text('area')).data;
    return rq.page(teamPage(rq, await readTeam(rq, areaId), typedFields(form.raw), mistakes));
  },
});

const end = defineRoute({
  method: 'POST',
  path: `${TEAM}/:id/einde`,
  policy,
  maxBody,
  params: z.object({ id: z.uuid() }),
  form: endForm,
  handle: async (rq, { params, form }) => {
    const mistakes = await tryForm(rq, form, (value) => rq.run(endMember, { memberId: params.id, ...value }));
    if (mistakes === null) return rq.redirect(back(form.raw.text('area')));
    const areaId = z.uuid().safeParse(form.raw.text('area')).data;
    return rq.page(teamPage(rq, await readTeam(rq, areaId), fresh(rq), mistakes));
  },
});

/** The wijkteam of each area: who sits in it, and how that changes. */
export const teamRoutes: readonly Route[] = [show, add, end];
