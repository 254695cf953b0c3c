// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Automerge documents in pure Java: immutable snapshots, transactions, merging, history, and the binary format with its hashes. No native
 * code and no library; on a class path as well as in OSGi.
 *
 * <h2>Two minutes</h2>
 *
 * <pre>{@code
 * ActorId me = ActorId.random();                                  // a new one for each device and process
 * Edit edit = Doc.empty().edit(me);
 * ObjectId note = edit.putObject(ObjectId.ROOT, "note", ObjectType.TEXT);
 * edit.put(ObjectId.ROOT, "title", "Shopping").splice(note, 0, 0, "milk, bread");
 * Commit first = edit.commit("begin", Instant.now()).orElseThrow();
 * Doc mine = first.document();                                    // a value: safe in any thread, for ever
 *
 * Doc yours = Doc.load(mine.save());                              // on another machine
 * yours = yours.edit(ActorId.random()).splice(note, 0, 4, "oat milk").commit(null, Instant.now()).orElseThrow().document();
 * mine = mine.edit(me).splice(note, 11, 0, ", salt").commit(null, Instant.now()).orElseThrow().document();
 *
 * Doc both = mine.merge(yours);                                   // "oat milk, bread, salt", whoever merges
 * for (Patch patch : mine.diff(both)) {                           // what a window has to do
 *     System.out.println(patch);                                  // SpliceText[object=1@…, index=0, delete=4, text=oat milk]
 * }
 * Doc before = both.at(List.of(first.change().hash()));           // the document as it was: read it, or work on it
 * }</pre>
 *
 * <h2>The types</h2>
 *
 * {@link org.pushpin.crdt.Doc} is a snapshot, and changing one gives another that shares what did not change. Taking, keeping and comparing
 * snapshots is cheap: {@link org.pushpin.crdt.Doc#diff} costs what differs. {@link org.pushpin.crdt.Edit} is a transaction on a snapshot
 * ({@code commit}), or many in a row ({@code seal}). {@link org.pushpin.crdt.Read} is what both can be asked, with indexes in UTF-16 units
 * in a text and elements in a list. {@link org.pushpin.crdt.Change} is what a transaction made, to be stored and sent; its hash is computed
 * when somebody asks. {@link org.pushpin.crdt.Value} is what stands at a key or an index, {@link org.pushpin.crdt.Patch} a step between two
 * snapshots. {@code org.pushpin.crdt.sync} has Automerge's protocol for two peers.
 *
 * <p><b>Branches.</b> A document as of earlier heads is a document: {@code doc.at(heads).edit(other)} is a transaction at these heads, work
 * on it stays apart until it is {@linkplain org.pushpin.crdt.Doc#merge merged} (Automerge's fork, isolate and integrate), and letting an
 * edit go rolls it back. Whoever works apart needs an actor of their own.
 *
 * <p><b>Hostile bytes.</b> Whatever comes from outside ends as a document or as one {@link org.pushpin.crdt.MalformedException}; a batch
 * with a bad change is refused whole. One chunk inflates to at most 16 MiB, and past 1 MiB to at most 100 times its size; it has at most 5
 * million operations, and 50,000 more than its bytes have room for twice; objects nest 64 deep. Nothing is allocated on the word of a length
 * or count.
 *
 * <h2>Stricter than Automerge</h2>
 *
 * A change is refused unless its author's previous change is among its ancestors, its operations are younger than what it builds on, and
 * what it overwrites exists, in its own past. A document chunk is refused unless its sequences stand in the order that applying its changes
 * would give. A change that is not encoded as this version would encode it (unknown columns) is kept as it is and saved behind the document
 * chunk.
 *
 * <h2>Forks</h2>
 *
 * Where an actor made two changes with one sequence number, both branches are kept, and operations of each carry the hash of the branch's
 * first change in {@link org.pushpin.crdt.OpId#branch()}, in memory only. On the wire an id may then stand for several operations; those in
 * the change's own ancestors count: an object or element is the first, by branch, in which the whole operation makes sense, and a
 * predecessor is all of them.
 *
 * <h2>Inside</h2>
 *
 * <pre>
 * internal.column    numbers and columns as bytes, chunks, bounded inflating
 * internal.change    change chunks                        byte tables in both
 * internal.tree      the nodes of a copy-on-write B+tree of runs, and its index of ids
 * internal.sequence  lists and texts in that tree         start here to learn how it works
 * internal.history   the change graph and the log of operations, in shared, append-only arrays (internal.append)
 * internal.state     objects, and how operations change them and are taken back
 * internal.rich      marks
 * internal.document  document and bundle chunks           byte tables
 * </pre>
 */
package org.pushpin.crdt;
