MATCH (jvm:Jvm {fleet: $fleet})<-[:FROM]-(report:Report)
WHERE report.at < $before
CALL { WITH report DETACH DELETE report } IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS deleted
