UNWIND $rows AS row
MATCH (jvm:Jvm {id: row.jvmId})
MERGE (report:Report {id: row.id})
  ON CREATE SET report.at = row.at, report.verdict = row.verdict
MERGE (report)-[:FROM]->(jvm)
