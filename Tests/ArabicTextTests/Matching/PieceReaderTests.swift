import Support
import Testing

@testable import ArabicText

/// A text in pieces becomes what it becomes as a whole, and each part of it comes from the same part of the source.
@Suite struct PieceReaderTests {
    /// The bytes of the pieces, and the units with their sources; and how many pieces there were.
    private func read(
        _ text: [UInt8], _ normalizer: ArabicNormalizer, pieceSize: Int
    ) -> (bytes: [UInt8], units: MatchUnits, pieces: Int) {
        var reader = PieceReader(normalizer, pieceSize: pieceSize)
        var units = MatchUnits(vocalized: false)
        var bytes: [UInt8] = []
        var pieces = 0
        repeat {
            let (start, end) = (reader.place.offset, bytes.count)
            let alignment = reader.read(text.span, aligned: true, into: &bytes)
            units.append(bytes.span.extracting(end...), alignment, from: start)
            pieces += 1
        } while reader.place.offset < text.count
        return (bytes, units, pieces)
    }

    @Test func anyPiecesGiveTheSameUnits() throws {
        var run = RandomRun("pieces")
        var pieces = 0
        repeat {
            let profile = NormalizationProfile.random(&run.generator)
            let normalizer = try ArabicNormalizer(profile)
            for _ in 0..<20 {
                var hostile = HostileText(seed: run.generator.next())
                var text = hostile.next(longest: 200)
                if run.generator.once(in: 4) { hostile.spoil(&text) }
                let whole = read(text, normalizer, pieceSize: text.count + 1)
                for size in [1, 2, 7, 40] {
                    func differs(_ text: [UInt8]) -> Bool {
                        let whole = read(text, normalizer, pieceSize: text.count + 1)
                        let cut = read(text, normalizer, pieceSize: size)
                        return cut.bytes != whole.bytes || cut.units.starts != whole.units.starts
                            || cut.units.ends != whole.units.ends
                    }
                    pieces += read(text, normalizer, pieceSize: size).pieces
                    if !differs(text) { continue }
                    let (small, shorter) = (profile.summary, shrunk(text, differs))
                    try #require(Bool(false), "\(small), pieces of \(size): \(escaped(shorter)), \(shorter)")
                }
                #expect(whole.pieces == 1)
            }
        } while !run.isOver
        #expect(pieces > 1_000)
    }

    /// So memory does not grow with the text.
    @Test(arguments: NormalizationProfile.presets.map(\.profile) + [everyStep.profile])
    func piecesAreShort(_ profile: NormalizationProfile) throws {
        let text = Array(String(repeating: "قَالَ:  «كِتَابٌ» هههههه ﷺ\t", count: 1_000).utf8)
        let found = read(text, try ArabicNormalizer(profile), pieceSize: 256)
        #expect(found.pieces > text.count / 512)
        #expect(found.bytes == (try ArabicNormalizer(profile).bytes(text)))
    }
}
