/** One Postgres for the whole browser run; every worker gets a copy of its migrated template. */
import { startCluster } from '../../api/src/testing/postgres-cluster';
import { createTemplate } from '../../api/src/testing/test-database';

export const adminUrlVariable = 'HOLDFAST_TEST_POSTGRES';

export default async function globalSetup(): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  try {
    await createTemplate(cluster.adminUrl);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  process.env[adminUrlVariable] = cluster.adminUrl;
  return cluster.stop;
}
