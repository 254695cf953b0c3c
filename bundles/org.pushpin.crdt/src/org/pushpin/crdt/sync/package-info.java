// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Automerge's sync protocol, versions 1 and 2: two peers find out what the other lacks, and send it.
 *
 * <p>{@link org.pushpin.crdt.sync.SyncState} is one side of one connection; {@link org.pushpin.crdt.sync.SyncMessage} is what it says.
 * The package moves no bytes itself: it wants a stream between two peers that loses and reorders nothing.
 *
 * <h2>In two minutes</h2>
 *
 * <pre>{@code
 * Doc doc = Doc.empty();                         // or any other
 * SyncState state = new SyncState();             // per peer; after an earlier session: SyncState.parse(bytes)
 *
 * void speak() throws IOException {              // when connected, and after every change of doc
 *     Optional<SyncMessage> message = state.generate(doc);
 *     if (message.isPresent()) {
 *         stream.send(message.get().toByteArray());
 *     }
 * }
 *
 * void hear(byte[] bytes) throws IOException {   // when the peer said something
 *     try {
 *         doc = state.receive(doc, SyncMessage.parse(bytes));
 *     } catch (MalformedException e) {
 *         stream.close();                        // doc and state are as they were
 *         return;
 *     }
 *     speak();
 * }
 *
 * byte[] bytes = state.toByteArray();            // keep it: the next session with this peer begins where this one ended
 * }</pre>
 *
 * {@code generate} decides whether there is something to say; nothing has to be resent or timed. One that only gives calls
 * {@link org.pushpin.crdt.sync.SyncState#setReadOnly}.
 *
 * <h2>How it goes</h2>
 *
 * Each side tells its heads, and a Bloom filter of what it has since the heads that both last had. The other sends what the filter does not
 * contain, with all that builds on it. A filter contains, by mistake, 1 in 100 of what it should not: the receiver then sees that a change
 * misses what it builds on, and asks for that by name. Therefore the number of messages is not fixed.
 *
 * <h2>Message</h2>
 *
 * Numbers are ULEB128 in their shortest form; a hash has 32 bytes; hashes are ascending.
 *
 * <pre>
 * bytes                          field
 * 1                              42 version 1, 43 version 2
 * ULEB n, n × 32                 heads of the sender
 * ULEB n, n × 32                 need: changes asked for by name
 * ULEB n, n × have               what the sender has; without any, it wants only what it needs
 *     ULEB m, m × 32                 last sync: heads that both have
 *     ULEB m, m                      Bloom filter of what it has since; m = 0 if that is nothing
 * ULEB n, n × (ULEB m, m)        version 1: changes, each a chunk of type 1
 *                                version 2: none or one piece, of any chunks: changes (types 1 and 2) or a document (type 0, and
 *                                changes behind it)
 * ULEB n, n                      flags; absent from peers that are older than these
 *     02                             "understands version 2", the only flag of the first kind
 *     80 | bits                      01 sync reset, 02 read-only, 04 understands sync reset
 * rest                           ignored
 * </pre>
 *
 * A peer speaks version 1 until it has seen the other's flags. Unknown flags are ignored. A whole document goes to a peer without heads,
 * and wherever more than a third of all changes would go.
 *
 * <h2>Bloom filter</h2>
 *
 * <pre>
 * ULEB                           number of hashes, from 1, below 2³²
 * ULEB                           bits per hash (10; up to 256 are read)
 * ULEB                           probes (7; up to 64 are read)
 * ⌈hashes · bits / 8⌉            bits; number b is bit b mod 8 of byte b div 8
 * </pre>
 *
 * With m the number of bits (of whole bytes) and x, y, z the first three little-endian 32-bit words of a hash modulo m, the first probe
 * is x; for each next one {@code x = (x + y) mod m}, then {@code y = (y + z) mod m}.
 *
 * <h2>State</h2>
 *
 * <pre>
 * 1                              43, as in a message of version 2: a state cannot be told from a message by its first byte
 * ULEB n, n × 32                 heads that both have
 * </pre>
 *
 * <h2>Where this differs from Automerge</h2>
 *
 * The bytes and their meaning are the same. Some messages are not sent, or are smaller: two peers that greet each other at once send a
 * document once, not twice; beside a whole document goes no filter; a message that would repeat itself in answer to one that repeats itself
 * is left out, so that a peer which never sends what it claims to have ends in silence; a local loss of data is noticed. One message is
 * sent that Automerge leaves out at times: the last, by which the other side learns that both have the same.
 *
 * <h2>Limits</h2>
 *
 * A message is read without allocating anything on the word of a length or count: at most 262,144 hashes in a list, 32 filters of at most
 * 64 MiB. Changes are decoded within the limits of {@link org.pushpin.crdt}. How long a message may be is for the stream to say.
 */
package org.pushpin.crdt.sync;
