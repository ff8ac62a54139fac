UNWIND $rows AS row
MATCH (site:Site {id: row.siteId}), (version:Version {id: row.versionId})
MERGE (leak:Leak {id: row.id})
  ON CREATE SET leak.fleet = $fleet, leak.service = row.service, leak.version = row.version,
    leak.fingerprint = row.fingerprint, leak.firstSeen = row.firstSeen, leak.soonestSeconds = row.soonestSeconds
MERGE (leak)-[:AT]->(site)
MERGE (leak)-[:IN]->(version)
SET leak.firstSeen = CASE WHEN row.firstSeen < leak.firstSeen THEN row.firstSeen ELSE leak.firstSeen END,
  leak.soonestSeconds =
    CASE WHEN row.soonestSeconds < leak.soonestSeconds THEN row.soonestSeconds ELSE leak.soonestSeconds END
// of two JVMs that report at the same time always the same one is shown
FOREACH (newest IN CASE
    WHEN leak.lastSeen IS NULL OR row.lastSeen > leak.lastSeen
      OR (row.lastSeen = leak.lastSeen AND row.newestJvm > leak.newestJvm) THEN [row]
    ELSE [] END |
  SET leak.lastSeen = newest.lastSeen, leak.newestJvm = newest.newestJvm, leak += newest.newest)
