import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Heading,
  Lead,
  Paragraph,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { SignaalError } from '../../errors.ts';
import { errorOf, errorsInWords, isWrong } from '../parts/form-words.ts';
import { PhoneLink, readPhone } from '../parts/phone.tsx';
import { publicTexts } from '../texts.ts';
import { FOLLOW } from './paths.ts';

type Problem = Extract<SignaalError, 'code_unreadable' | 'code_unknown' | 'code_too_often'>;

const STATUS: Readonly<Record<Problem, number>> = {
  code_unreadable: 422,
  code_unknown: 404,
  code_too_often: 429,
};

/** The form that asks for a code, with what was typed and what is wrong with it. */
export const codePage = async (rq: Rq, typed: string, problem: Problem | null): Promise<Response> => {
  const t = rq.texts(publicTexts);
  const phone = await rq.read((db) => readPhone(db, rq));
  const errors: FieldErrors = problem ? { code: problem } : {};
  const page: PageContent = {
    title: t('code.title'),
    status: problem ? STATUS[problem] : 200,
    hasErrors: isWrong(errors),
    current: FOLLOW,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{t('code.title')}</Heading>
        <Lead>{t('code.lead')}</Lead>
        <form className="wr-form" method="get" action={FOLLOW} noValidate>
          <TextField
            name="code"
            label={t('code.label')}
            description={t('code.hint')}
            value={typed.slice(0, 100)}
            width={20}
            autoComplete="off"
            spellCheck={false}
            {...errorOf(rq, errors, 'code')}
          />
          <ButtonRow>
            <Button>{t('code.show')}</Button>
          </ButtonRow>
        </form>
        {problem === 'code_unreadable' ? <Paragraph>{t('code.help')}</Paragraph> : null}
        <Paragraph>
          {t('code.lost')} {phone ? <PhoneLink phone={phone} /> : t('code.lost.desk')}
        </Paragraph>
      </>
    ),
  };
  return hidden(await rq.page(page));
};

/** A page behind a code belongs in no search engine and no cache. */
export const hidden = (response: Response): Response => {
  response.headers.set('x-robots-tag', 'noindex, nofollow');
  response.headers.set('cache-control', 'no-store');
  return response;
};
