import { refuse } from '#platform/errors.ts';
import { Card, CardList, Heading, Lead, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { gemeenteTexts } from '../texts.ts';
import type { AdminLink } from '../web/parts.ts';

type Own = 'areas' | 'departments' | 'locations' | 'settings' | 'texts' | 'theme';

const own = (name: Own, href: string, action: string): AdminLink => ({
  href,
  action,
  title: (rq) => rq.texts(gemeenteTexts)(`home.${name}`),
  about: (rq) => rq.texts(gemeenteTexts)(`home.${name}About`),
});

const ownLinks: readonly AdminLink[] = [
  own('areas', '/beheer/gebieden', 'area.manage'),
  own('departments', '/beheer/afdelingen', 'area.manage'),
  own('locations', '/beheer/locaties', 'area.manage'),
  own('settings', '/beheer/instellingen', 'setting.manage'),
  own('texts', '/beheer/teksten', 'text.manage'),
  own('theme', '/beheer/thema', 'setting.manage'),
];

/** The overview of the administration: what this room manages, and what other rooms add. */
export const adminHome = (links: readonly AdminLink[]): Route =>
  defineRoute({
    method: 'GET',
    path: '/beheer',
    policy: 'session.use',
    handle: (rq) => {
      const t = rq.texts(gemeenteTexts);
      const allowed = [...ownLinks, ...links].filter(({ action }) => rq.may(action));
      if (allowed.length === 0) throw refuse('forbidden', { status: 403 });
      return rq.page({
        title: t('home.title'),
        width: 'staff',
        current: '/beheer',
        body: (
          <>
            <Heading level={1}>{t('home.title')}</Heading>
            <Lead>{t('home.lead')}</Lead>
            <CardList layout="grid" items={allowed.map((link) => cardOf(rq, link))} />
          </>
        ),
      });
    },
  });

const cardOf = (rq: Rq, link: AdminLink) => ({
  key: link.href,
  card: (
    <Card title={link.title(rq)} titleLevel={2} href={link.href}>
      <Paragraph>{link.about(rq)}</Paragraph>
    </Card>
  ),
});
