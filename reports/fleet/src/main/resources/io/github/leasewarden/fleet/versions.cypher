MERGE (fleet:Fleet {name: $fleet})
WITH fleet
UNWIND $rows AS row
MERGE (service:Service {id: row.serviceId})
  ON CREATE SET service.fleet = $fleet, service.name = row.service
MERGE (service)-[:PART_OF]->(fleet)
MERGE (version:Version {id: row.id})
  ON CREATE SET version.fleet = $fleet, version.service = row.service, version.name = row.version,
    version.firstSeen = row.firstSeen, version.lastSeen = row.lastSeen, version.watchedSeconds = 0
MERGE (version)-[:OF]->(service)
SET version.firstSeen = CASE WHEN row.firstSeen < version.firstSeen THEN row.firstSeen ELSE version.firstSeen END,
  version.lastSeen = CASE WHEN row.lastSeen > version.lastSeen THEN row.lastSeen ELSE version.lastSeen END,
  version.watchedSeconds =
    CASE WHEN row.watchedSeconds > version.watchedSeconds THEN row.watchedSeconds ELSE version.watchedSeconds END
