import { publicPhone, readSettings } from '#gemeente/index.ts';
import { formatDate, isoDate } from '#platform/calendar/index.ts';
import {
  Heading,
  Link,
  Own,
  OwnIn,
  PaperChoices,
  PaperField,
  PaperForm,
  PaperPart,
  PaperRow,
  Paragraph,
  ScreenOnly,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { stances } from '../commands/advise.ts';
import { FOCUSPUNTEN, focuspuntHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { type PublicFocuspunt, readPublic } from './read.ts';

/** The sheet on which one reacts with a pen; the desk enters it (G13, law 6). */
export const paperPage = async (rq: Rq, id: string): Promise<PageContent> => {
  const focuspunt = await readPublic(rq, id);
  const settings = await rq.read((db) => readSettings(db, rq.gemeente, isoDate(rq.now)));
  const t = rq.texts(focuspuntTexts);
  return {
    title: t('paper.title', { title: focuspunt.title }),
    current: FOCUSPUNTEN,
    body: (
      <>
        <ScreenOnly>
          <Paragraph small>
            <Link href={focuspuntHref(id)}>{t('paper.online')}</Link>
          </Paragraph>
        </ScreenOnly>
        <Sheet rq={rq} focuspunt={focuspunt} phone={settings.get(publicPhone)} />
      </>
    ),
  };
};

const Sheet = ({ rq, focuspunt, phone }: { rq: Rq; focuspunt: PublicFocuspunt; phone: string }) => {
  const t = rq.texts(focuspuntTexts);
  const until = focuspunt.reactionUntil;
  return (
    <PaperForm>
      <Heading level={1}>
        <OwnIn text={t('paper.title', { title: focuspunt.title })} own={[focuspunt.title]} />
      </Heading>
      <Paragraph>
        <Own>{focuspunt.summary}</Own>
      </Paragraph>
      {until === null ? null : <Paragraph>{t('react.until', { day: formatDate(until, rq.lang) })}</Paragraph>}
      <PaperPart title={t('react.question')}>
        <PaperChoices choices={stances.map((stance) => t(`stance.${stance}`))} />
        <PaperField label={t('react.text')} size="large" />
        <Paragraph small>{t('react.text.hint')}</Paragraph>
      </PaperPart>
      <PaperPart title={t('paper.hand_in')}>
        <Paragraph small>
          {t('paper.hand_in.text')} {phone === '' ? '' : t('paper.call', { phone })}
        </Paragraph>
        <PaperRow>
          <PaperField label={t('paper.received')} />
          <PaperField label={t('paper.number', { number: focuspunt.number })} />
        </PaperRow>
      </PaperPart>
    </PaperForm>
  );
};
