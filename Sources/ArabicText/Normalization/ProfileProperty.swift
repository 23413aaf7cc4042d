/// One property of a profile by name, its value as text: the one list from which JSON, fingerprint and documentation
/// are made.
struct ProfileProperty: Sendable {
    /// The name of the Swift property.
    let name: String
    /// The values that it takes; classes of marks may be joined.
    let values: [String]
    let get: @Sendable (NormalizationProfile) -> [String]
    /// Sets the property; false where a value is not one of `values`.
    let set: @Sendable (inout NormalizationProfile, [String]) -> Bool
    /// Whether the value is a list.
    let isList: Bool

    private static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ path: any WritableKeyPath<NormalizationProfile, Value> & Sendable
    ) -> ProfileProperty {
        ProfileProperty(
            name: name, values: Value.allCases.map(\.rawValue),
            get: { [$0[keyPath: path].rawValue] },
            set: { profile, values in
                guard values.count == 1, let value = Value(rawValue: values[0]) else { return false }
                profile[keyPath: path] = value
                return true
            },
            isList: false)
    }

    private static let removedMarks = ProfileProperty(
        name: "removedMarks", values: ArabicMarks.table.map(\.name) + ["harakat", "all"],
        get: { $0.removedMarks.names },
        set: { profile, names in
            var marks: ArabicMarks = []
            for name in names {
                guard let named = ArabicMarks(named: name) else { return false }
                marks.formUnion(named)
            }
            profile.removedMarks = marks
            return true
        },
        isList: true)

    static let all: [ProfileProperty] = [
        choice("form", \.form),
        choice("formUse", \.formUse),
        choice("characterMap", \.characterMap),
        choice("presentationLetters", \.presentationLetters),
        choice("honorifics", \.honorifics),
        choice("bidiControls", \.bidiControls),
        choice("byteOrderMark", \.byteOrderMark),
        choice("zeroWidthNonJoiner", \.zeroWidthNonJoiner),
        choice("zeroWidthJoiner", \.zeroWidthJoiner),
        removedMarks,
        choice("hamzaOnTatweel", \.hamzaOnTatweel),
        choice("tanwinAlef", \.tanwinAlef),
        choice("daggerAlef", \.daggerAlef),
        choice("smallLetters", \.smallLetters),
        choice("quranicSigns", \.quranicSigns),
        choice("hamzaBeforeAlef", \.hamzaBeforeAlef),
        choice("tatweel", \.tatweel),
        choice("lookAlikes", \.lookAlikes),
        choice("alef", \.alef),
        choice("hamzaCarriers", \.hamzaCarriers),
        choice("alefMaqsura", \.alefMaqsura),
        choice("tehMarbuta", \.tehMarbuta),
        choice("digits", \.digits),
        choice("punctuation", \.punctuation),
        choice("digitSeparators", \.digitSeparators),
        choice("letterCase", \.letterCase),
        choice("elongation", \.elongation),
        choice("whiteSpace", \.whiteSpace),
    ]
}

extension NormalizationProfile {
    /// A short text that changes when the result of the profile may change: the version of the rules, a colon, and a
    /// hash of the settings in 16 hexadecimal digits. Store it beside an index, and build the index anew when it
    /// differs.
    ///
    /// The hash is FNV-1a (64 bits) of the settings that are not "leave alone". The Unicode version of ICU is not
    /// part of it: characters assigned in Unicode 13 come out the same on every ICU.
    public var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (name, values) in settings {
            for byte in "\(name)=\(values.joined(separator: ","));".utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        let digits = String(hash, radix: 16)
        return "\(Self.rulesVersion):\(String(repeating: "0", count: 16 - digits.count))\(digits)"
    }

    /// Grows when a step with the same settings gives another result.
    static let rulesVersion = 2

    /// The settings that are not "leave alone", in the order of the list of properties.
    public var settings: [(name: String, values: [String])] {
        let untouched = NormalizationProfile()
        return ProfileProperty.all.compactMap { property in
            let values = property.get(self)
            return values == property.get(untouched) ? nil : (property.name, values)
        }
    }
}

extension NormalizationProfile: Codable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Reads an object with one member a property; a missing one is "leave alone", an unknown one an error.
    public init(from decoder: any Decoder) throws {
        self.init()
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys {
            guard let property = ProfileProperty.all.first(where: { $0.name == key.stringValue }) else {
                let known = ProfileProperty.all.map(\.name).joined(separator: ", ")
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container,
                    debugDescription: "no property \"\(key.stringValue)\" in a profile; there are: \(known)")
            }
            let values =
                property.isList
                ? try container.decode([String].self, forKey: key)
                : [try container.decode(String.self, forKey: key)]
            guard property.set(&self, values) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container,
                    debugDescription: "\"\(property.name)\" takes: \(property.values.joined(separator: ", "))")
            }
        }
    }

    /// Writes an object with the properties that are not "leave alone".
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for property in ProfileProperty.all {
            let values = property.get(self)
            if values == property.get(NormalizationProfile()) { continue }
            let key = Key(stringValue: property.name)
            if property.isList {
                try container.encode(values, forKey: key)
            } else {
                try container.encode(values.joined(), forKey: key)
            }
        }
    }
}
