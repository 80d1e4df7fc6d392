/** Drawings as pixels, for programs that show no SVG. */
import { Resvg } from '@resvg/resvg-js'
import { FONT_FAMILY, FONT_FILES } from './fonts.ts'

export type Picture = { readonly png: Buffer; readonly width: number; readonly height: number }

/** Draws an SVG at twice its size, so that print stays sharp; width and height are the drawing's own, in CSS pixels. */
export function pictureOf(svg: string): Picture {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: [FONT_FILES.normal, FONT_FILES.bold], defaultFontFamily: FONT_FAMILY },
  })
  return { png: drawing.render().asPng(), width: drawing.width, height: drawing.height }
}
