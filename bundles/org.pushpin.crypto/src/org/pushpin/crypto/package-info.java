// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Identities, signatures, secrets, the signed formats of day one, and the Noise handshake. Values and pure functions: nothing here keeps
 * state beyond its own object, opens a file or a socket, or logs.
 *
 * <p>All integers are big-endian and unsigned. Ed25519 is verified strictly, see {@link org.pushpin.crypto.Signatures}; signatures and hashes
 * are separated by an ASCII label that goes first. A reader refuses what breaks a format with a
 * {@link org.pushpin.crypto.FormatException}, and what it does not know (another suite, kind, policy or certificate length, a flag in the
 * high byte, a capability letter) with an {@link org.pushpin.crypto.UnsupportedFormatException}: "a newer version is needed". Input is
 * bounded before it is decoded. A format never changes: a new one gets a new suite. Vectors of all of them lie with the tests.
 *
 * <h2>Document URL</h2>
 * <pre>
 * url   = "pushpin:/" id "?contentType=" name *("&amp;" name "=" value) ["#" cap]      at most 2,048 characters, 16 parameters
 * id    = base58check(%x01 docId[32])      Bitcoin alphabet; checksum: 4 bytes of SHA-256(SHA-256(version ‖ id))
 * cap   = "k" base64url(secret[16])        no padding, unused bits 0
 *       / "l" base64url(linkSeed[32])
 * name  = 1*64(ALPHA / DIGIT / "." / "_" / "-")
 * value = *(ALPHA / DIGIT / one of -._~:/@!$'()*+,; / "%" HEX HEX)      UTF-8, at most 512 UTF-16 units; written with upper-case HEX
 * </pre>
 *
 * <h2>Genesis, 136 bytes</h2>
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>4</td><td>"PPG1"</td></tr>
 * <tr><td>4</td><td>1</td><td>suite: 1</td></tr>
 * <tr><td>5</td><td>1</td><td>policy: 1 whoever holds the secret, 2 unowned</td></tr>
 * <tr><td>6</td><td>2</td><td>flags: 0, all critical</td></tr>
 * <tr><td>8</td><td>32</td><td>document id</td></tr>
 * <tr><td>40</td><td>32</td><td>creator: a writer's key; the document's own if imported</td></tr>
 * <tr><td>72</td><td>64</td><td>Ed25519 by the document over "pushpin/genesis/1" ‖ bytes 0–71</td></tr>
 * </table>
 * Its hash, which batches name: SHA-256("pushpin/authority/1" ‖ bytes 0–71).
 *
 * <h2>Batch header, 292 bytes</h2>
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>4</td><td>"PPB1"</td></tr>
 * <tr><td>4</td><td>1</td><td>suite: 1 plain (2 will be XChaCha20-Poly1305)</td></tr>
 * <tr><td>5</td><td>1</td><td>kind: 1 changes, 2 own range repacked, 3 snapshot (vouched), 4 authority</td></tr>
 * <tr><td>6</td><td>2</td><td>flags; the high byte is critical; 0x0001 the body is a part</td></tr>
 * <tr><td>8</td><td>32</td><td>document id</td></tr>
 * <tr><td>40</td><td>32</td><td>writer's public key</td></tr>
 * <tr><td>72</td><td>4</td><td>first sequence number; 0 only in kinds 3 and 4, then the last is 0 and both hashes are zero</td></tr>
 * <tr><td>76</td><td>4</td><td>last sequence number</td></tr>
 * <tr><td>80</td><td>32</td><td>change hash before the first, zero if there is none</td></tr>
 * <tr><td>112</td><td>32</td><td>change hash at the last</td></tr>
 * <tr><td>144</td><td>32</td><td>hash of the authority heads; day one: of the Genesis</td></tr>
 * <tr><td>176</td><td>16</td><td>epoch: 0 in suite 1</td></tr>
 * <tr><td>192</td><td>4</td><td>body length, at most 262,144</td></tr>
 * <tr><td>196</td><td>32</td><td>SHA-256 of the body as carried</td></tr>
 * <tr><td>228</td><td>64</td><td>Ed25519 by the writer over "pushpin/batch/1" ‖ bytes 0–227</td></tr>
 * </table>
 *
 * <h2>Batch body (plain), and a part of one</h2>
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>2</td><td>length c of the writer's certificate: 0 or 168</td></tr>
 * <tr><td>2</td><td>c</td><td>writer certificate</td></tr>
 * <tr><td>2 + c</td><td>the rest</td><td>Automerge chunks</td></tr>
 * </table>
 * A body longer than 262,144 bytes travels as the bodies of several batches with flag 0x0001 and the same range:
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>2</td><td>index of the part, from 0</td></tr>
 * <tr><td>2</td><td>2</td><td>number of parts, 2 to 1,024</td></tr>
 * <tr><td>4</td><td>32</td><td>SHA-256 of the whole body</td></tr>
 * <tr><td>36</td><td>the rest</td><td>262,108 bytes of it; in the last part 1 to 262,108</td></tr>
 * </table>
 *
 * <h2>Snapshot body</h2>
 * The body of a batch of kind 3, which travels in parts like any other when it is longer than 262,144 bytes, and whose range is 0 to 0.
 * At most 62,914,560 bytes. A reader believes a change of a writer if a header of that writer, signed, has as its head that change or one
 * that builds on it; a change of an actor that is no writer's if the batch's signer vouches for it or for one that builds on it; and
 * nothing of the whole if it does not believe one change.
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>4</td><td>"PPS2" ("PPS1" was never sent)</td></tr>
 * <tr><td>4</td><td>1</td><td>suite: 1</td></tr>
 * <tr><td>5</td><td>1</td><td>0</td></tr>
 * <tr><td>6</td><td>2</td><td>flags; the high byte is critical</td></tr>
 * <tr><td>8</td><td>4</td><td>number h of headers, at most 65,535</td></tr>
 * <tr><td>12</td><td>4</td><td>number c of certificates, at most h + 1</td></tr>
 * <tr><td>16</td><td>4</td><td>number v of actors that are vouched for, at most 65,535</td></tr>
 * <tr><td>20</td><td>292 h</td><td>batch headers, strictly ascending as bytes</td></tr>
 * <tr><td>…</td><td>168 c</td><td>writer certificates, strictly ascending</td></tr>
 * <tr><td>…</td><td>v × (1 + a + 36)</td><td>length a of an actor id, 1 to 64; the actor id; sequence number u32; change hash[32]; strictly
 * ascending</td></tr>
 * <tr><td>…</td><td>the rest</td><td>Automerge chunks: a document, or changes and bundles that a reader lacks</td></tr>
 * </table>
 *
 * <h2>Writer certificate, 168 bytes</h2>
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>4</td><td>"PPW1"</td></tr>
 * <tr><td>4</td><td>1</td><td>suite: 1</td></tr>
 * <tr><td>5</td><td>1</td><td>0</td></tr>
 * <tr><td>6</td><td>2</td><td>flags: 0, all critical</td></tr>
 * <tr><td>8</td><td>32</td><td>device's public key</td></tr>
 * <tr><td>40</td><td>32</td><td>writer's public key</td></tr>
 * <tr><td>72</td><td>32</td><td>document id</td></tr>
 * <tr><td>104</td><td>64</td><td>Ed25519 by the device over "pushpin/writer/1" ‖ bytes 0–103</td></tr>
 * </table>
 *
 * <h2>Clock, 8 + 28 n bytes</h2>
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>1</td><td>suite: 1</td></tr>
 * <tr><td>1</td><td>1</td><td>0</td></tr>
 * <tr><td>2</td><td>2</td><td>flags; the high byte is critical</td></tr>
 * <tr><td>4</td><td>4</td><td>number n of entries, at most 32,768</td></tr>
 * <tr><td>8 + 28 i</td><td>16</td><td>writer (actor id)</td></tr>
 * <tr><td>24 + 28 i</td><td>4</td><td>sequence number, from 1 on</td></tr>
 * <tr><td>28 + 28 i</td><td>8</td><td>the first bytes of the change hash there</td></tr>
 * </table>
 * Entries ascend strictly by (writer, number, hash); a forked writer has one for each branch.
 *
 * <h2>Fingerprint, 16 bytes; collection digest, 4,104 bytes</h2>
 * Fingerprint: SHA-256("pushpin/fingerprint/1" ‖ each (writer[16], number u32, change hash[32]), ascending and distinct), cut to 16.
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>4</td><td>"PPD1"</td></tr>
 * <tr><td>4</td><td>1</td><td>suite: 1</td></tr>
 * <tr><td>5</td><td>1</td><td>0</td></tr>
 * <tr><td>6</td><td>2</td><td>flags; the high byte is critical</td></tr>
 * <tr><td>8 + 16 b</td><td>16</td><td>bucket b: the sum mod 2¹²⁸ over all documents whose id begins with byte b of
 * SHA-256("pushpin/digest/document/1" ‖ id ‖ fingerprint), cut to 16</td></tr>
 * </table>
 * Summary: SHA-256("pushpin/digest/1" ‖ bytes 8–4103), cut to 16.
 *
 * <h2>Blob manifest, 16 + 32 n bytes</h2>
 * <table>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>4</td><td>"PPM1"</td></tr>
 * <tr><td>4</td><td>1</td><td>suite: 1</td></tr>
 * <tr><td>5</td><td>1</td><td>0</td></tr>
 * <tr><td>6</td><td>2</td><td>flags; the high byte is critical</td></tr>
 * <tr><td>8</td><td>8</td><td>length of the blob, at most 8,388,608,000</td></tr>
 * <tr><td>16 + 32 i</td><td>32</td><td>SHA-256 of chunk i of 262,144 bytes, the last one shorter</td></tr>
 * </table>
 * The blob's id: SHA-256("pp/blob/1" ‖ bytes 8 to the end).
 *
 * <h2>Derivations</h2>
 * HKDF-SHA256 with salt "pushpin/kdf/1" and info = label ‖ 0x00 ‖ context:
 * <table>
 * <tr><th>from</th><th>label</th><th>context</th><th>gives</th></tr>
 * <tr><td>document secret[16]</td><td>pushpin/document/discovery/1</td><td></td><td>discovery key[32]</td></tr>
 * <tr><td>document secret[16]</td><td>pushpin/document/tag/1</td><td></td><td>tag key[32]</td></tr>
 * <tr><td>document secret[16]</td><td>pushpin/document/epoch/0/1</td><td></td><td>key of epoch 0[32]</td></tr>
 * <tr><td>document secret[16]</td><td>pushpin/document/automerge-repo-id/1</td><td></td><td>id[16] with the bits of a version 4 UUID</td></tr>
 * <tr><td>discovery key[32]</td><td>pushpin/topic/1</td><td>day u64</td><td>DHT topic[20]</td></tr>
 * <tr><td>device seed[32]</td><td>pushpin/device/1</td><td></td><td>seed of the device's Ed25519 key[32]</td></tr>
 * <tr><td>device seed[32]</td><td>pushpin/writer-key/1</td><td>document id[32] ‖ incarnation[16]</td><td>seed of a writer's key[32]</td></tr>
 * <tr><td>automerge-repo id[16]</td><td>pushpin/import/key/1</td><td></td><td>seed of an imported document's key[32]</td></tr>
 * <tr><td>automerge-repo id[16]</td><td>pushpin/import/secret/1</td><td></td><td>an imported document's secret[16]</td></tr>
 * </table>
 * Actor id: SHA-256("pp/actor/1" ‖ writer's public key), cut to 16. Session tag: HMAC-SHA256(key, "pushpin/tag/1" ‖ role ‖ handshake hash),
 * cut to 16; role 0 dialled, 1 answered.
 */
package org.pushpin.crypto;
