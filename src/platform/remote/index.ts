export { type FetchLimits, fetchJson, RemoteProblem, type RemoteReason, sameHost } from './fetch-json.ts';
