// the JVMs of a leak are its SHOWS relationships: their number is stored, so suspects are not read
MATCH (leak:Leak {fleet: $fleet})-[:AT]->(site:Site)
WHERE leak.lastSeen >= $since AND ($service IS NULL OR leak.service = $service)
WITH site, leak, COUNT { (leak)<-[:SHOWS]-() } AS jvms
WITH site, sum(jvms) AS jvms, collect(DISTINCT leak.service) AS services, count(leak) AS versions,
  min(leak.firstSeen) AS firstSeen, max(leak.lastSeen) AS lastSeen
RETURN site.fingerprint AS fingerprint, site.kind AS kind, coalesce(site.where, "a place that is not known") AS site, jvms, services, versions, firstSeen, lastSeen
ORDER BY jvms DESC, lastSeen DESC, fingerprint
LIMIT $limit
