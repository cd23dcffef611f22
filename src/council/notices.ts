import { registerNoticeKind } from '#people/index.ts';
import { QUESTIONS, REGISTER } from './paths.ts';
import { councilTexts } from './texts.ts';

registerNoticeKind('toezegging_first', councilTexts, 'notice.first', (id) => `${REGISTER}/${id}`);
registerNoticeKind('toezegging_second', councilTexts, 'notice.second', (id) => `${REGISTER}/${id}`);
registerNoticeKind('toezegging_late', councilTexts, 'notice.late', (id) => `${REGISTER}/${id}`);

for (const kind of ['asked', 'forwarded', 'drafted', 'answered', 'late'] as const) {
  registerNoticeKind(
    `question_${kind}`,
    councilTexts,
    `notice.question.${kind}`,
    (id) => `${QUESTIONS}/${id}`,
  );
}
