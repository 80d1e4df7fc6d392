/** Where the pages of the reviews are, without the language prefix. */
import type { ReviewState } from './review-life/review-life.ts'

export const reviewPaths = {
  reviews: (query: { readonly state?: ReviewState; readonly contract?: number } = {}) => withQuery('/reviews', query),
  /** With a contract: it is chosen already. */
  start: (contractId?: number) => withQuery('/reviews/start', { contract: contractId }),
  followUps: (query: { readonly state?: string; readonly owner?: string } = {}) => withQuery('/reviews/actions', query),
  followUp: (actionId: number | string) => `/reviews/actions/${actionId}`,
  review: (reviewId: number | string) => `/reviews/${reviewId}`,
  refresh: (reviewId: number | string) => `/reviews/${reviewId}/evidence`,
  domain: (reviewId: number | string, domainId: string) => `/reviews/${reviewId}/domains/${domainId}`,
  check: (reviewId: number | string) => `/reviews/${reviewId}/check`,
  submit: (reviewId: number | string) => `/reviews/${reviewId}/submit`,
  sign: (reviewId: number | string) => `/reviews/${reviewId}/sign`,
  return: (reviewId: number | string) => `/reviews/${reviewId}/return`,
  withdraw: (reviewId: number | string) => `/reviews/${reviewId}/withdraw`,
  report: (reviewId: number | string) => `/reviews/${reviewId}/report`,
  reportFile: (reviewId: number | string, format: 'pdf' | 'docx' | ':format') =>
    `/reviews/${reviewId}/report/${format}`,
  attachment: (reviewId: number | string, attachmentId: number | string) =>
    `/reviews/${reviewId}/attachments/${attachmentId}`,
  removeAttachment: (reviewId: number | string, attachmentId: number | string) =>
    `/reviews/${reviewId}/attachments/${attachmentId}/remove`,
  removeFollowUp: (reviewId: number | string, actionId: number | string) =>
    `/reviews/${reviewId}/actions/${actionId}/remove`,
} as const

function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
