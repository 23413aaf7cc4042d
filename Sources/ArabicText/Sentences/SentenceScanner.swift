/// The rules of sentences at work on bytes: reads scalar by scalar, and keeps a state of constant size.
struct SentenceScanner: Sendable {
    private enum Phase {
        /// Inside a sentence, or before one.
        case text
        /// Directly after ends.
        case ending
        /// After ends and white space.
        case spaced
        /// After a full stop and one Arabic letter: the next letter tells whether it was an end.
        case probing
    }

    /// An end that holds where a further one, after white space, turns out to be none.
    private struct Earlier {
        let end: Int
        let next: Int
    }

    /// How far the number of a verse between ornate parentheses is read.
    private enum VerseNumber {
        case none, opened, digits
    }

    private let options: SentenceOptions
    private let classes: ScalarTable<UInt8>

    /// How many bytes of the text stand before those at hand.
    private var base = 0
    /// The next byte to read.
    private var position = 0
    private var phase = Phase.text

    /// Whether a sentence is under way, where it starts, and where its last character but white space ends.
    private var isOpen = false
    private var start = 0
    private var end = 0
    /// Whether it has a letter, a digit or a symbol.
    private var hasContent = false
    /// Whether what there is of it may be the number of an item.
    private var isLabel = false
    /// The last class but white space and ignorable; a quotation mark counts as opener or closer.
    private var last = SentenceClass.space
    private var word = SentenceWord()
    private var isAddress = false
    /// How much of `://` stands directly before.
    private var addressProgress = 0
    private var verseNumber = VerseNumber.none
    private var hadContentBeforeNumber = false
    /// Whether a quotation mark that opens and closes is open, on this line.
    private var quoteIsOpen = false

    private var ending = SentenceEnding(.init(canEnd: false))
    private var earlier: Earlier?
    /// Where the next sentence starts if the ending is one and something precedes the scalar that tells.
    private var next: Int?

    init(_ options: SentenceOptions) {
        self.options = options
        classes = SentenceClass.table
    }

    /// The next sentence, or nil where the bytes end before it is known (with `isLast`: where they end).
    ///
    /// The bytes must begin with those of the last call, as far as `dropRead` has not dropped them.
    mutating func next(in bytes: Span<UInt8>, isLast: Bool) -> Range<Int>? {
        while position < bytes.count {
            let byte = bytes[position]
            var scalar = UInt32(byte)
            var length = 1
            if byte >= 0x80 {
                let decoded = DecodedScalar.read(bytes, at: position, isLast: isLast)
                if decoded.length == 0 { return nil }
                scalar = decoded.scalar
                length = decoded.length
            }
            let range = base + position..<base + position + length
            position += length
            if let sentence = take(kind(of: scalar), scalar, range) { return sentence }
        }
        return isLast ? endLine() : nil
    }

    /// The part of the sentence under way that no byte that may follow takes away from it. Empty, at the next byte to
    /// read, where none is under way.
    var underWay: Range<Int> {
        guard isOpen else { return base + position..<base + position }
        return start..<(phase == .text ? end : earlier?.end ?? ending.end)
    }

    /// Forgets the bytes that are read, and says how many.
    mutating func dropRead() -> Int {
        let read = position
        base += read
        position = 0
        return read
    }

    /// Forgets everything but the options.
    mutating func restart() { self = Self(options) }

    private func kind(of scalar: UInt32) -> SentenceClass {
        let kind = SentenceClass(rawValue: classes[scalar]) ?? .other
        switch kind {
        case .semicolon: return options.contains(.semicolons) ? .stop : .comma
        case .verseSign: return options.contains(.verses) ? .verseSign : .other
        default: return kind
        }
    }

    @inline(__always)
    private mutating func take(_ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>) -> Range<Int>? {
        switch phase {
        case .text: takeText(kind, scalar, range)
        case .ending: takeEnding(kind, scalar, range)
        case .spaced: takeSpaced(kind, scalar, range)
        case .probing: takeProbing(kind, scalar, range)
        }
    }
}

// MARK: The phases

extension SentenceScanner {
    private mutating func takeText(_ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>) -> Range<Int>? {
        switch kind {
        case .lineEnd: return endLine()
        case .space:
            if word.numberLength > 0 { isLabel = false }
            endWord()
            isAddress = false
            return nil
        default: break
        }
        if !isOpen { open(at: range.lowerBound) }
        end = range.upperBound
        switch kind {
        case .ignorable: break
        case .dot, .ellipsis, .mark, .stop, .verseSign:
            if word.startsHost { isAddress = true }
            beginEnding(kind, canEnd: hasContent && last != .opener)
        case .ornateOpener, .ornateCloser:
            if options.contains(.verses), verseNumber == .digits {
                beginEnding(.stop, canEnd: hadContentBeforeNumber)
            } else {
                note(kind, scalar)
            }
        default: note(kind, scalar)
        }
        return nil
    }

    private mutating func takeEnding(_ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>) -> Range<Int>? {
        switch kind {
        case .lineEnd: return endLine()
        case .space:
            phase = .spaced
            next = nil
            isAddress = false
            return nil
        case .dot, .ellipsis, .mark, .stop, .verseSign:
            if ending.hasCloser { ending = SentenceEnding(.init(canEnd: hasContent)) }
        case .ignorable, .closer, .ornateCloser, .apostrophe: break
        case .quote where quoteIsOpen: quoteIsOpen = false
        case .digit where ending.takesDigits: break
        default: return decide(kind, scalar, range)
        }
        end = range.upperBound
        ending.add(kind, endingAt: end)
        return nil
    }

    /// Decides on ends by what stands directly after them.
    private mutating func decide(_ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>) -> Range<Int>? {
        if ending.goesOn(with: kind) { return goOn(kind, scalar, range) }
        guard kind == .arabicLetter, ending.isFullStop, !ending.hasCloser else {
            return cut(kind, scalar, range, at: range.lowerBound)
        }
        // No word of one letter is known to start a sentence.
        if earlier != nil { return goOn(kind, scalar, range) }
        next = range.lowerBound
        phase = .probing
        endWord()
        end = range.upperBound
        note(kind, scalar)
        return nil
    }

    private mutating func takeSpaced(_ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>) -> Range<Int>? {
        switch kind {
        case .lineEnd: return endLine()
        case .space: break
        case .ignorable:
            next = next ?? range.lowerBound
            end = range.upperBound
        case .dot, .ellipsis, .mark, .stop, .verseSign:
            if ending.isEnd, earlier == nil {
                earlier = Earlier(end: ending.end, next: next ?? range.lowerBound)
            }
            end = range.upperBound
            last = .other
            beginEnding(kind, canEnd: hasContent)
        case .closer, .ornateCloser:
            end = range.upperBound
            ending.add(kind, endingAt: end)
            phase = .ending
        default:
            if ending.goesOn(withSpaced: kind) {
                isLabel = false
                earlier = kind == .comma ? nil : earlier
                return goOn(kind, scalar, range)
            }
            return cut(kind, scalar, range, at: next ?? range.lowerBound)
        }
        return nil
    }

    private mutating func takeProbing(_ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>) -> Range<Int>? {
        switch kind {
        case .ignorable:
            end = range.upperBound
            return nil
        case .arabicLetter:
            let sentence = start..<ending.end
            start = next ?? range.lowerBound
            phase = .text
            end = range.upperBound
            note(kind, scalar)
            return sentence
        default:
            phase = .text
            return takeText(kind, scalar, range)
        }
    }
}

// MARK: What becomes of the sentence

extension SentenceScanner {
    private mutating func open(at offset: Int) {
        isOpen = true
        start = offset
        hasContent = false
        isLabel = true
        last = .space
        verseNumber = .none
        isAddress = false
        endWord()
    }

    private mutating func endWord() {
        word = SentenceWord()
        addressProgress = 0
    }

    private mutating func beginEnding(_ kind: SentenceClass, canEnd: Bool) {
        let isNumber = isLabel && last == .digit
        let takesDot = isNumber || word.isAbbreviation && !isAddress
        ending = SentenceEnding(.init(canEnd: canEnd, takesDot: takesDot, last: last, isAddress: isAddress))
        ending.add(kind, endingAt: end)
        verseNumber = .none
        phase = .ending
    }

    /// Ends the sentence at its ending, and starts the next at an offset, with this scalar.
    private mutating func cut(
        _ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>, at offset: Int
    ) -> Range<Int> {
        let sentence = start..<ending.end
        open(at: offset)
        earlier = nil
        phase = .text
        end = range.upperBound
        note(kind, scalar)
        return sentence
    }

    /// Goes on with the sentence, since its ending is none; or ends it where an earlier one holds.
    private mutating func goOn(_ kind: SentenceClass, _ scalar: UInt32, _ range: Range<Int>) -> Range<Int>? {
        var sentence: Range<Int>?
        if let earlier {
            sentence = start..<earlier.end
            open(at: earlier.next)
            isLabel = false
        }
        earlier = nil
        phase = .text
        if ending.hasCloser { last = .closer }
        endWord()
        end = range.upperBound
        note(kind, scalar)
        return sentence
    }

    /// Ends the sentence at the end of a line or of the text.
    private mutating func endLine() -> Range<Int>? {
        let sentence = isOpen ? start..<end : nil
        isOpen = false
        quoteIsOpen = false
        earlier = nil
        phase = .text
        return sentence
    }

    /// Notes what the rules remember of a scalar inside a sentence.
    private mutating func note(_ kind: SentenceClass, _ scalar: UInt32) {
        last = kind
        switch kind {
        case .arabicLetter, .smallLetter, .letter:
            word.addLetter(scalar, isArabic: kind == .arabicLetter)
            hasContent = true
            isLabel = false
            verseNumber = .none
            addressProgress = 0
            return
        case .digit:
            word.addDigit()
            hasContent = true
            // 2024 counts no items.
            if word.numberLength == 0 || word.numberLength > 3 { isLabel = false }
            if verseNumber == .opened { verseNumber = .digits }
            return
        case .joiner, .apostrophe:
            if word.numberLength > 0 { isLabel = false }
            word.addJoiner()
            verseNumber = .none
            return
        default: break
        }
        verseNumber = .none
        let progress = addressProgress
        if word.numberLength > 0 { isLabel = false }
        endWord()
        switch kind {
        case .quote:
            quoteIsOpen.toggle()
            last = quoteIsOpen ? .opener : .closer
        case .ornateOpener, .ornateCloser:
            last = kind == .ornateOpener ? .opener : .closer
            verseNumber = .opened
            hadContentBeforeNumber = hasContent
        case .colon: addressProgress = 1
        case .slash:
            if progress == 1 { addressProgress = 2 }
            if progress == 2 { isAddress = true }
        case .symbol, .other:
            hasContent = true
            isLabel = false
        default: break
        }
    }
}
