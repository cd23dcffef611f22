import { registerNoticeKind } from '#people/index.ts';
import { REGISTER } from './paths.ts';
import { councilTexts } from './texts.ts';

registerNoticeKind('toezegging_first', councilTexts, 'notice.first', (id) => `${REGISTER}/${id}`);
registerNoticeKind('toezegging_second', councilTexts, 'notice.second', (id) => `${REGISTER}/${id}`);
registerNoticeKind('toezegging_late', councilTexts, 'notice.late', (id) => `${REGISTER}/${id}`);
