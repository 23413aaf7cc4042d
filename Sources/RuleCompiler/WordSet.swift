/// A set of 64 words as an expression in C, one bit for each word. Two sets need no code.
enum WordSet: Equatable {
    case none
    case every
    case code(String)

    static func & (left: WordSet, right: WordSet) -> WordSet {
        switch (left, right) {
        case (.none, _), (_, .none): .none
        case (.every, let set), (let set, .every): set
        case (.code(let one), .code(let other)): one == other ? left : .code("(\(one) & \(other))")
        }
    }

    static func | (left: WordSet, right: WordSet) -> WordSet {
        switch (left, right) {
        case (.every, _), (_, .every): .every
        case (.none, let set), (let set, .none): set
        case (.code(let one), .code(let other)): one == other ? left : .code("(\(one) | \(other))")
        }
    }

    static prefix func ~ (set: WordSet) -> WordSet {
        switch set {
        case .none: .every
        case .every: .none
        case .code(let code): code.hasPrefix("~") ? .code(String(code.dropFirst())) : .code("~\(code)")
        }
    }

    static func |= (left: inout WordSet, right: WordSet) { left = left | right }
    static func &= (left: inout WordSet, right: WordSet) { left = left & right }

    var code: String {
        switch self {
        case .none: "0"
        case .every: "~0ull"
        case .code(let code): code
        }
    }
}
