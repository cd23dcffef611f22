import { demoCast, NOBODY, STEP_IN } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Heading,
  InlineForm,
  Lead,
  Link,
  List,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { siteTexts } from '../texts.ts';
import { type TourStep, tourStories } from './tour-steps.ts';

/** The walk through the demonstration. */
export const TOUR = '/rondleiding';

/** Account ids and names of the invented people, by the part of the address before the at sign. */
type Cast = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

const Go = ({ rq, step, cast }: { rq: Rq; step: TourStep; cast: Cast }) => {
  const t = rq.texts(siteTexts);
  const person = step.person === undefined ? undefined : cast.get(step.person);
  // Whoever stepped in before would see a page for residents as staff: one button steps out first.
  if (person === undefined && rq.signedIn === null) return <Link href={step.href}>{t('tour.look')}</Link>;
  return (
    <InlineForm
      action={STEP_IN}
      csrf={rq.csrf}
      label={person === undefined ? t('tour.asResident') : t('tour.asPerson', { name: person.name })}
      fields={[
        { name: 'person', value: person?.id ?? NOBODY },
        { name: 'naar', value: step.href },
      ]}
    />
  );
};

const show = defineRoute({
  method: 'GET',
  path: TOUR,
  policy: 'public.read',
  beforeSecondFactor: true,
  handle: async (rq) => {
    const t = rq.texts(siteTexts);
    const cast = await rq.read((db) => demoCast(db, rq.gemeente, isoDate(rq.now)));
    return rq.page({
      title: t('tour.title'),
      body: (
        <>
          <Heading level={1}>{t('tour.title')}</Heading>
          <Lead>{t('tour.lead')}</Lead>
          <Alert kind="info" title={t('tour.invented')} />
          {tourStories.map(({ key, steps }, index) => (
            <Section key={key} id={key} title={`${index + 1}. ${t(`tour.${key}.title`)}`}>
              <Paragraph>{t(`tour.${key}.about`)}</Paragraph>
              <List
                ordered
                items={steps.map((step) => ({
                  key: step.text,
                  content: (
                    <>
                      <Paragraph>{t(step.text)}</Paragraph>
                      <Go rq={rq} step={step} cast={cast} />
                    </>
                  ),
                }))}
              />
            </Section>
          ))}
          <Paragraph>
            <Link href="/demo">{t('tour.everybody')}</Link>
          </Paragraph>
        </>
      ),
    });
  },
});

/** The tour; without any route where there is no demonstration. */
export const tourRoutes = (enabled: boolean): readonly Route[] => (enabled ? [show] : []);
