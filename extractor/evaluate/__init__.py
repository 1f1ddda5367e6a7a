"""How well plans were read, measured against what a careful reader found in them.

truth      files of three forms → what there is                     (`gold`, `from_plan`, `from_corrections`)
pairing    what there is ↔ what was found, one to one               (`pairing`)
counting   right, given, there: of each field of each document      (`judge`, `fields`, `metadata`)
figures    precision, recall, F1; over all documents and by document (`report`, `interval`)
"""
