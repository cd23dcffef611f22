import {
  Button,
  Form,
  HiddenField,
  Paragraph,
  Quote,
  Section,
  TextArea,
} from '#platform/web/components/index.ts';
import { FOCUSPUNTEN } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import type { WorkProps } from './props.ts';

/** The words of residents, to look at before they are public. */
export const Words = ({ rq, work, failed }: WorkProps) => {
  const t = rq.texts(focuspuntTexts);
  if (work.words.length === 0) return null;
  return (
    <Section id="woorden" title={t('words.title')}>
      {work.words.map((word) => {
        const mine = failed?.form === `reacties/${word.id}` ? failed : null;
        const id = `publicText-${word.id}`;
        return (
          <div key={word.id} className="wr-flow">
            <Quote by={`${t(`stance.${word.stance}`)}, ${t(`channel.${word.channel}`)}`}>{word.text}</Quote>
            {word.isCleared ? (
              <Paragraph small>{word.publicText === null ? t('words.kept') : t('words.public')}</Paragraph>
            ) : rq.may('focuspunt.clear_reaction') ? (
              <Form action={`${FOCUSPUNTEN}/${work.id}/reacties/${word.id}`} csrf={rq.csrf}>
                <HiddenField name="versie" value={String(work.version)} />
                <TextArea
                  id={id}
                  name="publicText"
                  rows={2}
                  label={t('words.publish_as')}
                  value={mine?.typed.text('publicText') ?? word.text}
                  {...(mine?.mistakes.text ? { error: mine.mistakes.text } : {})}
                />
                <Button look="secondary" name="doe" value="openbaar">
                  {t('words.publish')}
                </Button>
                <Button look="subtle" name="doe" value="intern">
                  {t('words.keep')}
                </Button>
              </Form>
            ) : null}
          </div>
        );
      })}
    </Section>
  );
};
