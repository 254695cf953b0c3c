# Copyright (c) 2026 PushPin on the JVM contributors
# SPDX-License-Identifier: MIT
"""A client of AT-SPI, as a screen reader is: looks at the board of one process from outside.

Reads one JSON object a line, {"do": NAME, ...}, and answers each with one line of JSON. Argument: the process's id.
"""
import json
import sys
import warnings

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

warnings.simplefilter("ignore", DeprecationWarning)
PID = int(sys.argv[1])
EVENTS = ["object:state-changed:focused", "object:state-changed:checked", "object:state-changed:selected",
          "object:selection-changed", "object:text-caret-moved", "object:text-changed:insert", "object:text-changed:delete",
          "object:text-selection-changed", "object:children-changed:add", "object:children-changed:remove"]
heard = []


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def board():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program is not None and program.get_process_id() == PID:
            program.clear_cache()
            return next(n for n in walk(program) if n.get_role_name() == "canvas" and is_shown(n) and n.get_child_count() > 0)
    raise LookupError("the program is not on the bus")


def find(role, name):
    for node in walk(board()):
        if node.get_role_name() == role and node.get_name() == name:
            return node
    raise LookupError(role + " " + name)


def box(rect):
    return [rect.x, rect.y, rect.width, rect.height]


def actions(node):
    return [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]


def tell(node):
    return {"role": node.get_role_name(), "name": node.get_name(), "description": node.get_description(),
            "states": sorted(s.value_nick for s in node.get_state_set().get_states()),
            "bounds": box(Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)), "actions": actions(node),
            "attributes": dict(node.get_attributes() or {}), "index": node.get_index_in_parent(),
            "children": [tell(node.get_child_at_index(i)) for i in range(node.get_child_count())]}


def at(x, y):
    way = []
    node = board()
    while node is not None:
        way.append(node.get_name() or node.get_role_name())
        below = Atspi.Component.get_accessible_at_point(node, x, y, Atspi.CoordType.SCREEN)
        node = None if below is None or below == node else below
    return way


def act(role, name, action):
    node = find(role, name)
    return bool(Atspi.Action.do_action(node, actions(node).index(action)))


def written(card):
    """The text of a card."""
    return next(node for node in walk(find("section", card)) if node.get_role_name() == "text")


def text(card):
    node = written(card)
    count = Atspi.Text.get_character_count(node)
    content = Atspi.Text.get_text(node, 0, count)
    ranges = [Atspi.Text.get_selection(node, i) for i in range(Atspi.Text.get_n_selections(node))]
    return {"content": content, "count": count, "caret": Atspi.Text.get_caret_offset(node),
            "selections": [[r.start_offset, r.end_offset] for r in ranges],
            "characters": [box(Atspi.Text.get_range_extents(node, i, i + 1, Atspi.CoordType.SCREEN)) for i in range(count)],
            "links": [Atspi.Hypertext.get_link_index(node, i) for i in range(count)],
            "states": sorted(s.value_nick for s in node.get_state_set().get_states())}


def stretch(card, kind, offset):
    boundary = {"word": Atspi.TextBoundaryType.WORD_START, "line": Atspi.TextBoundaryType.LINE_START}[kind]
    return Atspi.Text.get_text_at_offset(written(card), offset, boundary).content


def place(card, x, y):
    return Atspi.Text.get_offset_at_point(written(card), x, y, Atspi.CoordType.SCREEN)


def caret(card, offset):
    return bool(Atspi.Text.set_caret_offset(written(card), offset))


def select(card, start, end):
    return bool(Atspi.Text.add_selection(written(card), start, end))


def insert(card, offset, string):
    return bool(Atspi.EditableText.insert_text(written(card), offset, string, len(string.encode())))


def relations(role, name):
    kinds = {Atspi.RelationType.FLOWS_FROM: "from", Atspi.RelationType.FLOWS_TO: "to"}
    return {kinds.get(r.get_relation_type(), "other"): [r.get_target(i).get_name() for i in range(r.get_n_targets())]
            for r in find(role, name).get_relation_set()}


def take():
    """What was heard since the last time. Nobody is asked while an event is being handled: libatspi would wait for itself."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)
    now = list(heard)
    heard.clear()
    return [[kind, *named(source), detail1, detail2] for kind, source, detail1, detail2 in now]


def named(node):
    try:
        return node.get_role_name(), node.get_name()
    except GLib.Error:
        return "", ""  # gone already


def note(event):
    heard.append((event.type, event.source, event.detail1, event.detail2))


def answer(line):
    asked = json.loads(line)
    try:
        done = {"tree": lambda: tell(board()), "at": at, "act": act, "text": text, "caret": caret, "select": select,
                "insert": insert, "events": take, "relations": relations, "stretch": stretch, "place": place}[asked.pop("do")](**asked)
        return {"ok": done}
    except (LookupError, ValueError, StopIteration, GLib.Error) as problem:
        return {"failed": repr(problem)}


listener = Atspi.EventListener.new(note)
for event in EVENTS:
    listener.register(event)
print(json.dumps({"ok": "ready"}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(line)), flush=True)
