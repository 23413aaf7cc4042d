// Maps of single characters that other tools have, reproduced as facts about what those tools do.

extension NormalizationStep {
    static func characterMap(_ profile: NormalizationProfile) -> NormalizationStep? {
        switch profile.characterMap {
        case .none: nil
        case .arclean: NormalizationStep(name: "characterMap", kind: .letters { ReproducedMaps.arclean($0) })
        case .searchtext: NormalizationStep(name: "characterMap", kind: .letters { ReproducedMaps.searchtext[$0] })
        }
    }
}

enum ReproducedMaps {
    /// What PyArabic 0.6.15's `normalize_searchtext` does beyond deleting harakat and tatweel.
    static let searchtext: [UInt32: [UInt32]] = [
        0x0622: [0x0627], 0x0623: [0x0627], 0x0625: [0x0627], 0x0671: [0x0627], 0x0670: [0x0627], 0x0649: [0x0627],
        0x0624: [0x0621], 0x0626: [0x0621], 0x0654: [0x0621], 0x0655: [0x0621], 0x0629: [0x0647],
        0xFEF5: [0x0644, 0x0627], 0xFEF7: [0x0644, 0x0627], 0xFEF9: [0x0644, 0x0627], 0xFEFB: [0x0644, 0x0627],
    ]

    /// CAMeL Tools 1.6.0's map `arclean`: nil where it keeps the scalar. What no row names is deleted.
    static func arclean(_ scalar: UInt32) -> [UInt32]? {
        // The rows do not overlap and are in order.
        var low = 0
        var high = arcleanRows.count
        while low < high {
            let middle = (low + high) / 2
            let row = arcleanRows[middle]
            if scalar < row.range.lowerBound {
                high = middle
            } else if scalar > row.range.upperBound {
                low = middle + 1
            } else {
                return row.target
            }
        }
        return []
    }

    private static let arcleanRows: [(range: ClosedRange<UInt32>, target: [UInt32]?)] =
        arcleanText.split(whereSeparator: \.isWhitespace).compactMap { row in
            let parts = row.split(separator: ">", omittingEmptySubsequences: false)
            let ends = parts[0].split(separator: "-").compactMap { UInt32($0, radix: 16) }
            guard let first = ends.first, let last = ends.last, parts.count == 2 else { return nil }
            let target = parts[1].split(separator: "+").compactMap { UInt32($0, radix: 16) }
            return (first...last, parts[1] == "=" ? nil : target)
        }

    /// Ranges of code points and what each becomes; `=` is kept.
    private static let arcleanText = """
        0009-000A>= 000D>= 0020-007E>= 00A0>0020 00AB>0022 00BB>0022 00C0-00FF>= 0600-0605>0020
        0606>002F+0033 0607>002F+0034 0608>0020 0609>0025+0030 060A>0025+0030+0030 060B>0020 060C-060D>002C
        060E-060F>0020 061B>003B 061F>003F 0621-063A>= 063B-063C>0643 063D-063F>0649 0641-064A>= 0660>0030
        0661>0031 0662>0032 0663>0033 0664>0034 0665>0035 0666>0036 0667>0037 0668>0038 0669>0039 066A>0025
        066B>002C 066C>0027 066D>002A 066E>0628 066F>0642 0671-0673>0627 0675>0627 0676-0677>0648 0678>0626
        0679-067A>062A 067B>0628 067C>062A 067D>062B 067E>0628 067F>062A 0680>0628 0681-0682>062E
        0683-0684>062C 0685>062E 0686-0687>062C 0688-0690>062F 0691-0696>0631 0697-0699>0632 069A-069B>0633
        069C>0634 069D>0635 069E>0636 069F>0638 06A0>063A 06A1-06A6>0641 06A7-06A8>0642 06A9-06B4>0643
        06B5-06B8>0644 06B9-06BD>0646 06BE>0647 06BF>062C 06C0-06C2>0647 06C3>0629 06C4-06CB>0648
        06CC-06CE>0649 06CF>0648 06D0-06D2>064A 06D3>0626 06D4>002E 06DD-06DE>002A 06E9>002A 06EE>062F
        06EF>0631 06F0>0030 06F1>0031 06F2>0032 06F3>0033 06F4>0034 06F5>0035 06F6>0036 06F7>0037 06F8>0038
        06F9>0039 06FA>0634 06FB>0635 06FC>0636 06FD>0621 06FE>0645 06FF>0647 1680>0020 180E>0020
        2000-200F>0020 2010-2015>002D 2016>007C 2017>005F 2018-201B>0027 201C-201F>0022 2020-2021>002B
        2023>002A 2024>002E 2025>002E+002E 2026>002E+002E+002E 2027>002E 2028-202F>0020 2030>0025+0030
        2031>0025+0030+0030 2032>0027 2033>0027+0027 2034>0027+0027+0027 2035>0060 2036>0060+0060
        2037>0060+0060+0060 2038>005E 2039>003C 203A>003E 203B>0058 203C>0021+0021 203D>0021+003F 203E>002D
        203F>0029 2040>0028 2041>006C 2042>002A+002A+002A 2043>002D 2044>002F 2045-2046>0045 2047>003F+003F
        2048>003F+0021 2049>0021+003F 204A>0026 204B>00B6 204C-204E>002A 204F>003B 2050>0028+0029
        2051>002A+002A 2052>0025 2053>007E 2054>005F 2055>002A 2056>002E+002E+002E 2057>0027+0027+0027+0027
        2058>003A+003A 2059>003A+002E+003A 205A>003A 205B>003A+003A 205C>0058 205D-205E>003A 205F-2060>0020
        2420>0020 2422-2423>0020 2424>= 3000>0020 FB56-FB59>0628 FB66-FB69>062A FB7A-FB7D>062C
        FB88-FB89>062F FB8A-FB8B>0632 FB8C-FB8D>0631 FB8E-FB95>0643 FB9E-FB9F>0646 FBA6-FBAD>0647
        FBAE-FBAF>0649 FBB0-FBB1>0626 FBFC-FBFF>064A FDF2>0627+0644+0644+0647 FE80>0621 FE81-FE82>0622
        FE83-FE84>0623 FE85-FE86>0624 FE87-FE88>0625 FE89-FE8C>0626 FE8D-FE8E>0627 FE8F-FE92>0628
        FE93-FE94>0629 FE95-FE98>062A FE99-FE9C>062B FE9D-FEA0>062C FEA1-FEA4>062D FEA5-FEA8>062E
        FEA9-FEAA>062F FEAB-FEAC>0630 FEAD-FEAE>0631 FEAF-FEB0>0632 FEB1-FEB4>0633 FEB5-FEB8>0634
        FEB9-FEBC>0635 FEBD-FEC0>0636 FEC1-FEC4>0637 FEC5-FEC8>0638 FEC9-FECC>0639 FECD-FED0>063A
        FED1-FED4>0641 FED5-FED8>0642 FED9-FEDC>0643 FEDD-FEE0>0644 FEE1-FEE4>0645 FEE5-FEE8>0646
        FEE9-FEEC>0647 FEED-FEEE>0648 FEEF-FEF0>0649 FEF1-FEF4>064A FEF5-FEF6>0644+0622 FEF7-FEF8>0644+0623
        FEF9-FEFA>0644+0625 FEFB-FEFC>0644+0627 FEFF>0020
        """
}
