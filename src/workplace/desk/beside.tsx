import { Details, Link, List, Own, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type CallerPlace, type DeskParts, standingSentence } from '#signaal/index.ts';
import { type Became, type Beside, type Call, type Outcome, readBeside, readCalls } from './read.ts';
import { deskTexts } from './texts.ts';

/** Beside the desk's form: the memory of the wijk today, and what the desk's signalen brought about (screens.md). */
const besideDesk = async (rq: Rq, place: CallerPlace | null): Promise<React.ReactNode> => {
  const beside = await readBeside(rq, place);
  return (
    <>
      <Memory rq={rq} beside={beside} />
      <Brought rq={rq} beside={beside} />
    </>
  );
};

/** Whom to call where the caller is: shown beside the street while it is typed. */
const whomToCall = async (rq: Rq, place: CallerPlace): Promise<React.ReactNode> => {
  if (place.street === '' && place.buurtId === null) return null;
  const calls = await readCalls(rq, place);
  return calls.length === 0 ? null : <Calls rq={rq} calls={calls} />;
};

/** What this room shows on the desk's screen. */
export const deskParts: DeskParts = { beside: besideDesk, whomToCall };

const Calls = ({ rq, calls }: { rq: Rq; calls: readonly Call[] }) => (
  <List
    plain
    items={calls.map(({ id, text, area }) => ({
      key: id,
      content: (
        <>
          <strong>
            {rq.texts(deskTexts)('memory.whom_to_call')}, {area}
          </strong>
          : <Own>{text}</Own>
        </>
      ),
    }))}
  />
);

/** Only the caller's wijk when the form tells it; else all of them, folded. */
const WhomToCall = ({ rq, calls }: { rq: Rq; calls: readonly Call[] }) => {
  const here = calls.filter(({ isHere }) => isHere);
  if (here.length > 0) return <Calls rq={rq} calls={here} />;
  if (calls.length <= 1) return <Calls rq={rq} calls={calls} />;
  return (
    <Details summary={rq.texts(deskTexts)('memory.calls')}>
      <Calls rq={rq} calls={calls} />
    </Details>
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
                : <Own>{text}</Own>
              </>
            ),
          }))}
        />
      )}
      <WhomToCall rq={rq} calls={beside.calls} />
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
