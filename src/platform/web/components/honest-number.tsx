import type { ReactNode } from 'react';
import { type WebLang, webTexts } from '../texts.ts';
import { Icon } from './icon.tsx';

/** What makes a figure honest: how many, from where, of when, and by which definition. */
export interface Measured {
  value: string;
  margin?: string;
  sample: string;
  source: ReactNode;
  date: string;
  definition: { label: string; href?: string };
}

export interface HonestNumberProps {
  lang: WebLang;
  label: ReactNode;
  /** `null` is shown as "niet gemeten": a figure is never left out in silence. */
  measured: Measured | null;
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const Definition = ({ label, href }: Measured['definition']) =>
  href === undefined ? (
    label
  ) : (
    <a className="utrecht-link utrecht-link--html-a" href={href}>
      {label}
    </a>
  );

const Facts = ({ lang, measured }: { lang: WebLang; measured: Measured }) => {
  const texts = webTexts(lang);
  return (
    <dl className="wr-number__facts">
      {measured.margin === undefined ? null : <Fact term={texts.margin}>{measured.margin}</Fact>}
      <Fact term={texts.sample}>{measured.sample}</Fact>
      <Fact term={texts.source}>{measured.source}</Fact>
      <Fact term={texts.measuredOn}>{measured.date}</Fact>
      <Fact term={texts.definition}>
        <Definition {...measured.definition} />
      </Fact>
    </dl>
  );
};

/** A figure with everything needed to trust it, or the words that it is missing. */
export const HonestNumber = ({ lang, label, measured }: HonestNumberProps) => (
  <figure className="wr-number">
    <figcaption className="wr-number__label">{label}</figcaption>
    {measured === null ? (
      <p className="wr-number__missing">
        <Icon name="clock" />
        {webTexts(lang).notMeasured}
      </p>
    ) : (
      <>
        <p className="wr-number__value">{measured.value}</p>
        <Facts lang={lang} measured={measured} />
      </>
    )}
  </figure>
);
