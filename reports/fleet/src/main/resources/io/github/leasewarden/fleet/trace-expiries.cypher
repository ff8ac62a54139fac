MATCH (site:Site {fleet: $fleet, fingerprint: $fingerprint})<-[:OF_LEASE_FROM]-(expiry:Expiry)-[:DONE_IN]->(jvm:Jvm)
RETURN jvm.service AS service, jvm.version AS version, expiry.cause AS cause, sum(expiry.count) AS releasedByTheAgent,
  count(jvm) AS jvms, max(expiry.lastAt) AS lastAt
ORDER BY service, version, cause
