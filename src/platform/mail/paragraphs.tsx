import type { ReactNode } from 'react';

/** Plain text as paragraphs: parted by empty lines, with line ends inside kept. */
export const paragraphs = (text: string): ReactNode[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes after it was written
      <p key={place} className="utrecht-paragraph wr-lines">
        {part}
      </p>
    ));
