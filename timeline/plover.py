"""The event types of PLOVER, an ontology of political events: what a rule, a topic or an editor may name."""

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"})
CONFLICT = frozenset({"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
TYPES = COOPERATION | CONFLICT | {"OTHER"}
