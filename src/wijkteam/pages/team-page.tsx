import { MistakeSummary, type Mistakes, noMistakes, type Typed } from '#gemeente/index.ts';
import { Alert, CardList, EmptyState, Heading, Lead, Section } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { wijkteamTexts } from '../texts.ts';
import { AreaChoice } from './areas.tsx';
import { NewMember } from './team-form.tsx';
import { MemberCard } from './team-members.tsx';
import { TEAM, type Team } from './team-model.ts';

/** The members of one area and the form of a new one. */
export const teamPage = (rq: Rq, team: Team, typed: Typed, mistakes: Mistakes): PageContent => {
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
