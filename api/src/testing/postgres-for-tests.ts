/** vitest's global set-up of the project `pg`: one cluster for the run, one migrated template in it. */
import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres-cluster';
import { createTemplate } from './test-database';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's connection to the run's cluster. */
    postgresAdminUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  try {
    await createTemplate(cluster.adminUrl);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('postgresAdminUrl', cluster.adminUrl);
  return cluster.stop;
}
