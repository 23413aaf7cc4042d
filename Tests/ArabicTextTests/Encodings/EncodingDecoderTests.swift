import ArabicText
import Support
import Testing

/// Text of other encodings: every byte of the two of Arabic, any way to cut the rest.
@Suite struct EncodingDecoderTests {
    private func decode(
        _ bytes: [UInt8], _ encoding: String, replacing: Bool = false, chunk: Int = .max
    ) throws -> [UInt8] {
        let decoder = try EncodingDecoder(encoding, replacingIllFormed: replacing)
        var text: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = start + min(chunk, bytes.count - start)
            try decoder.append(bytes[start..<end].span, into: &text)
            start = end
        }
        try decoder.finish(into: &text)
        return text
    }

    /// Bytes, and the code point that each is in an encoding of `Data/encodings/arabic.tsv`.
    private func table(column: Int) throws -> [(byte: UInt8, scalar: UInt32?)] {
        try Gold.rows(try Gold.bundledBytes("Data/encodings/arabic.tsv")).map { row in
            let byte = try #require(UInt8(String(decoding: row[0], as: UTF8.self), radix: 16))
            return (byte, UInt32(String(decoding: row[column], as: UTF8.self), radix: 16))
        }
    }

    @Test(arguments: [
        ("windows-1256", 1), ("cp1256", 1), ("CP1256", 1), ("ISO-8859-6", 2), ("iso8859_6", 2), ("arabic", 2),
    ])
    func everyByteIsWhatOthersMakeOfIt(_ encoding: String, _ column: Int) throws {
        let table = try table(column: column)
        #expect(table.count == 256)
        for (byte, scalar) in table {
            if let scalar {
                #expect(try decode([byte], encoding) == utf8([scalar]), "\(byte)")
            } else {
                let error = #expect(throws: UndecodableBytesError.self) { try decode([0x61, byte], encoding) }
                #expect(error == UndecodableBytesError(encoding: encoding, offset: 1, bytes: [byte]))
            }
        }
        let all = try decode(table.map(\.byte), encoding, replacing: true)
        #expect(all == utf8(table.map { $0.scalar ?? 0xFFFD }))
    }

    /// Sequences of all lengths, well-formed and not: the text and the place of the first error are the same.
    @Test(arguments: [
        "windows-1256", "iso-8859-6", "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-8", "gb18030", "shift_jis",
        "euc-jp", "iso-2022-jp", "utf-7", "cesu-8", "ibm-420",
    ])
    func anyCutGivesTheSameText(_ encoding: String) throws {
        var random = RandomText(seed: 1256)
        for _ in 0..<40 {
            var bytes = (0..<random.number(in: 0...300)).map { _ in UInt8(random.number(in: 0...255)) }
            // Text that is mostly well-formed too: pairs of surrogates, and letters in units of two bytes.
            for _ in 0..<random.number(in: 0...20) { bytes += [0x27, 0x06, 0x3D, 0xD8, 0x00, 0xDE] }
            let whole = try decode(bytes, encoding, replacing: true)
            let place = failure { try decode(bytes, encoding) }
            for chunk in Array(1...9) + [64, random.number(in: 1...300)] {
                let cut = try decode(bytes, encoding, replacing: true, chunk: chunk)
                #expect(cut == whole, "\(encoding) \(chunk) \(bytes)")
                #expect(failure { try decode(bytes, encoding, chunk: chunk) } == place, "\(encoding) \(chunk) \(bytes)")
            }
        }
    }

    private func failure(_ body: () throws -> [UInt8]) -> UndecodableBytesError? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? UndecodableBytesError
        }
    }

    /// More than any buffer on the way holds.
    @Test func longTextsKeepTheirBytes() throws {
        let letters = Array("سلام 😀\n".unicodeScalars.map(\.value))
        let text = Array(repeatElement(letters, count: 20_000).joined())
        var units: [UInt8] = [0xFF, 0xFE]
        for unit in text.flatMap({ Unicode.Scalar($0).map { Array(UTF16.encode($0) ?? .init()) } ?? [] }) {
            units += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        for chunk in [1, 4095, .max] {
            #expect(try decode(units, "utf-16", chunk: chunk) == utf8(text))
        }
    }

    @Test func theMarkDecidesUTF16AndIsLeftOut() throws {
        #expect(try decode([0xFF, 0xFE, 0x28, 0x06], "utf-16") == utf8([0x628]))
        #expect(try decode([0xFE, 0xFF, 0x06, 0x28], "utf-16") == utf8([0x628]))
        #expect(try decode([0x06, 0x28], "utf-16") == utf8([0x628]))
        #expect(try decode([0xFF, 0xFE, 0x28, 0x06], "utf-16le") == utf8([0xFEFF, 0x628]))
    }

    @Test func whatIsCutShortIsIllFormed() throws {
        let odd = failure { try decode([0x28, 0x06, 0x28], "utf-16le") }
        #expect(odd == UndecodableBytesError(encoding: "utf-16le", offset: 2, bytes: [0x28]))
        let lone = failure { try decode([0x28, 0x06, 0x3D, 0xD8, 0x28, 0x06], "utf-16le") }
        #expect(lone == UndecodableBytesError(encoding: "utf-16le", offset: 2, bytes: [0x3D, 0xD8]))
        #expect(try decode([0x28, 0x06, 0x3D, 0xD8], "utf-16le", replacing: true) == utf8([0x628, 0xFFFD]))
        #expect(odd?.description == "28 is nothing in utf-16le at byte 2")
    }

    @Test func aDecoderStartsAnewAfterTheEnd() throws {
        let decoder = try EncodingDecoder("utf-16")
        var text: [UInt8] = []
        for bytes: [UInt8] in [[0xFF, 0xFE, 0x28, 0x06], [0xFE, 0xFF, 0x06, 0x28]] {
            try decoder.append(bytes.span, into: &text)
            try decoder.finish(into: &text)
        }
        #expect(text == utf8([0x628, 0x628]))
    }

    @Test(arguments: ["", "nothing", "windows-1256,version=1", "\u{627}", String(repeating: "a", count: 70)])
    func whatICUDoesNotKnowIsAnError(_ name: String) throws {
        let error = #expect(throws: UnknownEncodingError.self) { try EncodingDecoder(name) }
        #expect(error?.encoding == name)
    }

    @Test func theListHasStandardNames() {
        #expect(Set(["UTF-8", "UTF-16", "ISO-8859-6", "windows-1256"]).isSubset(of: EncodingDecoder.encodings))
        #expect(Set(["cp1256", "arabic", "ASMO-708", "windows-1256"]).isSubset(of: EncodingDecoder.aliases))
    }
}
