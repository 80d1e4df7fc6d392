/** Addresses of the desk's own pages. */
export const deskPaths = {
  home: () => '/',
  lineOfSight: () => '/line-of-sight',
  signIn: () => '/sign-in',
  mySessions: () => '/my-sessions',
  administration: () => '/administration',
  users: () => '/users',
  user: (userId: number | string) => `/users/${userId}`,
  permissions: () => '/permissions',
  accessibility: () => '/accessibility',
  audit: () => '/audit',
  auditEntry: (sequence: number | string) => `/audit/${sequence}`,
  auditVerdict: () => '/audit/verify',
  history: (recordType: string, recordId: number | string) => `/history/${recordType}/${encodeURIComponent(recordId)}`,
  historyEntry: (recordType: string, recordId: number | string, sequence: number | string) =>
    `/history/${recordType}/${encodeURIComponent(recordId)}/${sequence}`,
  jobs: () => '/jobs',
  job: (jobId: number | string) => `/jobs/${jobId}`,
  apiClients: () => '/api-clients',
  newApiClient: () => '/api-clients/new',
  apiClient: (clientId: number | string) => `/api-clients/${clientId}`,
  apiReference: () => '/developers',
}
