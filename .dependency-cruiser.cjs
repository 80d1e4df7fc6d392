/** Who may import whom: the two tables of ARCHITECTURE.md, written so that a machine can hold us to them. Run: `npm run boundaries`. */

const SYSTEMS = {
  commissioning: [],
  procurement: ['commissioning'],
  'contract-management': ['commissioning', 'procurement'],
  'care-planning': ['commissioning'],
  'work-allocation': ['contract-management', 'care-planning'],
  finance: ['contract-management', 'care-planning', 'work-allocation'],
  review: ['commissioning', 'procurement', 'contract-management', 'care-planning', 'work-allocation', 'finance'],
}

/** A feature lives in a folder of a system or of the desk. */
const FEATURE = '^src/(systems/[^/]+|desk)/[^/]+/'
const role = (...suffixes) => `[.](${suffixes.join('|')})[.]tsx?$`
const TEST = '[.](test|fixtures)[.]tsx?$'
const rooms = (...names) => `^src/(${names.join('|')})/`
const npm = (name) => `(^|/)node_modules/${name}/`
const NODE_MODULES = npm('[^/]+')

const systemRules = Object.entries(SYSTEMS).map(([system, mayAsk]) => ({
  name: `${system}-asks-only-whom-it-may`,
  severity: 'error',
  comment: `${system} may ask ${mayAsk.length > 0 ? mayAsk.join(', ') : 'no other system'}.`,
  from: { path: `^src/systems/${system}/`, pathNot: TEST },
  to: { path: '^src/systems/', pathNot: [system, ...mayAsk].map((name) => `^src/systems/${name}/`) },
}))

const roomRules = [
  {
    name: 'systems-meet-at-the-front-door',
    severity: 'error',
    comment: 'Another system is asked through its index.ts or paths.ts only.',
    from: { path: '^src/systems/([^/]+)/', pathNot: TEST },
    to: { path: '^src/systems/', pathNot: ['^src/systems/$1/', '^src/systems/[^/]+/(index|paths)[.]ts$'] },
  },
  {
    name: 'kernel-stands-alone',
    severity: 'error',
    comment: 'The kernel imports the kernel and zod.',
    from: { path: rooms('kernel'), pathNot: TEST },
    to: { pathNot: [rooms('kernel'), npm('zod')] },
  },
  {
    name: 'ui-knows-no-platform',
    severity: 'error',
    comment: 'The design system imports the kernel and npm.',
    from: { path: rooms('ui'), pathNot: TEST },
    to: { path: '^(src|demo)/', pathNot: rooms('ui', 'kernel') },
  },
  {
    name: 'platform-knows-no-rooms-above',
    severity: 'error',
    comment: 'The platform imports the platform, the kernel and npm.',
    from: { path: rooms('platform'), pathNot: TEST },
    to: { path: '^(src|demo)/', pathNot: rooms('platform', 'kernel') },
  },
  {
    name: 'measures-know-no-system',
    severity: 'error',
    comment: 'The measures import the kernel and the platform; systems publish to them.',
    from: { path: rooms('measures'), pathNot: TEST },
    to: { path: '^(src|demo)/', pathNot: rooms('measures', 'platform', 'kernel') },
  },
  {
    name: 'desk-knows-no-system',
    severity: 'error',
    comment: 'The desk knows systems only as the SystemModule values that app.ts hands it.',
    from: { path: rooms('desk'), pathNot: TEST },
    to: { path: ['^src/systems/', '^src/(app|cli|main)[.]ts$', '^demo/'] },
  },
  {
    name: 'systems-do-not-reach-up',
    severity: 'error',
    comment: 'A system does not know the program it is part of, nor the desk.',
    from: { path: '^src/systems/', pathNot: TEST },
    to: { path: ['^src/desk/', '^src/(app|cli|main)[.]ts$', '^demo/', '^e2e/'] },
  },
]

/** A rule file has no role after its name. Where a system meets the line of sight, files put stores and words together instead. */
const RULES = { path: '^src/systems/[^/]+/[^/]+/[^/.]+[.]ts$', pathNot: '/line-of-sight/' }

const roleRules = [
  {
    name: 'rules-are-pure',
    severity: 'error',
    comment: 'Rules import the kernel, zod and rules beside them; of other front doors, types only.',
    from: RULES,
    to: {
      pathNot: ['^src/kernel/', npm('zod'), RULES.path],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'rules-never-wait',
    severity: 'error',
    comment: 'Rules import nothing that waits, not even its types: the platform, the design system, npm.',
    from: RULES,
    to: { path: ['^src/(platform/(database|http|documents|jobs)|ui)/', npm('(?!zod/)[^/]+')] },
  },
  {
    name: 'stores-hold-only-sql',
    severity: 'error',
    comment: 'A store imports no action, page, API, command or words, and no web.',
    from: { path: `^src/.*${role('store')}` },
    to: { path: [role('actions', 'pages', 'api', 'cli', 'text'), '^src/ui/', '^src/platform/http/', npm('hono')] },
  },
  {
    name: 'actions-know-no-page',
    severity: 'error',
    comment: 'An action imports no web, design system, words, page, API or command.',
    from: { path: `^src/.*${role('actions')}` },
    to: { path: [role('pages', 'api', 'cli', 'text'), '^src/ui/', '^src/platform/http/', npm('(hono|@hono/[^/]+)')] },
  },
  {
    name: 'pages-ask-actions',
    severity: 'error',
    comment: 'A page imports no store (but the types of what it shows), no database, no API and no command.',
    from: { path: `^src/.*${role('pages')}` },
    to: { path: [role('store', 'api', 'cli'), '^src/platform/database/'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pages-stand-alone',
    severity: 'error',
    comment: 'A page imports no page of another feature; what both show is a component with a file of its own.',
    from: { path: `^src/.*/([^/]+)/[^/]+${role('pages')}` },
    to: { path: role('pages'), pathNot: `/$1/[^/]+${role('pages')}` },
  },
  {
    name: 'api-and-commands-ask-actions',
    severity: 'error',
    comment: 'API and command import no store, design system or page.',
    from: { path: `${FEATURE}[^/]+${role('api', 'cli')}` },
    to: { path: [role('store', 'pages'), '^src/ui/'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'api-has-no-words',
    severity: 'error',
    comment: 'An API answers values and codes; only commands print sentences.',
    from: { path: `${FEATURE}[^/]+${role('api')}` },
    to: { path: role('text') },
  },
  {
    name: 'measures-of-a-feature-only-count',
    severity: 'error',
    comment: 'What a feature lets anyone count imports its store, the kernel and the measures.',
    from: { path: `${FEATURE}[^/]+${role('measures')}` },
    to: {
      path: [role('pages', 'api', 'cli', 'text', 'actions'), '^src/(ui|platform/http)/', npm('(hono|@hono/[^/]+)')],
    },
  },
  {
    name: 'words-only',
    severity: 'error',
    comment: 'Words import the kernel, rules, other words, and types.',
    from: { path: `^src/.*${role('text')}` },
    to: { pathNot: ['^src/kernel/', role('text'), RULES.path], dependencyTypesNot: ['type-only'] },
  },
]

const everywhere = [
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'Nothing imports itself by way of others.',
    from: { path: '^(src|demo)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-unknown',
    severity: 'error',
    comment: 'Every import can be found.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-folder-without-a-subject',
    severity: 'error',
    comment: 'No folder is called utils, helpers, common, shared, lib or base.',
    from: {},
    to: { path: '/(utils|helpers|common|shared|lib|base)/', pathNot: NODE_MODULES },
  },
  {
    name: 'tests-stay-out-of-the-program',
    severity: 'error',
    comment: 'No program file imports a test, a fixture or a test database.',
    from: { path: '^src/', pathNot: [TEST, 'test-[^/]+[.]tsx?$'] },
    to: { path: [TEST, '/test-database[.]ts$', '^e2e/'] },
  },
]

module.exports = {
  forbidden: [...systemRules, ...roomRules, ...roleRules, ...everywhere],
  options: {
    doNotFollow: { path: NODE_MODULES },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
