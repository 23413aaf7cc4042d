#if CommandLineTool
    /// What of a number of JSON has been read last.
    enum JSONNumber {
        case minus, zero, digits, point, fraction, exponent, sign, power

        /// What it is with the next byte; nil where that is none of a number.
        func next(_ byte: UInt8) -> JSONNumber? {
            switch (self, byte) {
            case (.minus, UInt8(ascii: "0")): .zero
            case (.minus, Self.one...Self.nine), (.digits, Self.digit): .digits
            case (.zero, UInt8(ascii: ".")), (.digits, UInt8(ascii: ".")): .point
            case (.point, Self.digit), (.fraction, Self.digit): .fraction
            case (.zero, UInt8(ascii: "e")), (.digits, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "e")),
                (.zero, UInt8(ascii: "E")), (.digits, UInt8(ascii: "E")), (.fraction, UInt8(ascii: "E")):
                .exponent
            case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): .sign
            case (.exponent, Self.digit), (.sign, Self.digit), (.power, Self.digit): .power
            default: nil
            }
        }

        /// Whether it may end here.
        var isComplete: Bool {
            switch self {
            case .zero, .digits, .fraction, .power: true
            case .minus, .point, .exponent, .sign: false
            }
        }

        private static let one = UInt8(ascii: "1")
        private static let nine = UInt8(ascii: "9")
        private static let digit = UInt8(ascii: "0")...nine
    }
#endif
