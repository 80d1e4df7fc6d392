/** All examples, in the order the design page shows them. */
import { answerPictureExamples } from './answer-picture/answer-picture.examples.tsx'
import { barChartExamples } from './bar-chart/bar-chart.examples.tsx'
import { dataTableExamples } from './data-table/data-table.examples.tsx'
import { doorwaysExamples } from './doorways/doorways.examples.tsx'
import { dotGapExamples } from './dot-gap/dot-gap.examples.tsx'
import { dotIntervalExamples } from './dot-interval/dot-interval.examples.tsx'
import { dotMatrixExamples } from './dot-matrix/dot-matrix.examples.tsx'
import { evidenceExamples } from './evidence/evidence.examples.tsx'
import type { ComponentExamples } from './example.ts'
import { formExamples } from './form/form.examples.tsx'
import { lineOfSightExamples } from './line-of-sight/line-of-sight.examples.tsx'
import { noticeExamples } from './notice/notice.examples.tsx'
import { ownWordsExamples } from './own-words/own-words.examples.tsx'
import { choiceExamples } from './radios/radios.examples.tsx'
import { scaleLineExamples } from './scale-line/scale-line.examples.tsx'
import { scatterExamples } from './scatter/scatter.examples.tsx'
import { trendExamples } from './sparkline/sparkline.examples.tsx'
import { stackedBarExamples } from './stacked-bar/stacked-bar.examples.tsx'
import { subNavigationExamples } from './sub-navigation/sub-navigation.examples.tsx'
import { recordExamples } from './summary-list/summary-list.examples.tsx'
import { textInputExamples } from './text-input/text-input.examples.tsx'

export const componentExamples: readonly ComponentExamples[] = [
  lineOfSightExamples,
  stackedBarExamples,
  dotGapExamples,
  dotIntervalExamples,
  trendExamples,
  barChartExamples,
  scatterExamples,
  scaleLineExamples,
  evidenceExamples,
  noticeExamples,
  doorwaysExamples,
  dataTableExamples,
  subNavigationExamples,
  dotMatrixExamples,
  recordExamples,
  ownWordsExamples,
  answerPictureExamples,
  formExamples,
  textInputExamples,
  choiceExamples,
]
