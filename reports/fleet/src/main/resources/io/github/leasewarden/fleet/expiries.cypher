UNWIND $rows AS row
MATCH (jvm:Jvm {id: row.jvmId}), (site:Site {id: row.siteId})
MERGE (expiry:Expiry {id: row.id})
  ON CREATE SET expiry.cause = row.cause, expiry.count = row.count
MERGE (expiry)-[:DONE_IN]->(jvm)
MERGE (expiry)-[:OF_LEASE_FROM]->(site)
SET expiry.count = CASE WHEN row.count > expiry.count THEN row.count ELSE expiry.count END,
  expiry.lastAt = CASE WHEN expiry.lastAt IS NULL OR row.lastAt > expiry.lastAt THEN row.lastAt ELSE expiry.lastAt END
