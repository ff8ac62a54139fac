MATCH (leak:Leak {fleet: $fleet}) WHERE NOT EXISTS { (leak)<-[:SHOWS]-() } DETACH DELETE leak;
MATCH (version:Version {fleet: $fleet}) WHERE NOT EXISTS { (version)<-[:RUNS]-() } DETACH DELETE version;
MATCH (service:Service {fleet: $fleet}) WHERE NOT EXISTS { (service)<-[:OF]-() } DETACH DELETE service;
MATCH (site:Site {fleet: $fleet}) WHERE NOT EXISTS { (site)<-[:AT|OF_LEASE_FROM]-() } DETACH DELETE site;
MATCH (frame:Frame {fleet: $fleet}) WHERE NOT EXISTS { (frame)<-[:THROUGH]-() } DETACH DELETE frame;
MATCH (class:Class {fleet: $fleet}) WHERE NOT EXISTS { (class)<-[:HOLDS]-() } DETACH DELETE class
