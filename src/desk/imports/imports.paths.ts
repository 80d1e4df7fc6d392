/** Addresses of the pages about imports. */
export const importPaths = {
  imports: () => '/imports',
  newImport: (kind?: string) => (kind ? `/imports/new?kind=${kind}` : '/imports/new'),
  template: (kind: string, format: 'csv' | 'xlsx') => `/imports/templates/${kind}.${format}`,
  import: (importId: number | string) => `/imports/${importId}`,
  confirm: (importId: number | string) => `/imports/${importId}/confirm`,
  rejected: (importId: number | string) => `/imports/${importId}/rejected`,
  rejectedFile: (importId: number | string) => `/imports/${importId}/rejected.csv`,
  undo: (importId: number | string) => `/imports/${importId}/undo`,
}
