#if CommandLineTool
    import Support
    import Testing

    @testable import ArabicTextCommand

    /// Text of the system: bytes that come back whatever they are, and a form of them that is safe to show.
    @Suite struct SystemTextTests {
        @Test(arguments: [
            "", "a", "كِتَابٌ.txt", "a\nb", "\u{10FDFF}\u{10FE00}\u{10FEFF}\u{10FF00}",
            "\u{0}\u{7F}\u{85}\u{202E}\u{1F1F8}",
        ])
        func wellFormedTextComesBack(_ text: String) {
            let string = String(systemBytes: text.utf8Span.span)
            #expect(string.systemBytes == Array(text.utf8))
            #expect(Array(string.repaired.utf8) == Array(text.utf8))
            // What is plain is itself.
            if text == "a" || text == "كِتَابٌ.txt" { #expect(Array(string.utf8) == Array(text.utf8)) }
        }

        /// Every byte alone and every two bytes, between letters that could join them.
        @Test func everyPairOfBytesComesBack() {
            var tested = 0
            for first in UInt8.min...UInt8.max {
                for second in UInt8.min...UInt8.max {
                    for bytes in [[first, second], [0x61, first, second, 0x80], [0xF4, 0x8F, first, second]] {
                        let string = String(systemBytes: bytes.span)
                        #expect(string.systemBytes == bytes)
                        #expect(Array(string.repaired.utf8) == Array(String(decoding: bytes, as: UTF8.self).utf8))
                        tested += 1
                    }
                }
            }
            #expect(tested == 3 << 16)
        }

        @Test func randomBytesComeBack() {
            var run = RandomRun("SystemTextTests", seconds: 0.5)
            var texts = HostileText(seed: run.seed)
            var tested = 0
            while !run.isOver {
                var bytes = texts.next(longest: 60)
                texts.spoil(&bytes)
                if run.generator.once(in: 3) { bytes += utf8([UInt32(0x10FE00 + run.generator.number(below: 256))]) }
                let string = String(systemBytes: bytes.span)
                #expect(string.systemBytes == bytes, "seed \(run.seed): \(bytes)")
                // No text gives another's string.
                #expect(String(systemBytes: string.systemBytes.span).utf8.elementsEqual(string.utf8))
                tested += 1
            }
            #expect(tested > 0)
            print("SystemTextTests: \(tested) texts")
        }

        @Test(arguments: [
            (Array("كِتَابٌ a.txt".utf8), "كِتَابٌ a.txt"), ([0xCF, 0xCA, 0x2E], "[0xCF][0xCA]."),
            (Array("a\u{1B}[31m\nb\r".utf8), "a[ESC][31m[LF]b[CR]"),
            (Array("x\u{202E}y\u{2066}\u{200F}".utf8), "x[RLO]y[LRI][RLM]"),
            (Array("\u{10FEFF}".utf8), "[0xF4][0x8F][0xBB][0xBF]"), (Array("\u{E000}".utf8), "[U+E000]"),
            (Array("\u{64E}".utf8), "\u{25CC}\u{64E}"),
        ])
        func quoted(_ bytes: [UInt8], _ expected: String) {
            let quoted = String(systemBytes: bytes.span).quoted
            #expect(Array(quoted.utf8) == Array(expected.utf8), "\(escaped(quoted))")
            // What has been quoted may be quoted again.
            #expect(Array(quoted.quoted.utf8) == Array(expected.utf8))
        }

        @Test func linesStayApart() {
            let argument = String(systemBytes: Array("a\nb".utf8).span)
            let text = "Error: '\(argument)'\r\nUsage:\u{1B}".quotedLines
            #expect(Array(text.utf8) == Array("Error: 'a[LF]b'[CR]\nUsage:[ESC]".utf8))
        }
    }
#endif
