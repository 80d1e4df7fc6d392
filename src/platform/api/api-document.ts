/** The API as one OpenAPI 3.1 document, made from the very routes that answer. */
import type { Doors } from '../http/doors.ts'

export const API_DOCUMENT_PATH = '/api/openapi.json'

/** The parts of the document that we read ourselves; it holds all that OpenAPI says. */
export type ApiDocument = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components: { readonly schemas?: Readonly<Record<string, ApiSchema>> }
}

export type ApiOperation = {
  readonly summary?: string
  readonly 'x-summary-cy'?: string
  readonly 'x-permissions'?: readonly string[]
  readonly tags?: readonly string[]
  readonly security?: readonly unknown[]
  readonly parameters?: readonly ApiParameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: ApiSchema }>> }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: ApiSchema }>> }
    >
  >
}

export type ApiParameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema?: ApiSchema
}

export type ApiSchema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, ApiSchema>>
  readonly required?: readonly string[]
  readonly items?: ApiSchema
  readonly anyOf?: readonly ApiSchema[]
  readonly allOf?: readonly ApiSchema[]
}

/** Paths in alphabetical order, so that the committed document changes only where the API does. */
export function apiDocumentOf(doors: Doors): ApiDocument {
  const { openAPIRegistry } = doors.hono
  if (!openAPIRegistry.definitions.some((one) => one.type === 'component' && one.name === 'token'))
    openAPIRegistry.registerComponent('securitySchemes', 'token', {
      type: 'http',
      scheme: 'bearer',
      description: 'A token that an administrator gave the program: `Authorization: Bearer canlyn.…`',
    })
  const document = doors.hono.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Canlyn',
      version: '1',
      description:
        'Everything the pages can do, for programs. Put /cy before the address for sentences in Welsh. Every refusal is application/problem+json.',
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: '/' }],
  })
  const plain = JSON.parse(JSON.stringify(document)) as ApiDocument
  const paths = Object.entries(plain.paths).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...plain, paths: Object.fromEntries(paths.map(([path, methods]) => [path, mended(methods)])) }
}

/**
 * Numbers are read out of texts (`z.coerce`), which to the generator could be missing or null. An address always has its parts, and no
 * address or header says null.
 */
function mended(methods: Readonly<Record<string, ApiOperation>>): Record<string, ApiOperation> {
  const mend = (parameter: ApiParameter): ApiParameter => {
    const { type } = parameter.schema ?? {}
    const types = typeof type === 'object' ? type.filter((one) => one !== 'null') : undefined
    return {
      ...parameter,
      ...(parameter.in === 'path' ? { required: true } : {}),
      ...(types ? { schema: { ...parameter.schema, type: types.length === 1 ? types[0]! : types } } : {}),
    }
  }
  return Object.fromEntries(
    Object.entries(methods).map(([method, operation]) => [
      method,
      operation.parameters ? { ...operation, parameters: operation.parameters.map(mend) } : operation,
    ]),
  )
}

/** Answers the document; rendered once, on the first request. */
export function apiDocumentDoor(doors: Doors): void {
  let rendered: string | undefined
  doors.get(API_DOCUMENT_PATH, 'public', (c) => {
    rendered ??= JSON.stringify(apiDocumentOf(doors))
    return c.body(rendered, 200, { 'Content-Type': 'application/json' })
  })
}
