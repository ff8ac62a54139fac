// the version after is the oldest later one that leaks here too or was watched for as long as the leak takes to show
MATCH (leak:Leak {fleet: $fleet})-[:IN]->(version:Version)-[:OF]->(service:Service)
WHERE $service IS NULL OR leak.service = $service
MATCH (service)<-[:OF]-(later:Version)
WHERE later.firstSeen > version.firstSeen
OPTIONAL MATCH (same:Leak {fingerprint: leak.fingerprint})-[:IN]->(later)
WITH leak, later, same IS NOT NULL AS leaks
WHERE leaks OR later.watchedSeconds >= leak.soonestSeconds
ORDER BY later.firstSeen
WITH leak, collect({version: later, leaks: leaks})[0] AS after
WITH leak, after.version AS fix, after.leaks AS leaks
WHERE NOT leaks AND fix.firstSeen >= $since
MATCH (leak)-[:AT]->(site:Site)
RETURN leak.fingerprint AS fingerprint, site.kind AS kind, coalesce(site.where, "a place that is not known") AS site, leak.service AS service,
  leak.version AS leakedIn, fix.name AS fixedBy, COUNT { (fix)<-[:RUNS]-() } AS jvmsSince, fix.watchedSeconds AS watchedSeconds,
  fix.firstSeen AS since
ORDER BY since DESC, fingerprint
LIMIT $limit
