/** What a printed document says, composed once; PDF and Word are two ways of showing it. */
import type { Language } from '../../kernel/language.ts'

/** Somebody's own words keep the language they were written in: `language` differs from the document's where that is so. */
export type DocumentText = string | { readonly text: string; readonly language: Language }

export type TableColumn = {
  readonly header: string
  readonly align?: 'left' | 'right'
  /** Share of the width, against the other columns' shares; 1 where not given. */
  readonly share?: number
}

export type TableBlock = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly DocumentText[])[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `lead` opens a document or section; `note` is small print. */
  | { readonly kind: 'paragraph'; readonly text: DocumentText; readonly tone?: 'lead' | 'strong' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly DocumentText[]; readonly ordered?: boolean }
  | TableBlock
  /** `meaning` is the sentence above the picture and its text alternative; the table has the same numbers. */
  | { readonly kind: 'chart'; readonly svg: string; readonly meaning: string; readonly table?: TableBlock }
  /** One thing the records say: its name, the sentence, its small picture beside it, and how to read it. */
  | {
      readonly kind: 'evidence'
      readonly name: string
      readonly sentence: string
      readonly note: string
      readonly svg?: string
    }
  /** People's own words, marked as such. */
  | { readonly kind: 'quote'; readonly text: DocumentText; readonly by?: string }
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }
  | { readonly kind: 'keyValues'; readonly items: readonly { readonly key: string; readonly value: DocumentText }[] }
  | { readonly kind: 'pageBreak' }

export type DocumentContent = {
  readonly title: string
  /** One sentence that says what the document means. */
  readonly lead?: string
  readonly language: Language
  /** Whose document it is: the authority, at the head of each page. */
  readonly publisher: string
  readonly madeAt: Temporal.Instant
  /** `large`: no letter smaller than 14 point, the body 16, for readers with low vision. Standard where left out. */
  readonly print?: 'standard' | 'large'
  readonly blocks: readonly Block[]
}

/** By how much all letters of a document are larger than standard: 10.5 point becomes 16. */
export function enlargementOf({ print }: Pick<DocumentContent, 'print'>): number {
  return print === 'large' ? 1.55 : 1
}

export function plainText(text: DocumentText): string {
  return typeof text === 'string' ? text : text.text
}

/** The language a text is in: its own, or the document's. */
export function languageOf(text: DocumentText, documentLanguage: Language): Language {
  return typeof text === 'string' ? documentLanguage : text.language
}

export const LANGUAGE_TAGS = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>

/** The colours of the look, as documents need them (no style sheet reaches a PDF). */
export const INK = {
  slate: '#1b2733',
  grey: '#4a5a68',
  heather: '#56386f',
  gorse: '#f6c445',
  gorseLight: '#fdf6e0',
  stone: '#dfe4e8',
  mist: '#f5f7f8',
} as const
