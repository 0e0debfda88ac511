/**
 * One Postgres for the whole browser run. The template is migrated by the app itself, once; every worker gets
 * a copy of it.
 */
import { startCluster } from '../../api/src/testing/postgres-cluster';
import { createEmptyTemplate, urlOfTemplate } from '../../api/src/testing/test-database';
import { startApp } from './start-app';

export const adminUrlVariable = 'HOLDFAST_TEST_POSTGRES';

export default async function globalSetup(): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  try {
    await createEmptyTemplate(cluster.adminUrl);
    const app = await startApp({ databaseUrl: urlOfTemplate(cluster.adminUrl) });
    await app.stop();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  process.env[adminUrlVariable] = cluster.adminUrl;
  return cluster.stop;
}
