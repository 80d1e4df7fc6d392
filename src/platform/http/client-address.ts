/** The address a request comes from, as far as it can be believed. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * With no proxy in front, the other end of the connection. Behind `trustedProxies` of them, the entry of X-Forwarded-For that the
 * outermost of ours wrote: whatever stands to the left of it was sent by the client and proves nothing.
 */
export function clientAddress(c: Context, trustedProxies: number): string {
  if (trustedProxies > 0) {
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
    const address = hops.at(-trustedProxies)
    if (address) return address
  }
  // Requests made in the process itself (tests) come over no connection.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown'
}
