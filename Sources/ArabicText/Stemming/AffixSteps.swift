/// The steps of a stemmer at one end of a word, as data: what is tried in each state, and what comes after it.
///
/// In a state its steps are tried one after the other; the first one that fits acts and leads to the next state. Where
/// none fits, the work at this end is done.
struct AffixSteps: Sendable {
    /// One table that is tried. The longest affix that matches decides alone: where the word is too short for it, no
    /// shorter one is tried.
    struct Step: Sendable {
        let table: [Affix]
        /// The step does not fit where one of these does.
        var exceptions: [Affix] = []
        /// How many letters stand between the affix and the end of the word, and stay.
        var skipped = 0
    }

    /// In the order in which they are tried, the same in every state.
    let steps: [Step]
    /// For each state the steps that it has, by their index, and the state that each one leads to.
    let states: [[Int: Int]]

    /// Steps and states by their names; a name's raw value is its place among all cases.
    init<Name, State>(_ steps: (Name) -> Step, _ states: (State) -> [Name: State])
    where Name: CaseIterable & RawRepresentable<Int>, State: CaseIterable & RawRepresentable<Int> {
        self.steps = Name.allCases.map(steps)
        self.states = State.allCases.map { state in
            Dictionary(uniqueKeysWithValues: states(state).map { ($0.key.rawValue, $0.value.rawValue) })
        }
    }

    /// The first step of a state that fits, the affix for which it does, and the state that it leads to.
    func first(in state: Int, where affix: (Step) -> Affix?) -> (affix: Affix, step: Step, next: Int)? {
        for (index, step) in steps.enumerated() {
            if let next = states[state][index], let affix = affix(step) { return (affix, step, next) }
        }
        return nil
    }
}
