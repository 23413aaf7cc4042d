import Support

@testable import ArabicText

extension NormalizationProfile {
    /// Settings drawn one by one from the table of properties, so that a new property takes part by itself; sometimes a preset
    /// with some of them changed.
    static func random(_ generator: inout SplitMix64) -> NormalizationProfile {
        var profile = generator.once(in: 8) ? generator.pick(presets).profile : NormalizationProfile()
        // From nearly all properties to few.
        let density = 1 + generator.number(below: 4)
        for property in ProfileProperty.all {
            // Most profiles have a form, and few a reproduction's settings, which lift what is promised.
            let isSet =
                switch property.name {
                case "form": !generator.once(in: 4)
                case "formUse": generator.once(in: 8)
                case "characterMap": generator.once(in: 12)
                default: generator.once(in: density)
                }
            if !isSet { continue }
            let values =
                property.isList
                ? property.values.filter { _ in generator.once(in: 3) } : [generator.pick(property.values)]
            _ = property.set(&profile, values)
        }
        return profile
    }

    /// The settings that are not "leave alone", for messages.
    var summary: String { settings.map { "\($0.name)=\($0.values.joined(separator: "+"))" }.joined(separator: " ") }
}

/// The smallest profile and text, found by leaving out, for which a check still fails.
func shrunk(
    _ profile: NormalizationProfile, _ text: [UInt8], _ fails: (NormalizationProfile, [UInt8]) -> Bool
) -> (profile: NormalizationProfile, text: [UInt8]) {
    var (profile, text) = (profile, text)
    var changes = true
    while changes {
        changes = false
        for property in ProfileProperty.all {
            var simpler = profile
            _ = property.set(&simpler, property.get(NormalizationProfile()))
            if simpler != profile, fails(simpler, text) { (profile, changes) = (simpler, true) }
            if !property.isList { continue }
            for value in property.get(profile) {
                var shorter = profile
                _ = property.set(&shorter, property.get(profile).filter { $0 != value })
                if fails(shorter, text) { (profile, changes) = (shorter, true) }
            }
        }
        let shorter = shrunk(text) { fails(profile, $0) }
        if shorter.count < text.count { (text, changes) = (shorter, true) }
    }
    return (profile, text)
}

/// The smallest text, found by leaving out stretches, for which a check still fails.
func shrunk(_ text: [UInt8], _ fails: ([UInt8]) -> Bool) -> [UInt8] {
    var text = text
    var size = max(1, text.count / 2)
    while true {
        var index = 0
        while index < text.count {
            var shorter = text
            shorter.removeSubrange(index..<min(index + size, text.count))
            if fails(shorter) { text = shorter } else { index += size }
        }
        if size == 1 { return text }
        size /= 2
    }
}
