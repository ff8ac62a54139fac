// versions in the order they were first seen; the one before is the newest earlier one that leaked here too or was
// watched for as long as the leak takes to show
MATCH (leak:Leak {fleet: $fleet})-[:IN]->(version:Version)-[:OF]->(service:Service)
WHERE leak.firstSeen >= $since AND ($service IS NULL OR leak.service = $service)
MATCH (service)<-[:OF]-(earlier:Version)
WHERE earlier.firstSeen < version.firstSeen
OPTIONAL MATCH (same:Leak {fingerprint: leak.fingerprint})-[:IN]->(earlier)
WITH leak, earlier, same IS NOT NULL AS leaked
WHERE leaked OR earlier.watchedSeconds >= leak.soonestSeconds
ORDER BY earlier.firstSeen DESC
WITH leak, collect({name: earlier.name, leaked: leaked})[0] AS before
WHERE NOT before.leaked
MATCH (leak)-[:AT]->(site:Site)
RETURN leak.fingerprint AS fingerprint, site.kind AS kind, coalesce(site.where, "a place that is not known") AS site, leak.service AS service,
  leak.version AS broughtBy, before.name AS cleanBefore, COUNT { (leak)<-[:SHOWS]-() } AS jvms,
  leak.firstSeen AS firstSeen, leak.lastSeen AS lastSeen
ORDER BY firstSeen DESC, fingerprint
LIMIT $limit
