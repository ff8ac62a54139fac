MATCH (leak:Leak {fleet: $fleet, fingerprint: $fingerprint})-[:IN]->(release:Version)
CALL {
  WITH leak
  OPTIONAL MATCH (leak)<-[:SHOWS]-(suspect:Suspect)-[:SEEN_IN]->(jvm:Jvm)
  RETURN count(jvm) AS jvms, sum(suspect.open) AS open
}
RETURN leak.service AS service, leak.version AS version, jvms, COUNT { (release)<-[:RUNS]-() } AS ofJvms, open,
  leak.firstSeen AS firstSeen, leak.lastSeen AS lastSeen
ORDER BY service, release.firstSeen
