import {
  Button,
  FileField,
  Form,
  HiddenField,
  Paragraph,
  Section,
  TextArea,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { siteTexts } from './texts.ts';

/** From this many characters on a value is somebody's own words, to be seen and copied; shorter ones go along unseen. */
const WORDS_FROM = 20;

interface Sent {
  readonly rq: Rq;
  readonly sent: RawForm;
}

interface Pair {
  /** Its own among all pairs: a name may come back. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

const pairsOf = (sent: RawForm): Pair[] =>
  sent.names.flatMap((name) =>
    sent.all(name).map((value, place) => ({ id: `ingevuld-${name}-${place}`, name, value })),
  );

const isWords = ({ value }: Pair): boolean => value.length >= WORDS_FROM && /\s/.test(value);

/** The form that could not be handled, whole: to be sent once more as it is. Files do not come back, so they are asked for. */
export const SendAgain = ({ rq, sent }: Sent) => {
  const t = rq.texts(siteTexts);
  const pairs = pairsOf(sent);
  const files = [...new Set(sent.files.map(({ field }) => field))];
  return (
    <Section id="ingevuld" title={t('refusal.sent.title')}>
      <Paragraph>{t('refusal.sent.text')}</Paragraph>
      <Form action={rq.url.pathname + rq.url.search} multipart={files.length > 0}>
        {pairs
          .filter((pair) => !isWords(pair))
          .map(({ id, name, value }) => (
            <HiddenField key={id} name={name} value={value} />
          ))}
        <Words rq={rq} words={pairs.filter(isWords)} />
        {files.map((field) => (
          <FileField
            key={field}
            name={field}
            label={t('refusal.sent.files')}
            description={t('refusal.sent.filesWhy')}
            multiple
          />
        ))}
        <Button>{t('refusal.sent.again')}</Button>
      </Form>
    </Section>
  );
};

const Words = ({ rq, words }: { rq: Rq; words: readonly Pair[] }) => {
  const t = rq.texts(siteTexts);
  return words.map(({ id, name, value }, place) => (
    <TextArea
      key={id}
      id={id}
      name={name}
      label={words.length === 1 ? t('refusal.sent.words') : t('refusal.sent.more', { n: place + 1 })}
      value={value}
    />
  ));
};
