#if CommandLineTool
    import ArgumentParser

    @main
    struct ArabicTextCommand: ParsableCommand {
    }
#else
    @main
    enum ArabicTextCommand {
        static func main() {}
    }
#endif
