//! Objects in memory: header, counts, arenas and pools, the cycle collector.
