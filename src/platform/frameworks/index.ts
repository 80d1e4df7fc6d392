/** Frameworks: rules, wordings and numbers that an officer can read, dated and with their source. */

export {
  BothLanguages,
  FileDay,
  FRAMEWORK_HEAD,
  type Framework,
  FrameworkId,
  type FrameworkKind,
  Source,
} from '../../kernel/framework.ts'
export { type DatedValues, datedValues, valueOn } from './dated-values.ts'
export {
  type CheckedCase,
  checkCases,
  FRAMEWORKS_FOLDER,
  FrameworkError,
  type Frameworks,
  holdsOn,
  loadFrameworks,
  noFrameworks,
} from './frameworks.ts'
export { type FileProblem, readFrameworkFile, showProblem } from './read-framework-file.ts'
