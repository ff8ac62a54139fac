UNWIND $rows AS row
MATCH (jvm:Jvm {id: row.jvmId}), (leak:Leak {id: row.leakId})
MERGE (suspect:Suspect {id: row.id})
  ON CREATE SET suspect.firstSeen = row.firstSeen
MERGE (suspect)-[:SEEN_IN]->(jvm)
MERGE (suspect)-[:SHOWS]->(leak)
SET suspect.firstSeen = CASE WHEN row.firstSeen < suspect.firstSeen THEN row.firstSeen ELSE suspect.firstSeen END
FOREACH (newest IN CASE WHEN suspect.lastSeen IS NULL OR row.lastSeen > suspect.lastSeen THEN [row] ELSE [] END |
  SET suspect.lastSeen = newest.lastSeen, suspect += newest.newest)
