"""Documents (tài liệu kiểm chứng): sent, placed, shared between rows, handed out, taken back."""

from bot.flows.documents import captions, evidence, last_documents, placing, readings, sharing, unplaced, upload
from bot.rule import CHECKERS, Rule

ROUTES: dict[str, Rule] = {
    "files": Rule(captions.arrived, groups=True),  # in a group it keeps silent
    "file_for": Rule(evidence.file_for),
    "move_files": Rule(evidence.move_files),
    "file_all": Rule(sharing.all_named),
    "unplaced": Rule(unplaced.listing),
    "place": Rule(unplaced.place),
    "loose_all": Rule(placing.listing, CHECKERS),
    "loose": Rule(placing.card, CHECKERS),
    "loose_see": Rule(placing.look, CHECKERS),
    "loose_for": Rule(placing.put, CHECKERS),
    "loose_undo": Rule(placing.undo, CHECKERS),
    "also": Rule(sharing.of_batch),
    "also_not": Rule(sharing.not_batch),
    "also_doc": Rule(sharing.of_document),
    "also_not_doc": Rule(sharing.not_document),
    "drop_files": Rule(evidence.drop_files),
    "erase_files": Rule(evidence.erase_files),
    "drop_doc": Rule(evidence.drop_doc),
    "send": Rule(evidence.send),
    "slot": Rule(evidence.slot),
    "docs": Rule(evidence.docs),
    "doc": Rule(evidence.doc),
    "last_docs": Rule(last_documents.listing),
    "last_doc": Rule(last_documents.hand_out),
    "read_right": Rule(readings.right),
    "read_fix": Rule(readings.fix),
    "read_drop": Rule(readings.drop),
    "upload": Rule(upload.link),
    "upload_code": Rule(upload.code),
    "upload_close": Rule(upload.close),
}
