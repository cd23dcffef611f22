import { Link, List, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { standingSentence } from '#signaal/index.ts';
import { type Became, type Beside, type Outcome, readBeside } from './read.ts';
import { deskTexts } from './texts.ts';

/** Beside the desk's form: the memory of the wijk today, and what the desk's signalen brought about (screens.md). */
export const besideDesk = async (rq: Rq): Promise<React.ReactNode> => {
  const beside = await readBeside(rq);
  return (
    <>
      <Memory rq={rq} beside={beside} />
      <Brought rq={rq} beside={beside} />
    </>
  );
};

const Memory = ({ rq, beside }: { rq: Rq; beside: Beside }) => {
  const t = rq.texts(deskTexts);
  return (
    <Section id="wijkgeheugen" title={t('memory.title')}>
      {beside.memory.length === 0 ? (
        <Paragraph muted>{t('memory.none')}</Paragraph>
      ) : (
        <List
          plain
          items={beside.memory.map(({ id, kind, text, area }) => ({
            key: id,
            content: (
              <>
                <strong>
                  {t(`memory.${kind}`)}, {area}
                </strong>
                : {text}
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
};

const Brought = ({ rq, beside: { outcomes, became } }: { rq: Rq; beside: Beside }) => {
  const t = rq.texts(deskTexts);
  return (
    <Section id="opgeleverd" title={t('brought.title')}>
      {outcomes.length + became.length === 0 ? (
        <Paragraph muted>{t('brought.none')}</Paragraph>
      ) : (
        <List
          plain
          items={[
            ...became.map((one) => ({
              key: `${one.id} ${one.focuspuntId}`,
              content: <Larger rq={rq} became={one} />,
            })),
            ...outcomes.map((row) => ({ key: row.id, content: <Ended rq={rq} row={row} /> })),
          ]}
        />
      )}
    </Section>
  );
};

const Larger = ({ rq, became }: { rq: Rq; became: Became }) => {
  const t = rq.texts(deskTexts);
  const { signalen, title, focuspunt, focuspuntId } = became;
  return (
    <>
      {signalen === 1
        ? t('brought.knelpunt.one', { title })
        : t('brought.knelpunt', { count: signalen, title })}
      {focuspunt && focuspuntId ? (
        <>
          <br />
          <Link href={`/focuspunten/${focuspuntId}`}>{t('brought.focuspunt', { title: focuspunt })}</Link>
        </>
      ) : null}
    </>
  );
};

const Ended = ({ rq, row }: { rq: Rq; row: Outcome }) => {
  const category = (rq.lang === 'en' ? row.categoryEn : null) ?? row.category;
  const name = [category ?? rq.texts(deskTexts)('brought.no_subject'), row.street].filter(Boolean).join(', ');
  return (
    <>
      <Link href={`/signalen/${row.id}`}>{name}</Link>
      <br />
      {standingSentence(rq, row)}
    </>
  );
};
