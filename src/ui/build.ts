/** Makes what the browser loads: one style sheet, one script, the letters and the icon, under names that change with their content. */
import { createHash } from 'node:crypto'
import { glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Metafile, type Plugin } from 'esbuild'
import { compile, NodePackageImporter } from 'sass'

/** Paths as a page links them: `/assets/canlyn-5DX3ABCD.css`. */
export type Assets = { readonly css: string; readonly js: string; readonly icon: string }

const HERE = import.meta.dirname
const ROOT = join(HERE, '..', '..')
export const ASSET_PREFIX = '/assets'
const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Builds into `outFolder` and says where the files are. Does nothing when the folder was made from the same sources. The files may be
 * served for ever (`immutable`): another content has another name. Takes about two seconds when something changed. Files of earlier builds
 * stay for a week, since a server that is still running links to them.
 */
export async function buildAssets(outFolder: string): Promise<Assets> {
  const digest = await digestOfInputs()
  const manifestFile = join(outFolder, 'manifest.json')
  const before = await readManifest(manifestFile)
  if (before?.digest === digest) return before.assets
  await mkdir(outFolder, { recursive: true })
  const { metafile } = await build({
    entryPoints: [join(HERE, 'canlyn.scss'), join(HERE, 'scripts/canlyn.ts'), join(HERE, 'canlyn.svg')],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir: outFolder,
    publicPath: ASSET_PREFIX,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    plugins: [sassPlugin],
    metafile: true,
    logLevel: 'error',
  })
  const assets = assetsOf(metafile)
  await replaceFile(manifestFile, JSON.stringify({ digest, assets }))
  await removeOutdated(outFolder, new Set(Object.keys(metafile.outputs).map((file) => basename(file))))
  return assets
}

/** Style sheets go through Sass before esbuild bundles, shortens and hashes them. */
const sassPlugin: Plugin = {
  name: 'sass',
  setup(building) {
    building.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const importer = new NodePackageImporter(HERE)
      const { css } = compile(path, { importers: [importer], loadPaths: [HERE], quietDeps: true })
      return { contents: css, loader: 'css', resolveDir: HERE }
    })
  },
}

function assetsOf(metafile: Metafile): Assets {
  const built = (entry: string): string => {
    const found = Object.entries(metafile.outputs).find(
      ([, output]) =>
        output.entryPoint?.endsWith(entry) || Object.keys(output.inputs).some((input) => input.endsWith(entry)),
    )
    if (!found) throw new Error(`${entry} was not built`)
    return `${ASSET_PREFIX}/${basename(found[0])}`
  }
  return { css: built('ui/canlyn.scss'), js: built('scripts/canlyn.ts'), icon: built('ui/canlyn.svg') }
}

/** Everything the result depends on: our sources, and the versions of the packages they draw on. */
async function digestOfInputs(): Promise<string> {
  const ours: string[] = []
  for await (const file of glob('**/*.{scss,svg}', { cwd: HERE })) ours.push(join(HERE, file))
  for await (const file of glob('scripts/*.ts', { cwd: HERE })) ours.push(join(HERE, file))
  const packages = ['govuk-frontend', '@fontsource-variable/atkinson-hyperlegible-next', 'esbuild', 'sass'].map(
    (name) => join(ROOT, 'node_modules', name, 'package.json'),
  )
  const hash = createHash('sha256')
  for (const file of [...ours.sort(), ...packages, import.meta.filename]) {
    hash.update(`${file.slice(ROOT.length)}\n`).update(await readFile(file))
  }
  return hash.digest('hex')
}

/** Whole or not at all, for whoever reads it meanwhile. */
async function replaceFile(file: string, content: string): Promise<void> {
  const beside = `${file}.${process.pid}`
  await writeFile(beside, content)
  await rename(beside, file)
}

async function removeOutdated(folder: string, built: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (built.has(name) || name === 'manifest.json') continue
    const file = join(folder, name)
    const { mtimeMs } = await stat(file)
    if (Date.now() - mtimeMs > KEPT_MS) await rm(file, { force: true })
  }
}

type Manifest = { readonly digest: string; readonly assets: Assets }

/** Undefined where nothing was built yet, or the building was cut short. */
async function readManifest(file: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now()
  const assets = await buildAssets(process.argv[2] ?? join(ROOT, 'build', 'assets'))
  console.log(assets, `${Math.round(performance.now() - started)} ms`)
}
