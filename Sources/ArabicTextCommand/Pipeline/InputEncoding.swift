#if CommandLineTool
    import ArabicText
    import ArgumentParser

    /// The encoding of inputs, as an argument: any name that ICU knows.
    struct InputEncoding: Sendable {
        let name: String

        /// Reads an argument. Throws an error of usage that says which name was probably meant.
        init(parsing argument: String) throws {
            name = argument
            do throws(UnknownEncodingError) {
                _ = try EncodingDecoder(argument)
            } catch {
                // Standard names come first, since the first of those that are equally near is the one that is named.
                let names = EncodingDecoder.encodings + EncodingDecoder.aliases
                throw ValidationError("\(error).\(names.suggestion(for: argument)) The names are those of ICU.")
            }
        }

        /// Whether text is read as it is.
        var isUTF8: Bool { name.lowercased().filter { $0 != "-" && $0 != "_" } == "utf8" }
    }

    /// How an input becomes UTF-8.
    struct InputDecoding: Sendable {
        let encoding: InputEncoding
        /// Whether bytes that are nothing in the encoding become U+FFFD.
        let replacesIllFormed: Bool
    }

    /// Says in which encoding the inputs are.
    protocol EncodingArguments: ParsableArguments {
        var encoding: InputEncoding? { get }
    }

    extension EncodingArguments {
        /// How inputs become UTF-8; nil where they are.
        func decoding(illFormed policy: IllFormedPolicy) -> InputDecoding? {
            guard let encoding, !encoding.isUTF8 else { return nil }
            return InputDecoding(encoding: encoding, replacesIllFormed: policy == .replace)
        }

        /// Throws an error of usage where a policy makes no sense.
        func validate(illFormed policy: IllFormedPolicy) throws {
            if policy == .keep, decoding(illFormed: policy) != nil {
                throw ValidationError(
                    "--invalid keep is for UTF-8: bytes that are nothing in another encoding cannot be kept in it.")
            }
        }
    }

    struct EncodingOptions: EncodingArguments {
        @Option(
            name: [.customLong("from"), .customLong("encoding")],
            help: EncodingHelp.help, completion: EncodingHelp.completion, transform: InputEncoding.init(parsing:))
        var encoding: InputEncoding?
    }

    /// Where `--from` says something else.
    struct EncodingOnlyOptions: EncodingArguments {
        @Option(help: EncodingHelp.help, completion: EncodingHelp.completion, transform: InputEncoding.init(parsing:))
        var encoding: InputEncoding?
    }

    private enum EncodingHelp {
        static let help = ArgumentHelp(
            "The encoding of the input, such as windows-1256, iso-8859-6 or utf-16. (default: utf-8)",
            valueName: "encoding")

        /// Asked of ICU when a shell asks, not whenever the command starts.
        static var completion: CompletionKind {
            .custom { _, _, prefix in
                EncodingDecoder.encodings.filter { $0.lowercased().hasPrefix(prefix.lowercased()) }
            }
        }
    }
#endif
