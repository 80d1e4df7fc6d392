/** The drawings of documents: what is drawn, what is left out, and that no text can break them. */
import { describe, expect, it } from 'vitest'
import { barDrawing, trendDrawing } from './drawing.ts'
import { pictureOf } from './picture.ts'

const percent = (value: number) => `${Math.round(value * 100)}%`

describe('a trend', () => {
  it('is interrupted where nothing is known, and begins again', () => {
    const svg = trendDrawing(
      [0.5, 0.6, null, 0.7].map((value, i) => ({ label: `m${i}`, value })),
      percent,
    )
    expect(svg.match(/ d="([^"]*)" fill="none"/)?.[1]?.match(/M/g)).toHaveLength(2)
  })
  it('has a band from two months with one, and none before', () => {
    const point = (low?: number) => ({ label: '', value: 0.5, low, high: low === undefined ? undefined : 0.9 })
    expect(trendDrawing([point(0.1), point()], percent)).not.toContain('fill-opacity')
    expect(trendDrawing([point(0.1), point(0.2)], percent)).toContain('fill-opacity')
  })
  it('stands on one line where every month is the same, and draws as a picture', () => {
    const svg = trendDrawing(
      [1, 1, 1].map((value) => ({ label: 'Ebrill', value })),
      percent,
    )
    expect(svg).not.toContain('NaN')
    expect(pictureOf(svg).width).toBe(270)
  })
})

describe('a bar of parts', () => {
  const parts = [
    { label: 'Cryf & <da>', count: 3, colour: '#56386f', ink: '#ffffff' },
    { label: 'Yn ei le', count: 0, colour: '#a58bbd', ink: '#1b2733' },
  ]
  it('names every part in its key, the empty ones too, and takes any text', () => {
    const svg = barDrawing(parts)
    expect(svg).toContain('Cryf &amp; &lt;da&gt; 3')
    expect(svg).toContain('Yn ei le 0')
  })
  it('is an empty bar with its key where nothing was counted', () => {
    expect(barDrawing(parts.map((part) => ({ ...part, count: 0 })))).not.toContain('NaN')
  })
})
