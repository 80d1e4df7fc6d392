/** A small picture of an answer on the way to something: for those to whom a picture says it quicker than the words beside it. */
import type { FC } from 'hono/jsx'

export const ANSWER_PICTURES = [
  'there',
  'on-the-way',
  'at-the-start',
  'other-way',
  'not-going',
  'nobody-asked',
] as const
export type AnswerPictureName = (typeof ANSWER_PICTURES)[number]

export type AnswerPictureProps = { readonly name: AnswerPictureName }

/** A path up a hill to a flag. The picture only repeats its words, so that assistive technology is not told twice. */
export const AnswerPicture: FC<AnswerPictureProps> = ({ name }) => (
  <svg class="app-answer-picture" viewBox="0 0 64 44" aria-hidden="true" focusable="false">
    {name === 'nobody-asked' ? <Bubble /> : <Hill name={name} />}
  </svg>
)

const Hill: FC<AnswerPictureProps> = ({ name }) => (
  <>
    <path class="app-answer-picture__hill" d="M2 42 C16 40 22 34 32 26 C40 19 46 16 54 15 L62 15 L62 42 Z" />
    <path class="app-answer-picture__pole" d="M54 15 L54 2" />
    <path class="app-answer-picture__flag" d="M54 2 L63 5.5 L54 9 Z" />
    {name === 'other-way' && <path class="app-answer-picture__way" d="M7 27 C8 14 16 8 33 7 M26 1.5 L34 7 L27 13" />}
    {name === 'not-going' && <path class="app-answer-picture__cross" d="M44 2 L62 20 M62 2 L44 20" />}
    {name in WALKER && (
      <circle
        class="app-answer-picture__walker"
        cx={WALKER[name as keyof typeof WALKER].x}
        cy={WALKER[name as keyof typeof WALKER].y}
        r="5.5"
      />
    )}
  </>
)

/** Where whoever walks has come to. */
const WALKER = {
  there: { x: 47, y: 10 },
  'on-the-way': { x: 29, y: 22 },
  'at-the-start': { x: 8, y: 34 },
  'other-way': { x: 8, y: 34 },
} as const

const Bubble: FC = () => (
  <>
    <path class="app-answer-picture__bubble" d="M8 3 H56 V31 H30 L20 41 V31 H8 Z" />
    <path class="app-answer-picture__cross" d="M14 34 L52 4" />
  </>
)
