/** The registry of the project, as a process reads it at its start. */
import type { Application, Registry } from '../../domain/application.ts';
import { registryFrom } from '../../domain/application-check.ts';
import { loadApplications } from '../../platform/application-files.ts';
import { projectApplications } from '../../platform/config.ts';

export const registry: Registry = loadApplications(projectApplications, registryFrom);

export function applicationCalled(key: string): Application {
  const application = registry.get(key);
  if (application === undefined) throw new Error(`the registry has no ${key}`);
  return application;
}
