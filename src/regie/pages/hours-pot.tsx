import { formatShortDate } from '#platform/calendar/index.ts';
import { HonestNumber, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Pot } from '../read/pot.ts';
import { regieTexts } from '../texts.ts';
import { hoursIn } from '../web/words.ts';

/** His own pot of this year: what is used, what is left, and how that is counted. */
export const PotFigure = ({ rq, year, pot }: { rq: Rq; year: number; pot: Pot }) => {
  const t = rq.texts(regieTexts);
  const hours = (value: number): string => hoursIn(rq.lang, value);
  return (
    <Section id="pot" title={t('hours.pot', { year })}>
      <Paragraph>
        {t('hours.pot.line', { used: hours(pot.used), pot: hours(pot.pot), left: hours(pot.left) })}{' '}
        {pot.asked > 0 ? t('hours.pot.asked', { asked: hours(pot.asked) }) : null}
      </Paragraph>
      <HonestNumber
        lang={rq.lang}
        label={t('hours.pot.used')}
        measured={{
          value: hours(pot.used),
          sample: String(pot.cases),
          source: t('hours.pot.source'),
          date: formatShortDate(rq.now, rq.lang),
          definition: { label: t('hours.pot.definition') },
        }}
      />
    </Section>
  );
};
