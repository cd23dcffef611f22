import { formatDate } from '../calendar/index.ts';
import { translator } from '../texts/catalogue.ts';
import { Alert, Heading, Paragraph, ScreenOnly } from '../web/components/index.ts';
import type { Rq } from '../web/request.ts';
import { paragraphs } from './paragraphs.tsx';
import type { RenderedLetter, RenderedStack } from './render-stack.ts';
import { mailTexts } from './texts.ts';

/** All letters of one stack, each on its own sheet; what stands above them is for the screen only. */
export const StackPage = ({ rq, stack, date }: { rq: Rq; stack: RenderedStack; date: string }) => {
  const t = rq.texts(mailTexts);
  return (
    <>
      <ScreenOnly>
        <Heading level={1}>{t('stack.title', { date })}</Heading>
        <Paragraph>{t('stack.count', { count: stack.letters.length })}</Paragraph>
        <Paragraph>{t('stack.hint')}</Paragraph>
        {stack.erased > 0 ? <Alert kind="info">{t('stack.noAddress', { count: stack.erased })}</Alert> : null}
        {stack.failed > 0 ? <Alert kind="warning">{t('stack.failed', { count: stack.failed })}</Alert> : null}
      </ScreenOnly>
      {stack.letters.map((letter) => (
        <Letter key={letter.id} rq={rq} stack={stack} letter={letter} />
      ))}
    </>
  );
};

const Letter = ({ rq, stack, letter }: { rq: Rq; stack: RenderedStack; letter: RenderedLetter }) => {
  const { to, subject, text, lang } = letter.message;
  const t = translator(mailTexts, lang, rq.tenant.overrides[lang]);
  return (
    <article className="wr-letter" lang={lang}>
      <address className="wr-letter__sender">
        <Lines lines={[rq.tenant.name, ...stack.sender.address]} />
      </address>
      <address className="wr-letter__to">
        <Lines lines={[to.name, ...(to.address ?? [])]} />
      </address>
      <p className="wr-letter__date">{formatDate(stack.madeAt, lang)}</p>
      <h2 className="wr-letter__subject">{subject}</h2>
      <div className="wr-letter__text">{paragraphs(text)}</div>
      <div className="wr-letter__text">
        <p>{t('letter.answer', { date: formatDate(stack.answerBy, lang) })}</p>
        {stack.sender.phone && !text.includes(stack.sender.phone) ? (
          <p>{t('letter.phone', { phone: stack.sender.phone })}</p>
        ) : null}
      </div>
    </article>
  );
};

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, place) => (
      // Two lines of an address may read the same; their place is what tells them apart.
      // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes after it was written
      <span key={place}>{line}</span>
    ))}
  </>
);
