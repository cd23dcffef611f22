import { Card, CardList, Heading, Link, Paragraph } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { GoalKind } from '../rules/gaps.ts';
import { monitorTexts } from '../texts.ts';

const KINDS: readonly GoalKind[] = ['figure', 'milestone', 'judgement'];

/** Which of the three sorts a new goal is. */
export const chooseKindPage = (rq: Rq, back: string, hrefOf: (kind: GoalKind) => string): PageContent => {
  const t = rq.texts(monitorTexts);
  return {
    title: t('form.choose'),
    width: 'staff',
    current: '/doelen',
    body: (
      <>
        <Paragraph>
          <Link href={back}>{t('list.goal')}</Link>
        </Paragraph>
        <Heading level={1}>{t('form.choose')}</Heading>
        <CardList
          items={KINDS.map((kind) => ({
            key: kind,
            card: (
              <Card title={t(`kind.${kind}`)} titleLevel={2} href={hrefOf(kind)}>
                <Paragraph>{t(`kindAbout.${kind}`)}</Paragraph>
              </Card>
            ),
          }))}
        />
      </>
    ),
  };
};
