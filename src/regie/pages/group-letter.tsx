import { z } from 'zod';
import { endOfTerm, publicPhone, readSettings } from '#gemeente/index.ts';
import { formatDate, isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { translator } from '#platform/texts/catalogue.ts';
import { Heading, Link, Paragraph, ScreenOnly, Sheets } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type GroupDetail, readGroup } from '../read/groups.ts';
import { groupWord } from '../settings.ts';
import { regieTexts } from '../texts.ts';
import { GROUPS } from './group.tsx';

interface Letter {
  readonly group: GroupDetail;
  readonly phone: string;
  /** The day before which the group hears more, `YYYY-MM-DD`. */
  readonly due: string;
}

/**
 * The paragraphs of the letter, in Dutch whoever prints it: a department, a date and a function to call. That is what the
 * volunteers of the working group on traffic never got (rapport L715-719).
 */
const paragraphsOf = (rq: Rq, { group, phone, due }: Letter): string[] => {
  const t = translator(regieTexts, 'nl', rq.tenant.overrides.nl);
  const { home } = group;
  const who = home ? t('letter.function.head', { department: home }) : t('letter.function.wijkregisseur');
  return [
    t('letter.hello', { name: group.name }),
    home ? t('letter.home', { department: home }) : t('letter.no_home'),
    ...(group.returns > 0 ? [t('letter.sorry', { times: group.returns })] : []),
    t('letter.when', { day: formatDate(due, 'nl') }),
    phone === '' ? t('letter.call_plain', { function: who }) : t('letter.call', { phone, function: who }),
    t('letter.thanks'),
    `${t('letter.greeting')} ${t('letter.sender', { gemeente: rq.tenant.name })}`,
  ];
};

const letterPage = (rq: Rq, letter: Letter): PageContent => {
  const t = rq.texts(regieTexts);
  const dutch = translator(regieTexts, 'nl', rq.tenant.overrides.nl);
  const { group } = letter;
  const title = t('letter.title', { name: group.name });
  return {
    title,
    width: 'staff',
    current: GROUPS,
    body: (
      <>
        <ScreenOnly>
          <Paragraph>
            <Link href={`${GROUPS}/${group.id}`}>{t('letter.back')}</Link>
          </Paragraph>
          <Heading level={1}>{title}</Heading>
          <Paragraph>{t('letter.print')}</Paragraph>
        </ScreenOnly>
        <Sheets
          items={[
            {
              key: group.id,
              content: (
                <div lang="nl" className="wr-flow">
                  <Paragraph>{dutch('letter.date', { day: formatDate(rq.now, 'nl') })}</Paragraph>
                  <Paragraph>{dutch('letter.to', { name: group.name })}</Paragraph>
                  {paragraphsOf(rq, letter).map((paragraph) => (
                    <Paragraph key={paragraph}>{paragraph}</Paragraph>
                  ))}
                </div>
              ),
            },
          ]}
        />
      </>
    ),
  };
};

/** The letter to a group, to print. */
export const groupLetterRoute: Route = defineRoute({
  method: 'GET',
  path: `${GROUPS}/:id/brief`,
  policy: 'group.read',
  params: z.object({ id: z.string() }),
  handle: async (rq, { params }) => {
    const today = isoDate(rq.now);
    const letter = await rq.read(async (db) => {
      const group = await readGroup(db, rq.gemeente, params.id, today);
      if (!group) throw notFound();
      const settings = await readSettings(db, rq.gemeente, today);
      const decided = group.decidedOwner === group.home_department_id ? group.decidedDue : null;
      const due = decided ?? isoDate(endOfTerm(settings, groupWord, group.home_since ?? rq.now));
      return { group, due, phone: group.home_contact ?? settings.get(publicPhone) };
    });
    return rq.page(letterPage(rq, letter));
  },
});
