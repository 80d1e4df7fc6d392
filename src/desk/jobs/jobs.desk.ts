/** What the corner of long-running work brings to the desk. */
import { jobApi } from '../../platform/jobs/job.api.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { jobPages } from './jobs.pages.tsx'
import { text } from './jobs.text.ts'

export const jobsDesk: DeskCorner = {
  pages: jobPages,
  api: jobApi,
  tools: [
    {
      label: { en: text.en.title, cy: text.cy.title },
      hint: {
        en: 'What runs or waits, how far it is, and what came of it.',
        cy: 'Beth sydd ar waith neu’n aros, pa mor bell y mae, a beth a ddaeth ohono.',
      },
      href: deskPaths.jobs(),
      access: 'jobs:read',
    },
  ],
  records: [
    {
      recordType: 'platform.job',
      title: { en: 'Job', cy: 'Gwaith hir' },
      permission: 'jobs:read',
      path: (jobId) => deskPaths.job(jobId),
    },
  ],
}
