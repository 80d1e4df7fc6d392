/** Where the fonts of printed documents lie: Atkinson Hyperlegible Next as whole TrueType files, with ŵ and ŷ in the same file. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

function fontFile(weight: '400Regular' | '400Regular_Italic' | '700Bold' | '700Bold_Italic'): string {
  return require.resolve(
    `@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`,
  )
}

export const FONT_FAMILY = 'Atkinson Hyperlegible Next'

export const FONT_FILES = {
  normal: fontFile('400Regular'),
  bold: fontFile('700Bold'),
  italics: fontFile('400Regular_Italic'),
  bolditalics: fontFile('700Bold_Italic'),
} as const
