MATCH (jvm:Jvm {fleet: $fleet})
WHERE jvm.lastSeen < $before
CALL {
  WITH jvm
  OPTIONAL MATCH (jvm)<-[:SEEN_IN|DONE_IN|FROM]-(part)
  DETACH DELETE part
  WITH DISTINCT jvm
  DETACH DELETE jvm
} IN TRANSACTIONS OF 500 ROWS
RETURN count(*) AS deleted
