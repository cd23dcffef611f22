import { registerNoticeKind } from '#people/index.ts';
import { patternTexts } from './texts.ts';

registerNoticeKind('pattern_urgent', patternTexts, 'notice.pattern_urgent', () => '/patronen');
registerNoticeKind('pattern_digest', patternTexts, 'notice.pattern_digest', () => '/patronen');
