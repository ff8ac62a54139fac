// which services leak through the same frames, at whatever site
MATCH (:Site {fleet: $fleet, fingerprint: $fingerprint})-[:THROUGH]->(frame:Frame)<-[:THROUGH]-(site:Site)<-[:AT]-(leak:Leak)
RETURN frame.name AS frame, count(DISTINCT site) AS sites, count(DISTINCT leak.service) AS ofServices,
  collect(DISTINCT leak.service) AS services
ORDER BY ofServices DESC, sites DESC, frame
