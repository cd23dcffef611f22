import {
  Card,
  CardList,
  EmptyState,
  Heading,
  List,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import type { FindText } from '../find-text.ts';
import type { Navigation } from '../navigation.ts';
import { roleNames } from '../shell.tsx';
import { siteTexts } from '../texts.ts';

/** The first page after signing in: what this person may do, in the order of a working day. */
export const startRoute = (findText: FindText, placesFor: Navigation): Route =>
  defineRoute({
    method: 'GET',
    path: '/start',
    policy: 'session.use',
    handle: (rq) => {
      const t = rq.texts(siteTexts);
      const title = t('start.title', { name: rq.signedIn?.name ?? '' });
      const places = placesFor(rq).filter(({ href }) => href !== '/start');
      const cards = places.map(({ href, text, about }) => ({
        key: href,
        card: (
          <Card title={t(text)} titleLevel={2} href={href}>
            <Paragraph>{t(about)}</Paragraph>
          </Card>
        ),
      }));
      const roles = roleNames(findText, rq);
      return rq.page({
        title,
        width: 'staff',
        body: (
          <>
            <Heading level={1}>{title}</Heading>
            {cards.length > 0 ? (
              <CardList layout="grid" items={cards} />
            ) : (
              <EmptyState title={t('start.none')}>{t('start.none.next')}</EmptyState>
            )}
            {roles.length > 0 ? (
              <Section id="rollen" title={t('start.roles')}>
                <List items={roles.map((role) => ({ key: role, content: role }))} />
              </Section>
            ) : null}
          </>
        ),
      });
    },
  });
