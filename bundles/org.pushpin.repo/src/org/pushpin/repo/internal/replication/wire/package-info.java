// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The messages that two peers exchange inside an encrypted connection, version 1. A message is one message of
 * {@link org.pushpin.network.Connection}: at most 1 MiB, whole, in order within its channel. All integers are
 * big-endian. A decoder refuses an unknown type ("a newer version is needed"), a message that is longer or shorter than
 * its fields say, and every count over its limit before it allocates.
 *
 * <p>Channel 0 belongs to the session. The side that dialled opens odd channels, the other side even ones from 2 on;
 * the first message on a channel is {@code Open}, which names a document by a tag that only a peer who knows the
 * document's secret can make in this session. Nothing but a tag ever names a document.
 *
 * <table border="1">
 * <caption>Channel 0</caption>
 * <tr><th>type</th><th>message</th><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>01</td><td>Hello</td><td>1</td><td>1</td><td>version: 1</td></tr>
 * <tr><td></td><td></td><td>2</td><td>4,096</td><td>256 tags of the initiator, filled up with random ones</td></tr>
 * <tr><td>02</td><td>Matches</td><td>1</td><td>2</td><td>count ≤ 256</td></tr>
 * <tr><td></td><td></td><td>3</td><td>16 each</td><td>the responder's tags of what both know</td></tr>
 * <tr><td>03</td><td>Identity</td><td>1</td><td>32</td><td>device key</td></tr>
 * <tr><td></td><td></td><td>33</td><td>64</td><td>Ed25519 over "pushpin/session/1" ‖ role (0 initiator, 1 responder) ‖
 * device key ‖ handshake hash</td></tr>
 * <tr><td>04</td><td>Tags</td><td>1</td><td>1</td><td>1 if this is the last page of the full set, else 0</td></tr>
 * <tr><td></td><td></td><td>2</td><td>2</td><td>count ≤ 1,024</td></tr>
 * <tr><td></td><td></td><td>4</td><td>16 each</td><td>the sender's tags, random ones among them</td></tr>
 * <tr><td>05</td><td>Digest</td><td>1</td><td>16</td><td>summary of the collection digest over what both know</td></tr>
 * <tr><td>06</td><td>Same</td><td></td><td></td><td>the digests are equal</td></tr>
 * <tr><td>07</td><td>Buckets</td><td>1</td><td>4,104</td><td>collection digest</td></tr>
 * <tr><td>08</td><td>Prints</td><td>1</td><td>1</td><td>1 if this is the last page, else 0</td></tr>
 * <tr><td></td><td></td><td>2</td><td>2</td><td>count ≤ 1,024</td></tr>
 * <tr><td></td><td></td><td>4</td><td>32 each</td><td>the sender's tag (16), its fingerprint (16), of the documents in
 * differing buckets</td></tr>
 * <tr><td>09</td><td>Differ</td><td>1</td><td>1</td><td>1 if this is the last page, else 0</td></tr>
 * <tr><td></td><td></td><td>2</td><td>2</td><td>count ≤ 1,024</td></tr>
 * <tr><td></td><td></td><td>4</td><td>16 each</td><td>the sender's tags of documents whose fingerprints differ</td></tr>
 * <tr><td>0a</td><td>Ping</td><td></td><td></td><td>asks for a sign of life</td></tr>
 * <tr><td>0b</td><td>Pong</td><td></td><td></td><td>answers it</td></tr>
 * </table>
 *
 * <table border="1">
 * <caption>Channel of a document, and of its blobs (a channel of its own, so that live changes overtake files)</caption>
 * <tr><th>type</th><th>message</th><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>10</td><td>Open</td><td>1</td><td>1</td><td>what for: 1 changes, 2 blobs, 3 presence</td></tr>
 * <tr><td></td><td></td><td>2</td><td>16</td><td>the opener's tag of the document</td></tr>
 * <tr><td>11</td><td>Sync</td><td>1</td><td>4</td><td>round, 1 upward: which of the sender's requests this is</td></tr>
 * <tr><td></td><td></td><td>5</td><td>1</td><td>1 if the sender has the Genesis, else 0</td></tr>
 * <tr><td></td><td></td><td>6</td><td>rest</td><td>clock: all that the sender holds (formats §4)</td></tr>
 * <tr><td>12</td><td>GenesisIs</td><td>1</td><td>136</td><td>the document's Genesis</td></tr>
 * <tr><td>13</td><td>Batches</td><td>1</td><td>2</td><td>count, 1 to 1,024</td></tr>
 * <tr><td></td><td></td><td>3</td><td>1</td><td>form of the first batch: 1 whole header</td></tr>
 * <tr><td></td><td></td><td>4</td><td>292</td><td>header, whose bytes 192–195 are the body's length, ≤ 256 KiB</td></tr>
 * <tr><td></td><td></td><td>296</td><td>length</td><td>body; then the next batch</td></tr>
 * <tr><td></td><td></td><td>3</td><td>1</td><td>or form 2: the header follows the last one of its writer</td></tr>
 * <tr><td></td><td></td><td>4</td><td>2</td><td>which writer: in the order of first appearance on this channel, from 0, this
 * way, at most 1,024</td></tr>
 * <tr><td></td><td></td><td>6</td><td>4</td><td>seqTo; seqFrom is one more than that writer's last seqTo</td></tr>
 * <tr><td></td><td></td><td>10</td><td>32</td><td>head; prev is that writer's last head</td></tr>
 * <tr><td></td><td></td><td>42</td><td>64</td><td>signature, of the whole header: kind 1, flags 0, auth and epoch as in that
 * writer's last, the rest from the body</td></tr>
 * <tr><td></td><td></td><td>106</td><td>4</td><td>length of the body, ≤ 256 KiB</td></tr>
 * <tr><td></td><td></td><td>110</td><td>length</td><td>body; then the next batch</td></tr>
 * <tr><td>14</td><td>Have</td><td>1</td><td>4</td><td>the receiver's round of which all has been sent now; 0 none</td></tr>
 * <tr><td></td><td></td><td>5</td><td>16</td><td>fingerprint of all that the sender holds durably</td></tr>
 * <tr><td></td><td></td><td>21</td><td>rest</td><td>clock: every entry of each writer that is new to the receiver</td></tr>
 * <tr><td>20</td><td>WantBlob</td><td>1</td><td>32</td><td>blob id</td></tr>
 * <tr><td>21</td><td>Manifest</td><td>1</td><td>rest</td><td>blob manifest</td></tr>
 * <tr><td>22</td><td>NoBlob</td><td>1</td><td>32</td><td>blob id: not here, or not linked from this document</td></tr>
 * <tr><td>23</td><td>WantChunk</td><td>1</td><td>32</td><td>blob id</td></tr>
 * <tr><td></td><td></td><td>33</td><td>4</td><td>index</td></tr>
 * <tr><td>24</td><td>Chunk</td><td>1</td><td>32</td><td>blob id</td></tr>
 * <tr><td></td><td></td><td>33</td><td>4</td><td>index</td></tr>
 * <tr><td></td><td></td><td>37</td><td>rest</td><td>content, ≤ 256 KiB</td></tr>
 * </table>
 *
 * <table border="1">
 * <caption>Channel of who is at a document (a channel of its own, so that pointers wait neither for changes nor for files)</caption>
 * <tr><th>type</th><th>message</th><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>30</td><td>Ephemerals</td><td>1</td><td>2</td><td>count, 1 to 64</td></tr>
 * <tr><td></td><td></td><td>3</td><td>32</td><td>device key of whoever says this; with that, its signature and the count it may be passed on
 * by anybody, to peers that know the document</td></tr>
 * <tr><td></td><td></td><td>35</td><td>8</td><td>session: random, for one stay of the device at the document</td></tr>
 * <tr><td></td><td></td><td>43</td><td>4</td><td>count: greater than in all that was said before in this session</td></tr>
 * <tr><td></td><td></td><td>47</td><td>1</td><td>kind: 0 leaves, 1 is still here, 2 to 15 values whose meaning is that of the document's content
 * type; others are ignored</td></tr>
 * <tr><td></td><td></td><td>48</td><td>2</td><td>length of the value, ≤ 1,024</td></tr>
 * <tr><td></td><td></td><td>50</td><td>64</td><td>Ed25519 over "pushpin/ephemeral/1" ‖ document id ‖ device ‖ session ‖ count ‖ kind ‖
 * value</td></tr>
 * <tr><td></td><td></td><td>114</td><td>length</td><td>value; then the next one</td></tr>
 * </table>
 *
 * <p>A receiver keeps the newest value of each kind and drops what is older or known. What comes from the device itself needs no look at the
 * signature; what was passed on does, and is dropped where it is not valid. Nothing of this is stored.
 *
 * <p>History: version 1 is the first.
 */
package org.pushpin.repo.internal.replication.wire;
