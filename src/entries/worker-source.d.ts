/** The worker's bundle as text (see webpack.config.js). */
declare module "*/dist/worker/backup-worker.js" {
  const source: string;
  export default source;
}
