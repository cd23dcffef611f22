import { roleTexts } from '#people/index.ts';
import { formatDate, isoDate, plusDays } from '#platform/calendar/index.ts';
import { Card, CardList, List, Own, OwnIn, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { ClearedSignaal } from '#signaal/index.ts';
import type { WijkProps } from './page.tsx';
import { wijkTexts } from './texts.ts';
import type { WorkingHere } from './works.ts';

interface Dated {
  readonly key: string;
  readonly day: string;
  readonly words: string;
}

/** How long a decision of the college is still news. */
const NEWS_DAYS = 90;

/** What happens when: reaction terms, tests, decisions of the last months, and what the memory of the wijk says in public. */
export const Dates = ({ rq, view }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  const today = isoDate(rq.now);
  const dated: Dated[] = view.works.focuspunten.flatMap(
    ({ id, title, nextTestOn, besluitOn, reactionUntil }) => [
      ...(nextTestOn ? [{ key: `${id}-test`, day: nextTestOn, words: t('dates.test', { title }) }] : []),
      ...(besluitOn ? [{ key: `${id}-besluit`, day: besluitOn, words: t('dates.besluit', { title }) }] : []),
      ...(reactionUntil
        ? [{ key: `${id}-react`, day: isoDate(reactionUntil), words: t('dates.reaction', { title }) }]
        : []),
    ],
  );
  const notes: Dated[] = view.works.notes.map(({ id, kind, text, startsOn }) => ({
    key: id,
    day: startsOn,
    words: `${t.dynamic(`note.${kind}`)}: ${text}`,
  }));
  const own = [
    ...view.works.focuspunten.map(({ title }) => title),
    ...view.works.notes.map(({ text }) => text),
  ];
  const newsFrom = plusDays(today, -NEWS_DAYS);
  const isShown = ({ key, day }: Dated): boolean => day >= (key.endsWith('besluit') ? newsFrom : today);
  const all = [...dated.filter(isShown), ...notes];
  return (
    <Section id="agenda" title={t('dates.title')}>
      {all.length === 0 ? (
        <Paragraph muted>{t('dates.none')}</Paragraph>
      ) : (
        <List
          items={all
            .sort((a, b) => a.day.localeCompare(b.day) || a.key.localeCompare(b.key))
            .map(({ key, day, words }) => ({
              key,
              content: (
                <>
                  <strong>{formatDate(day, rq.lang)}</strong>: <OwnIn text={words} own={own} />
                </>
              ),
            }))}
        />
      )}
    </Section>
  );
};

/** Who works here, by function and organisation; never a name (S15). */
export const People = ({ rq, view }: WijkProps) => {
  const t = rq.texts(wijkTexts);
  const { functions } = view.works;
  return (
    <Section id="wie" title={t('people.title')}>
      {functions.length === 0 ? (
        <Paragraph muted>{t('people.none')}</Paragraph>
      ) : (
        <List
          items={functions.map((one) => ({
            key: [one.role, one.function, one.organisation].join(),
            content: <OwnIn text={functionInWords(rq, one)} own={[one.function, one.organisation]} />,
          }))}
        />
      )}
    </Section>
  );
};

const functionInWords = (rq: Rq, { role, function: named, organisation, contact }: WorkingHere): string => {
  const words = named ?? (role === null ? '' : rq.texts(roleTexts).dynamic(`role.${role}`));
  return [words, organisation, contact].filter(Boolean).join(', ');
};

/** Words and photos that a person cleared for everybody. */
export const Stories = ({ rq, view }: WijkProps) => {
  if (view.cleared.length === 0) return null;
  const t = rq.texts(wijkTexts);
  return (
    <Section id="verteld" title={t('stories.title')}>
      <Paragraph>{t('stories.lead')}</Paragraph>
      <CardList items={view.cleared.map((one) => ({ key: one.id, card: <Story rq={rq} story={one} /> }))} />
    </Section>
  );
};

/** The subject of a story in the language of the screen. */
export const storyCategory = (rq: Rq, { category, categoryEn }: ClearedSignaal): string =>
  (rq.lang === 'en' ? categoryEn : null) ?? category ?? rq.texts(wijkTexts)('heard.no_theme');

const Story = ({ rq, story }: { rq: Rq; story: ClearedSignaal }) => {
  const t = rq.texts(wijkTexts);
  const category = storyCategory(rq, story);
  const place = [story.street, story.buurt].filter(Boolean).join(', ');
  return (
    <Card eyebrow={place === '' ? category : t('stories.about', { category, place })}>
      {story.text === null ? null : (
        <Paragraph>
          <Own>{story.text}</Own>
        </Paragraph>
      )}
      {story.photos.length === 0 ? null : (
        <ul className="wr-photos">
          {story.photos.map((id, index) => (
            <li key={id}>
              <img src={`/openbaar/foto/${id}`} alt={t('stories.photo', { number: index + 1, category })} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
