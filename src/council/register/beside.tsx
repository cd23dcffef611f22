import { Link, List, Own, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { councilTexts } from '../texts.ts';
import { aboutHref, nameIn } from '../web/words.tsx';
import type { ItemView } from './one.ts';

/** What a record is about, and which others are about it. */
export const Beside = ({ rq, about, mentionedBy }: { rq: Rq } & Pick<ItemView, 'about' | 'mentionedBy'>) => {
  const t = rq.texts(councilTexts);
  return (
    <>
      {about.length === 0 ? null : (
        <Section id="about" title={t('about.title')}>
          <List
            items={about.map((one) => ({
              key: one.id,
              content: (
                <>
                  {t.dynamic(`about.one.${one.kind}`)}{' '}
                  <Link href={aboutHref(one)}>
                    {nameIn(rq.lang, { name: one.title, nameEn: one.titleEn })}
                  </Link>
                </>
              ),
            }))}
          />
        </Section>
      )}
      {mentionedBy.length === 0 ? null : (
        <Section id="mentioned" title={t('about.mentionedBy')}>
          <List
            items={mentionedBy.map((one) => ({
              key: one.id,
              content: (
                <Link href={aboutHref(one)}>
                  <Own>{one.title}</Own>
                </Link>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
};
