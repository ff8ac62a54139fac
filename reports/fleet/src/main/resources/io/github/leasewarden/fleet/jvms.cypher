UNWIND $rows AS row
MATCH (version:Version {id: row.versionId})
MERGE (jvm:Jvm {id: row.id})
  ON CREATE SET jvm.fleet = $fleet, jvm.service = row.service, jvm.version = row.version, jvm.instance = row.instance,
    jvm.place = row.place, jvm.startedAt = row.startedAt, jvm.firstSeen = row.firstSeen, jvm.watchedSeconds = 0
MERGE (jvm)-[:RUNS]->(version)
SET jvm.firstSeen = CASE WHEN row.firstSeen < jvm.firstSeen THEN row.firstSeen ELSE jvm.firstSeen END,
  jvm.watchedSeconds = CASE WHEN row.watchedSeconds > jvm.watchedSeconds THEN row.watchedSeconds ELSE jvm.watchedSeconds END
// what changes from report to report is the newest report's, whatever the order they come in
FOREACH (newest IN CASE WHEN jvm.lastSeen IS NULL OR row.lastSeen > jvm.lastSeen THEN [row] ELSE [] END |
  SET jvm.lastSeen = newest.lastSeen, jvm += newest.newest)
