import type { ReactNode } from 'react';
import { type Area, areasOf, type Department, departments } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { formatDate, formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import {
  Alert,
  Columns,
  Heading,
  Lead,
  Link,
  List,
  Own,
  OwnIn,
  Paragraph,
  Section,
  SummaryList,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { type GroupDetail, readGroup } from '../read/groups.ts';
import { type MoveRow, movesOfGroup } from '../read/knot.ts';
import { regieTexts } from '../texts.ts';
import { Did, type Failed, Mistakes, pageState } from '../web/form.tsx';
import { lines, withinLine } from '../web/words.ts';
import { GroupActs, type GroupActsProps } from './group-acts.tsx';

/** The register of groups. */
export const GROUPS = '/groepen';

/** The page of one group. */
export interface GroupPage {
  readonly group: GroupDetail;
  readonly moves: readonly MoveRow[];
  readonly departments: readonly Department[];
  readonly areas: readonly Area[];
  readonly manages: boolean;
  readonly answers: GroupActsProps['answers'];
  readonly failed: Failed | null;
  readonly done?: string | undefined;
}

/** Reads the page; "not found" when there is no such group. At most four queries. */
export const readGroupPage = (rq: Rq, id: string, failed: Failed | null, done?: string): Promise<GroupPage> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const group = await readGroup(db, rq.gemeente, id, today);
    if (!group) throw notFound();
    const reach = (departmentIds: readonly (string | null)[]) =>
      reachesObject(rq.principal, {
        buurtIds: group.buurtIds,
        departmentIds: departmentIds.filter((one) => one !== null),
      });
    const manages = rq.world.gate(rq.principal, 'group.manage', reach([])).ok;
    const answersFor = (department: string | null): boolean =>
      department !== null && rq.world.gate(rq.principal, 'group.answer', reach([department])).ok;
    const asHome = group.offeredTo === null && answersFor(group.home_department_id);
    return {
      group,
      moves: await movesOfGroup(db, rq.gemeente, id),
      departments: manages ? await departments(db, rq.gemeente, today) : [],
      areas: manages ? await areasOf(db, rq.gemeente, today) : [],
      manages,
      answers: answersFor(group.offeredTo) ? 'offered' : asHome ? 'home' : null,
      failed,
      done,
    };
  });

const Traits = ({ rq, group }: { rq: Rq; group: GroupDetail }) => {
  const t = rq.texts(regieTexts);
  const day = (date: string | null): string => (date ? formatDate(date, rq.lang) : t('word.unknown'));
  return (
    <Section id="kenmerken" title={t('group.traits')}>
      <SummaryList
        rows={[
          { key: 'size', term: t('group.size'), value: t(`group.size.${group.size}`) },
          {
            key: 'professionalism',
            term: t('group.professionalism'),
            value: t(`group.professionalism.${group.professionalism}`),
          },
          {
            key: 'reachability',
            term: t('group.reachability'),
            value: t(`group.reachability.${group.reachability}`),
          },
          {
            key: 'representativity',
            term: t('group.representativity'),
            value: t(`group.representativity.${group.representativity}`),
          },
          { key: 'continuity', term: t('group.continuity'), value: day(group.continuity_until) },
          { key: 'contact', term: t('group.contact'), value: group.public_contact ?? t('word.unknown') },
          { key: 'checked', term: t('group.checked'), value: day(group.checked_on) },
        ]}
      />
    </Section>
  );
};

const History = ({ rq, moves }: { rq: Rq; moves: readonly MoveRow[] }) => {
  const t = rq.texts(regieTexts);
  if (moves.length === 0) return null;
  return (
    <Section id="eerder" title={t('group.history')}>
      <List
        ordered
        items={moves.map((move) => ({
          key: move.id,
          content: (
            <OwnIn
              own={[move.reason, move.consent].map((words) => words && withinLine(words))}
              text={lines(
                t(`journey.move.${move.state}`, {
                  department: move.to,
                  day: formatShortDate(move.settledAt ?? move.offeredAt, rq.lang),
                }),
                move.reason,
                move.consent,
              )}
            />
          ),
        }))}
      />
    </Section>
  );
};

const homeOf = (rq: Rq, { home, home_since }: GroupDetail): string => {
  const t = rq.texts(regieTexts);
  if (home === null) return t('groups.no_home');
  return home_since === null
    ? home
    : t('group.home_since', { department: home, day: formatShortDate(home_since, rq.lang) });
};

/** One group: its home, its traits, where it was before, and what this person can do. */
export const groupPage = (rq: Rq, page: GroupPage, thread: ReactNode): PageContent => {
  const t = rq.texts(regieTexts);
  const { group } = page;
  return {
    title: group.name,
    width: 'staff',
    current: GROUPS,
    ...pageState(page.failed),
    body: (
      <>
        <Paragraph>
          <Link href={GROUPS}>{t('groups.title')}</Link>
        </Paragraph>
        <Mistakes rq={rq} failed={page.failed} />
        <Did rq={rq} done={page.done} />
        <Heading level={1}>{group.name}</Heading>
        <Lead>
          <Own>{group.about}</Own>
        </Lead>
        {group.ended_at === null ? null : <Alert kind="info" title={t('group.ended')} />}
        {thread}
        <Columns asideLabel={t('knot.acts')} aside={<GroupActs rq={rq} {...page} />}>
          <SummaryList
            rows={[
              { key: 'home', term: t('groups.home'), value: homeOf(rq, group) },
              ...(group.offeredName
                ? [{ key: 'offered', term: t('group.offered'), value: group.offeredName }]
                : []),
              { key: 'area', term: t('groups.area'), value: group.area },
              { key: 'returns', term: t('groups.returns'), value: String(group.returns) },
            ]}
          />
          <Traits rq={rq} group={group} />
          <History rq={rq} moves={page.moves} />
        </Columns>
      </>
    ),
  };
};
