/** The sentence under a title that says what the page means. */
import type { Child, FC } from 'hono/jsx'

export const Lead: FC<{ children?: Child }> = ({ children }) => <p class="app-lead">{children}</p>
