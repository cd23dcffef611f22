import { formatDate, isoDate, plusDays } from '#platform/calendar/index.ts';
import {
  Button,
  Card,
  DateField,
  Details,
  Form,
  HiddenField,
  Paragraph,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Member } from '../read.ts';
import { wijkteamTexts } from '../texts.ts';
import { TEAM } from './team-model.ts';

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

/** One member: function and organisation, since when, how to reach; with the end of the membership. */
export const MemberCard = ({ rq, member }: { rq: Rq; member: Member }) => {
  const t = rq.texts(wijkteamTexts);
  const last = member.validTo === null ? null : plusDays(member.validTo, -1);
  return (
    <Card
      title={`${member.function}, ${member.organisation}`}
      titleLevel={2}
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
