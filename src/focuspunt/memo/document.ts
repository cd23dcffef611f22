import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { translator } from '#platform/texts/catalogue.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { type Block, memoBlocks, type Signatures } from './blocks.ts';
import type { MemoContent } from './content.ts';

/** A sheet of A4 holds so much beside its margins, in twentieths of a point. */
const TEXT_WIDTH = 9_070;

const cell = (words: string, isHeader: boolean, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [new Paragraph({ children: [new TextRun({ text: words, bold: isHeader })] })],
  });

const table = ({ header, rows }: Extract<Block, { kind: 'table' }>): Table => {
  const width = Math.floor(TEXT_WIDTH / header.length);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: header.map(() => width),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((words) => cell(words, true, width)),
      }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((words) => cell(words, false, width)) }),
      ),
    ],
  });
};

const drawn = (block: Block): (Paragraph | Table)[] => {
  if (block.kind === 'heading') {
    const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
    return [new Paragraph({ heading, keepNext: true, children: [new TextRun(block.text)] })];
  }
  if (block.kind === 'text')
    return [new Paragraph({ spacing: { after: 160 }, children: [new TextRun(block.text)] })];
  const caption = new Paragraph({
    keepNext: true,
    children: [new TextRun({ text: block.caption, italics: true })],
  });
  return [caption, table(block), new Paragraph({ children: [] })];
};

/**
 * The raadsmemo for a word processor: headings, tables with a header row that repeats, Dutch as its language, a title.
 * From the same snapshot as the page.
 */
export const memoDocument = (content: MemoContent, signed: Signatures): Promise<Buffer> => {
  const t = translator(focuspuntTexts, 'nl');
  const font = 'Arial';
  const document = new Document({
    title: content.title,
    subject: content.memoNumber,
    creator: content.gemeente,
    lastModifiedBy: content.gemeente,
    description: t('memo.document', { gemeente: content.gemeente }),
    styles: {
      default: {
        document: { run: { font, size: 22, language: { value: 'nl-NL' } } },
        heading1: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 240 } } },
        heading2: {
          run: { font, size: 28, bold: true },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading3: {
          run: { font, size: 24, bold: true },
          paragraph: { spacing: { before: 240, after: 120 } },
        },
      },
    },
    sections: [
      {
        properties: {},
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            alignment: AlignmentType.LEFT,
            children: [new TextRun(content.title)],
          }),
          ...memoBlocks(t, content, signed).flatMap(drawn),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
};
