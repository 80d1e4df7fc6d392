/** Finds every phrase that the program says in both languages, by reading its source: objects with an `en` and a `cy`, however deep. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'

/** One phrase and its counterpart; what is put in at run time stands as `{}`. */
export type Phrase = {
  /** `src/ui/ui.text.ts:12`. */
  readonly place: string
  readonly en: string
  readonly cy: string
  /** Whether it is one text in each language; else it is all that a function may answer. */
  readonly isText: boolean
}

/** Source files of a folder that are ours to read: no tests, no fixtures, nothing generated. */
export async function listSources(root: string, folder: string): Promise<readonly string[]> {
  const found = await readdir(join(root, folder), { recursive: true })
  return found
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|fixtures|generated|examples)\./.test(name))
    .map((name) => join(folder, name))
    .sort()
}

/** All phrases of a file. A function is one phrase: all the texts it may answer, since a language may need more forms than the other. */
export async function readPhrases(root: string, file: string): Promise<readonly Phrase[]> {
  return phrasesIn(file, await readFile(join(root, file), 'utf8'))
}

export function phrasesIn(file: string, code: string): readonly Phrase[] {
  const source = ts.createSourceFile(
    file,
    code,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const phrases: Phrase[] = []
  const visit = (node: ts.Node): void => {
    const pair = pairOf(node)
    if (pair) phrases.push(...compared(source, pair.en, pair.cy))
    else ts.forEachChild(node, visit)
  }
  visit(source)
  return phrases
}

function pairOf(node: ts.Node): { en: ts.Expression; cy: ts.Expression } | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const en = valueNamed(node, 'en')
  const cy = valueNamed(node, 'cy')
  return en && cy ? { en, cy } : undefined
}

function valueNamed(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = node.properties.find((one) => one.name && nameOf(one.name) === name)
  return property && ts.isPropertyAssignment(property) ? plain(property.initializer) : undefined
}

function nameOf(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : undefined
}

/** Looks through `as const`, `satisfies …` and brackets. */
function plain(node: ts.Expression): ts.Expression {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return plain(node.expression)
  return node
}

function compared(source: ts.SourceFile, en: ts.Expression, cy: ts.Expression): readonly Phrase[] {
  if (ts.isObjectLiteralExpression(en) && ts.isObjectLiteralExpression(cy))
    return en.properties.flatMap((property) => {
      const name = property.name && nameOf(property.name)
      const value = ts.isPropertyAssignment(property) ? plain(property.initializer) : undefined
      const other = name === undefined ? undefined : valueNamed(cy, name)
      return value && other ? compared(source, value, other) : []
    })
  const line = source.getLineAndCharacterOfPosition(cy.getStart()).line + 1
  const said = { en: textsIn(en).join(' | '), cy: textsIn(cy).join(' | ') }
  const isText = ts.isStringLiteralLike(en) && ts.isStringLiteralLike(cy)
  return [{ place: `${source.fileName}:${line}`, ...said, isText }]
}

/** The texts an expression may answer. Words of the code itself (keys, comparisons) are not said to anybody. */
function textsIn(node: ts.Node): readonly string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return isSaid(node) ? [node.text] : []
  if (ts.isTemplateExpression(node)) {
    const own = node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('')
    return [own, ...node.templateSpans.flatMap((span) => textsIn(span.expression))]
  }
  const texts: string[] = []
  ts.forEachChild(node, (child) => void texts.push(...textsIn(child)))
  return texts
}

function isSaid(node: ts.StringLiteralLike): boolean {
  const { parent } = node
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  if (ts.isElementAccessExpression(parent) || ts.isLiteralTypeNode(parent)) return false
  if (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())) return false
  // A lone word given to a function says which language, which noun, which form; it is not what is said.
  return !(ts.isCallExpression(parent) && /^[\w-]+$/.test(node.text))
}
