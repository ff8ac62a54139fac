UNWIND $ids AS id
MATCH (report:Report {id: id})
RETURN id
